import { pino } from 'pino';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import type { Outbox } from '../../../src/cases/ports.js';
import { pictureSchema, type SentFile } from '../../../src/cases/posts/picture.js';
import { Echoes } from '../../../src/workers/echoes.js';
import { Pacer } from '../../../src/workers/pacer.js';
import { Sender } from '../../../src/workers/sender.js';

const picture = pictureSchema.parse({ title: '日报', period: '5月2日', tiles: [], days: null, shares: null, ranking: null, lists: [], foot: '' }); // prettier-ignore
const file: SentFile = { kind: 'picture', name: '日报.png', picture };
const ROW: OutboxRow = {
  id: 'a', place: 'p', caseId: null, chat: { id: 'r@chatroom', room: true }, orElse: null, text: '日报.png', mentions: [],
  priority: 'digest', createdAt: 0, prompt: false, merge: null, file,
}; // prettier-ignore

type Result = 'sent' | 'refused' | 'unknown';

/** A sender with one picture waiting; notes in which order things happen. */
function scene(make: () => Promise<Uint8Array>, results: Result[]) {
  const world = { state: 'pending' as string, order: [] as string[], texts: 0 };
  const outbox = {
    load: async () => ({ row: ROW, state: world.state }),
    claim: async () => (
      world.order.push('claimed'),
      world.state === 'pending' ? ((world.state = 'sending'), ['a']) : []
    ),
    settle: async (_place: string, _ids: string[], state: string) => void (world.state = state),
  };
  const sender = new Sender({
    outbox: outbox as unknown as Outbox,
    say: {
      connected: () => true,
      canWriteTo: async () => true,
      text: async () => ((world.texts += 1), { result: 'sent', messageId: null }),
      file: async (_chat, { name }) => (
        world.order.push(`said ${name}`),
        { result: results.shift() ?? 'sent', messageId: null }
      ),
    },
    clock: { now: () => 0 },
    pacer: new Pacer(null),
    echoes: new Echoes(),
    quiet: null,
    mergeWindowMs: 0,
    render: () => '',
    make: async ({ name }) => {
      world.order.push('made');
      return { name, bytes: await make() };
    },
    log: pino({ level: 'silent' }),
    tally: { opened: () => undefined, intake: () => undefined, sent: () => undefined },
  });
  return { world, handle: () => sender.handle({ place: 'p', rowId: 'a' }, null) };
}

describe('a row with a file', () => {
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(3);

  it('is made before it is claimed, and goes out once, without its text', async () => {
    const { world, handle } = scene(bytes, ['sent']);
    await handle();
    await handle();
    expect(world).toEqual({ state: 'sent', order: ['made', 'claimed', 'said 日报.png'], texts: 0 });
  });

  it('whose outcome is unknown is never sent again; refused, it may be', async () => {
    const unknown = scene(bytes, ['unknown']);
    await unknown.handle();
    await unknown.handle();
    expect(unknown.world.state).toBe('unknown');
    expect(unknown.world.order.filter((one) => one.startsWith('said'))).toHaveLength(1);
    const refused = scene(bytes, ['refused', 'sent']);
    await refused.handle();
    expect(refused.world.state).toBe('pending');
    await refused.handle();
    expect(refused.world.state).toBe('sent');
  });

  it('that cannot be made is left out, and its chat goes on', async () => {
    const { world, handle } = scene(() => Promise.reject(new Error('no letters')), []);
    await handle();
    expect(world).toEqual({ state: 'dropped', order: ['made', 'claimed'], texts: 0 });
  });
});
