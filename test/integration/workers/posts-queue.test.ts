import { pino } from 'pino';
import type { OutboxRow } from '../../../src/cases/outcome.js';
import { Jobs, startWorkers } from '../../../src/workers/queues.js';
import { eventually } from '../../support/eventually.js';
import { TestRedis } from '../../support/redis.js';

const row = (id: string, priority: OutboxRow['priority'], chat = id): OutboxRow => ({
  id, place: '~desk', caseId: null, chat: { id: `${chat}@chatroom`, room: true }, orElse: null, text: id, mentions: [],
  priority, createdAt: 0, prompt: false, merge: null,
}); // prettier-ignore

describe('the posts of a county in the hands of the sender', () => {
  it('a thousand that wait for their turn hold back nobody else, and all get theirs', async () => {
    const redis = await TestRedis.start();
    const queue = { producer: redis.connect('producer'), worker: redis.connect('worker'), account: 'a', log: pino({ level: 'silent' }), failed: () => undefined }; // prettier-ignore
    const jobs = new Jobs(queue);
    const taken: string[] = [];
    const turns: (() => void)[] = [];
    const send = async ({ rowId }: { rowId: string }): Promise<void> => {
      taken.push(rowId);
      if (rowId.startsWith('日报')) await new Promise<void>((resolve) => turns.push(resolve));
    };
    const stop = startWorkers({ send }, queue);
    await jobs.wakeSend(Array.from({ length: 1_000 }, (_, i) => row(`日报${i}`, 'digest')));
    await eventually('posts in hand', () => taken.length >= 100);
    await jobs.wakeSend([row('着火', 'emergency', '日报7'), row('收到', 'receipt')]);
    await eventually('the others', () => taken.includes('着火') && taken.includes('收到'));
    expect(taken.length).toBeLessThan(200);
    await eventually('all posts', () => {
      for (const go of turns.splice(0)) go();
      return taken.length === 1_002;
    });
    expect(new Set(taken).size).toBe(1_002);
    const last = eventually('the last turns', () => {
      for (const go of turns.splice(0)) go();
      return turns.length === 0;
    });
    await Promise.all([stop(), last]);
    await jobs.close();
    await redis.stop();
  });
});
