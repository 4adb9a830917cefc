import { pino } from 'pino';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import type { Outbox } from '../../../src/cases/ports.js';
import { Echoes } from '../../../src/workers/echoes.js';
import { Pacer } from '../../../src/workers/pacer.js';
import { Sender } from '../../../src/workers/sender.js';

const NIGHT = Date.parse('2026-05-02T23:00:00+08:00');
const MORNING = Date.parse('2026-05-03T07:00:00+08:00');
const ROW: OutboxRow = {
  id: 'a', place: 'p', caseId: null, chat: { id: 'r@chatroom', room: true }, orElse: null, text: '已收到 #1', mentions: [],
  priority: 'receipt', createdAt: 0, prompt: false, merge: null,
}; // prettier-ignore

/** A sender with one row waiting, on an outbox in memory. */
function senderAt(start: number) {
  const world = { now: start, connected: true, state: 'pending' as string, said: [] as string[] };
  const outbox = {
    load: async () => ({ row: ROW, state: world.state }),
    claim: async () => (world.state === 'pending' ? ((world.state = 'sending'), ['a']) : []),
    settle: async (_place: string, _ids: string[], state: string) => void (world.state = state),
  };
  const sender = new Sender({
    outbox: outbox as unknown as Outbox,
    say: {
      connected: () => world.connected,
      canWriteTo: async () => true,
      text: async (_chat, text) => {
        world.said.push(text);
        return { result: 'sent', messageId: null };
      },
      file: async () => ({ result: 'sent', messageId: null }),
    },
    clock: { now: () => world.now },
    pacer: new Pacer(null),
    echoes: new Echoes(),
    quiet: { from: 22 * 60, to: 7 * 60 },
    mergeWindowMs: 0,
    render: () => '',
    make: async ({ name }) => ({ name, bytes: new Uint8Array() }),
    log: pino({ level: 'silent' }),
    tally: { opened: () => undefined, intake: () => undefined, sent: () => undefined },
  });
  const handle = (): Promise<void> => sender.handle({ place: 'p', rowId: 'a' }, null);
  return { world, sender, handle };
}

describe('a row whose job ends unsaid', () => {
  it('is woken again when the night ended while its job was in hand', async () => {
    const { world, sender, handle } = senderAt(NIGHT);
    await handle();
    // The wake of the morning falls here, and finds the job.
    world.now = MORNING;
    expect(sender.freed('a')).toEqual(ROW);
    await handle();
    expect(world.said).toEqual(['已收到 #1']);
    expect(sender.freed('a')).toBeNull();
  });

  it('waits for the morning when the night goes on', async () => {
    const { sender, handle } = senderAt(NIGHT);
    await handle();
    expect(sender.freed('a')).toBeNull();
  });

  it('is woken again when the gateway came back while its job was in hand', async () => {
    const { world, sender, handle } = senderAt(MORNING);
    world.connected = false;
    await handle();
    expect(sender.freed('a')).toBeNull();
    await handle();
    world.connected = true;
    expect(sender.freed('a')).toEqual(ROW);
    await handle();
    expect(world.said).toEqual(['已收到 #1']);
  });

  it('is not woken by a sender that stops', async () => {
    const { world, sender, handle } = senderAt(NIGHT);
    await handle();
    world.now = MORNING;
    await sender.stop(10);
    expect(sender.freed('a')).toBeNull();
  });
});
