import { pino } from 'pino';
import type { Incoming } from '../../../../src/cases/message.js';
import { eventually } from '../../../support/eventually.js';
import { Lanes } from '../../../../src/bot/intake/lanes.js';

const soon = (ms = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function message(chat: string, id: string): Incoming {
  return {
    id, chat: { id: chat, room: true }, who: 'w', name: '', at: 0, type: 'text', text: id, reply: id, quote: null,
    mentions: [], mentionsBot: false,
  }; // prettier-ignore
}

function lanesWith(
  deliver: (message: Incoming) => Promise<void>,
  chats = 10,
): { lanes: Lanes; done: string[] } {
  const done: string[] = [];
  const lanes = new Lanes({
    deliver: async ([first]) => {
      if (first) await deliver(first);
      return 1;
    },
    delivered: ({ id }) => void done.push(id),
    chats,
    timing: { backoffMinMs: 1, backoffMaxMs: 5 },
    log: pino({ level: 'silent' }),
  });
  return { lanes, done };
}

describe('Lanes', () => {
  it('takes one message of a chat at a time, chats side by side', async () => {
    const running = new Map<string, number>();
    let most = 0;
    const { lanes, done } = lanesWith(async ({ chat }) => {
      running.set(chat.id, (running.get(chat.id) ?? 0) + 1);
      expect(running.get(chat.id)).toBe(1);
      most = Math.max(
        most,
        [...running.values()].reduce((a, b) => a + b, 0),
      );
      await soon(5);
      running.set(chat.id, 0);
    });
    for (let i = 0; i < 9; i += 1) lanes.push(message(`r${i % 3}`, `${i}`));
    expect(lanes.size).toBe(9);
    await eventually('all', () => lanes.size === 0);
    expect(most).toBe(3);
    expect(done.filter((id) => Number(id) % 3 === 0)).toEqual(['0', '3', '6']);
    expect(lanes.size).toBe(0);
    await lanes.stop(10);
  });

  it('goes on in so many chats at once, and frees the place of one that failed', async () => {
    let fail = true;
    const { lanes, done } = lanesWith(async ({ chat }) => {
      if (chat.id === 'bad' && fail) throw new Error('away');
    }, 1);
    lanes.push(message('bad', 'x'));
    lanes.push(message('good', 'y'));
    await eventually('the other', () => done.length === 1);
    fail = false;
    await eventually('both', () => done.length === 2);
    expect(done).toEqual(['y', 'x']);
    await lanes.stop(10);
  });

  it('ends what runs, begins nothing more, and waits no longer than it may', async () => {
    let free: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => (free = resolve));
    const begun: string[] = [];
    const { lanes, done } = lanesWith(async ({ id }) => {
      begun.push(id);
      await stuck;
    });
    lanes.push(message('r', 'a'));
    lanes.push(message('r', 'b'));
    await eventually('it began', () => begun.length === 1);
    await lanes.stop(50);
    expect(done).toEqual([]);
    free();
    await eventually('it ends', () => done.length === 1);
    await soon();
    expect(begun).toEqual(['a']);
    expect(done).toEqual(['a']);
  });

  it('hands over together what waits in a chat, and comes again with what was left', async () => {
    const runs: string[] = [];
    const done: string[] = [];
    const lanes = new Lanes({
      deliver: async (messages) => {
        runs.push(messages.map(({ id }) => id).join(''));
        await soon(5);
        return Math.min(2, messages.length);
      },
      delivered: ({ id }) => void done.push(id),
      chats: 10,
      timing: { backoffMinMs: 1, backoffMaxMs: 5 },
      log: pino({ level: 'silent' }),
    });
    for (const id of 'abcde') lanes.push(message('r', id));
    await eventually('all', () => lanes.size === 0);
    expect(done.join('')).toBe('abcde');
    expect(runs).toEqual(['abcde', 'cde', 'e']);
    await lanes.stop(10);
  });

  it('hands over a bounded number at one time', async () => {
    const runs: number[] = [];
    const lanes = new Lanes({
      deliver: async (messages) => {
        runs.push(messages.length);
        await soon(5);
        return messages.length;
      },
      delivered: () => undefined,
      chats: 10,
      timing: { backoffMinMs: 1, backoffMaxMs: 5 },
      log: pino({ level: 'silent' }),
    });
    for (let i = 0; i <= 100; i += 1) lanes.push(message('r', `${i}`));
    await eventually('all', () => lanes.size === 0);
    expect(runs).toEqual([32, 32, 32, 5]);
    await lanes.stop(10);
  });
});
