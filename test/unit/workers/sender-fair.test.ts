import { pino } from 'pino';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import type { Outbox } from '../../../src/cases/ports.js';
import { pictureSchema, type SentFile } from '../../../src/cases/posts/picture.js';
import { Echoes } from '../../../src/workers/echoes.js';
import { Pacer, type Pace } from '../../../src/workers/pacer.js';
import { Sender } from '../../../src/workers/sender.js';
import { eventually } from '../../support/eventually.js';

const picture = pictureSchema.parse({ title: '日报', period: '5月2日', tiles: [], days: null, shares: null, ranking: null, lists: [], foot: '' }); // prettier-ignore
const file: SentFile = { kind: 'picture', name: '日报.png', picture };

function row(id: string, chat: string, more: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id, place: 'p', caseId: null, chat: { id: `${chat}@chatroom`, room: true }, orElse: null, text: id, mentions: [],
    priority: 'digest', createdAt: 0, prompt: false, merge: null, ...more,
  }; // prettier-ignore
}

/** A sender whose rows are known by id; a file is made when the test says so. */
function scene(rows: OutboxRow[], pace: Pace | null = null) {
  const said: string[] = [];
  const drawn: (() => void)[] = [];
  const pending = new Set(rows.map((one) => one.id));
  const outbox = {
    load: async (_place: string, id: string) => ({ row: rows.find((one) => one.id === id), state: pending.has(id) ? 'pending' : 'sent' }), // prettier-ignore
    claim: async (_place: string, ids: string[]) => ids.filter((id) => pending.delete(id)),
    settle: async () => undefined,
  };
  const sender = new Sender({
    outbox: outbox as unknown as Outbox,
    say: {
      connected: () => true,
      canWriteTo: async () => true,
      text: async (_chat, text) => (said.push(text), { result: 'sent', messageId: null }),
      file: async (_chat, { name }) => (said.push(name), { result: 'sent', messageId: null }),
    },
    clock: { now: () => 0 },
    pacer: new Pacer(pace),
    echoes: new Echoes(),
    quiet: null,
    mergeWindowMs: 0,
    render: () => '',
    make: async ({ name }) => {
      await new Promise<void>((resolve) => drawn.push(resolve));
      return { name, bytes: new Uint8Array(3) };
    },
    log: pino({ level: 'silent' }),
    tally: { opened: () => undefined, intake: () => undefined, sent: () => undefined },
  });
  const wake = (id: string): Promise<void> => sender.handle({ place: 'p', rowId: id }, null);
  return { said, drawn, sender, wake };
}

describe('the daily posts and an emergency', () => {
  const fire = row('着火 已收到', 'a', { priority: 'emergency' });

  it('while the picture of its chat is drawn, it is said; the picture follows, drawn once', async () => {
    const { said, drawn, wake } = scene([row('日报', 'a', { file }), fire]);
    const posted = wake('日报');
    await eventually('drawing', () => drawn.length > 0);
    await wake(fire.id);
    expect(said).toEqual(['着火 已收到']);
    drawn[0]?.();
    await posted;
    expect(said).toEqual(['着火 已收到', '日报.png']);
    expect(drawn).toHaveLength(1);
  });

  it('what is not more urgent keeps its place behind the picture', async () => {
    const { said, drawn, wake } = scene([row('日报', 'a', { file }), row('第二条', 'a')]);
    const both = [wake('日报'), wake('第二条')];
    await eventually('drawing', () => drawn.length > 0);
    drawn[0]?.();
    await Promise.all(both);
    expect(said).toEqual(['日报.png', '第二条']);
  });

  it('while all the chats wait for their turn, it is said at once, and its chat’s post when its turn comes', async () => {
    const pace = { perChatMs: 0, betweenChatsMs: 3_600_000, perMinute: 40 };
    const posts = ['甲', '乙', '丙'].map((name, i) => row(name, ['x', 'y', 'a'][i] ?? ''));
    const { said, wake, sender } = scene([...posts, fire], pace);
    const waiting = posts.map((one) => wake(one.id));
    await eventually('the first', () => said.length === 1);
    await wake(fire.id);
    expect(said).toEqual(['甲', '着火 已收到']);
    await sender.stop(10);
    await Promise.all(waiting);
    expect(said).toHaveLength(2);
  });
});
