import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main' });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

describe('the inbox', () => {
  it('keeps ids in their order until they are settled', async () => {
    expect(await stores.inbox.accept(['9', '10', 'b', 'a'])).toEqual(['9', '10', 'b', 'a']);
    await stores.inbox.settle('10');
    await stores.inbox.settle('never');
    expect(await stores.inbox.pending()).toEqual(['9', 'b', 'a']);
  });

  it('takes each id once, within a batch, across batches, and after it was settled', async () => {
    expect(await stores.inbox.accept(['a', 'a', 'b'])).toEqual(['a', 'b']);
    await stores.inbox.settle('a');
    expect(await stores.inbox.accept(['b', 'a', 'c'])).toEqual(['c']);
    expect(await stores.inbox.accept([])).toEqual([]);
    expect(await stores.inbox.pending()).toEqual(['b', 'c']);
  });

  it('gives an id to one of two processes only', async () => {
    const other = createStores(server.connect(), { account: 'main' });
    const ids = Array.from({ length: 300 }, (_, i) => `m${i}`);
    const [a, b] = await Promise.all([stores.inbox.accept(ids), other.inbox.accept(ids)]);
    expect([...a, ...b].sort()).toEqual([...ids].sort());
  });

  it('is one of each account', async () => {
    await stores.inbox.accept(['a']);
    expect(await stores.inboxOf('second').accept(['a'])).toEqual(['a']);
    await stores.inboxOf('second').settle('a');
    expect(await stores.inbox.pending()).toEqual(['a']);
  });

  it('takes 100,000 ids at once, in order', async () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `70123456789${String(i).padStart(8, '0')}`);
    expect(await stores.inbox.accept(ids)).toEqual(ids);
    expect(await stores.inbox.pending()).toEqual(ids);
    expect(await stores.inbox.accept(ids.slice(0, 1000))).toEqual([]);
  });

  it('forgets an id after 7 days, not before', async () => {
    await stores.inbox.accept(['a']);
    const [key = ''] = await redis.keys('*:seen:*');
    const today = Number(/\d+$/.exec(key)?.[0]);
    const seenOn = (day: number) => key.replace(/\d+$/, String(day));
    expect(await redis.ttl(key)).toBeGreaterThan(8 * 86_400 - 60);
    await redis.rename(key, seenOn(today - 7));
    expect(await stores.inbox.accept(['a', 'b'])).toEqual(['b']);
    await redis.rename(seenOn(today - 7), seenOn(today - 8));
    expect(await stores.inbox.accept(['a', 'b'])).toEqual(['a']);
  });
});
