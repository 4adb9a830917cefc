import { SecondReading } from '../../../src/bot/second-reading.js';
import type { Decision } from '../../../src/cases/message.js';
import type { Memos } from '../../../src/cases/ports.js';
import type { RoomMessage, RoomReader } from '../../../src/recognise/api.js';
import type { Question, Verdict } from '../../../src/recognise/second/question.js';
import { SecondRoom } from '../../../src/recognise/second/room.js';

const UNSURE: Decision = {
  action: 'suggest', intent: 'petition', category: 'road', urgency: 'normal', sealed: false, matter: 'm1', confidence: 0.5, ask: true,
}; // prettier-ignore
const OPEN: Verdict = { action: 'open', matter: 0, kind: 'petition', category: 'utility', urgency: 'urgent' };
const LINE: RoomMessage = { id: 'm1', at: 1_000, who: 'v1', name: '老贺', speaker: 'villager', type: 'text', text: '又没水了' }; // prettier-ignore

class Notes implements Memos {
  readonly kept = new Map<string, string>();
  get = async (key: string): Promise<string | null> => this.kept.get(key) ?? null;
  set = async (key: string, value: string): Promise<void> => void this.kept.set(key, value);
  delete = async (key: string): Promise<void> => void this.kept.delete(key);
  hide = this.set;
  reveal = this.get;
}

function scene(decision: Decision, verdict: Verdict | null, memos = new Notes()) {
  const inner: RoomReader = {
    read: () => decision,
    open: () => undefined,
    resolve: () => undefined,
    close: () => undefined,
  };
  const room = new SecondRoom(inner, [], { officials: () => [], hidden: (text) => text.includes('周小满') });
  const asked: Question[] = [];
  const ask = async (question: Question): Promise<Verdict | null> => {
    asked.push(question);
    return verdict;
  };
  const second = new SecondReading({ ask, model: 'qwen', memos });
  return { room, second, asked, memos };
}

describe('settling one message', () => {
  it('the word counts, names its model, and is kept without any text', async () => {
    const { room, second, asked, memos } = scene(UNSURE, OPEN);
    const settled = await second.settle('r1', room, LINE, room.read(LINE));
    expect(settled).toMatchObject({ action: 'open', category: 'utility', settledBy: 'qwen' });
    expect(asked).toHaveLength(1);
    expect([...memos.kept.values()].join('')).not.toContain('水');
  });

  it('a message that comes again means the same, and nobody is asked twice', async () => {
    const first = scene(UNSURE, OPEN);
    await first.second.settle('r1', first.room, LINE, first.room.read(LINE));
    const again = scene(UNSURE, null, first.memos);
    expect(await again.second.settle('r1', again.room, LINE, again.room.read(LINE))).toMatchObject({
      action: 'open',
    });
    expect(again.asked).toEqual([]);
  });

  it('after a restart the room remembers what was settled', async () => {
    const first = scene(UNSURE, OPEN);
    await first.second.settle('r1', first.room, LINE, first.room.read(LINE));
    const later = scene(UNSURE, null, first.memos);
    await later.second.remember('r1', later.room, LINE, later.room.read(LINE));
    const next = { ...LINE, id: 'm2', who: 'v2', text: '我家也是' };
    const question = later.room.ask(next, { ...later.room.read(next), matter: null })?.question;
    expect(question?.matters).toMatchObject([{ text: '又没水了', state: 'open', category: 'utility' }]);
    expect(later.asked).toEqual([]);
  });

  it('no word, a damaged note, a plain room, an official’s name beside money: the local decision', async () => {
    const none = scene(UNSURE, null);
    expect(await none.second.settle('r1', none.room, LINE, UNSURE)).toBe(UNSURE);
    const damaged = scene(UNSURE, null);
    damaged.memos.kept.set('second:r1:m1', '{"verdict"');
    expect(await damaged.second.settle('r1', damaged.room, LINE, damaged.room.read(LINE))).toEqual(UNSURE);
    const plain: RoomReader = {
      read: () => UNSURE,
      open: () => undefined,
      resolve: () => undefined,
      close: () => undefined,
    };
    expect(await none.second.settle('r1', plain, LINE, UNSURE)).toBe(UNSURE);
    const named = scene(UNSURE, OPEN);
    const line = { ...LINE, text: '周小满的发票' };
    expect(await named.second.settle('r1', named.room, line, named.room.read(line))).toEqual(UNSURE);
    expect(named.asked).toEqual([]);
  });
});
