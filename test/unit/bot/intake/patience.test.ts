import { Patience } from '../../../../src/bot/intake/patience.js';
import { Queue } from '../../../../src/bot/intake/queue.js';

describe('Patience', () => {
  it('ends after five clear answers that there is nothing', () => {
    for (const kind of ['missing', 'garbage'] as const) {
      const patience = new Patience(600_000);
      for (let i = 0; i < 4; i += 1) expect(patience.failed(kind, 10)).toBeNull();
      expect(patience.failed(kind, 10)).not.toBeNull();
    }
  });
  it('ends when it was tried long enough while connected', () => {
    const patience = new Patience(600_000);
    expect(patience.failed('other', 300_000)).toBeNull();
    for (let i = 0; i < 100; i += 1) expect(patience.failed('away', 300_000)).toBeNull();
    expect(patience.failed('other', 300_000)).toBe('not readable in 600 s');
  });
});

describe('Queue', () => {
  it('gives first what came first, however long', () => {
    const queue = new Queue<number>();
    for (let i = 0; i < 10_000; i += 1) queue.push(i);
    for (let i = 0; i < 10_000; i += 1) {
      expect(queue.shift()).toBe(i);
      if (i % 3 === 0) queue.push(10_000 + i / 3);
    }
    expect(queue.size).toBe(3334);
    expect(queue.shift()).toBe(10_000);
    while (queue.size > 0) queue.shift();
    expect(queue.shift()).toBeUndefined();
  });
});
