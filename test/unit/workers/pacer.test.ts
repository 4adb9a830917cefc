import { jest } from '@jest/globals';
import { Pacer } from '../../../src/workers/pacer.js';

const PACE = { perChatMs: 1_000, betweenChatsMs: 3_000, perMinute: 40 };

/** Drives the pacer with a clock of its own; says who spoke when. */
function drive(pace: typeof PACE | null) {
  const spoken: [string, number][] = [];
  const now = (): number => Date.now();
  const start = now();
  const pacer = new Pacer(pace, now);
  const ask = (name: string, chat: string, priority: 'emergency' | 'receipt' | 'other' | 'digest'): void => {
    void pacer.turn(chat, priority).then(() => spoken.push([name, now() - start]));
  };
  return { pacer, spoken, ask };
}

describe('pacing', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves a second within a chat and three between chats', async () => {
    const { ask, spoken } = drive(PACE);
    ask('a1', 'a', 'other');
    ask('a2', 'a', 'other');
    ask('b1', 'b', 'other');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(spoken).toEqual([['a1', 0], ['a2', 1_000], ['b1', 4_000]]); // prettier-ignore
  });

  it('lets nothing lower slip in while something higher waits for its moment', async () => {
    const { ask, spoken } = drive(PACE);
    ask('first', 'a', 'other');
    ask('next in the same chat', 'a', 'other');
    ask('receipt elsewhere', 'b', 'receipt');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(spoken.map(([name]) => name)).toEqual(['first', 'receipt elsewhere', 'next in the same chat']);
  });

  it('an emergency waits for its own chat alone', async () => {
    const { ask, spoken } = drive(PACE);
    ask('talk', 'a', 'other');
    ask('more talk', 'a', 'other');
    ask('fire', 'b', 'emergency');
    await jest.advanceTimersByTimeAsync(1);
    expect(spoken.map(([name]) => name)).toEqual(['talk', 'fire']);
  });

  it('keeps to so many a minute', async () => {
    const { ask, spoken } = drive({ perChatMs: 0, betweenChatsMs: 0, perMinute: 5 });
    for (let i = 0; i < 8; i += 1) ask(String(i), `chat ${i}`, 'receipt');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(spoken).toHaveLength(5);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(spoken).toHaveLength(8);
  });

  it('closed, it holds nobody', async () => {
    const { ask, spoken, pacer } = drive(PACE);
    ask('1', 'a', 'other');
    ask('2', 'b', 'other');
    pacer.close();
    ask('3', 'c', 'other');
    await jest.advanceTimersByTimeAsync(1);
    expect(spoken).toHaveLength(3);
  });

  it('without pacing everybody goes at once', async () => {
    const { ask, spoken } = drive(null);
    for (let i = 0; i < 100; i += 1) ask(String(i), `chat ${i}`, 'digest');
    await jest.advanceTimersByTimeAsync(0);
    expect(spoken).toHaveLength(100);
  });
});
