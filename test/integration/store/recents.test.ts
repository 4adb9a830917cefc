import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { T0, sampleMessage } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

const DAY = 24 * 3_600_000;
const CHAT = 'r1@chatroom';
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

const remember = (id: string, at: number) => stores.recents.remember([sampleMessage(id, { at })]);
const recalled = async (n: number, now: number) =>
  (await stores.recents.recall(CHAT, n, now)).map((one) => one.id);

describe('the last 24 hours of a chat', () => {
  it('come back oldest first, whole, the latest n of them', async () => {
    await remember('b', T0 + 2);
    await remember('a', T0 + 1);
    await remember('c', T0 + 3);
    expect(await stores.recents.recall(CHAT, 1, T0)).toEqual([sampleMessage('c', { at: T0 + 3 })]);
    expect(await recalled(10, T0)).toEqual(['a', 'b', 'c']);
    expect(await stores.recents.find(CHAT, 'b')).toEqual(sampleMessage('b', { at: T0 + 2 }));
    expect(await stores.recents.find(CHAT, 'x')).toBeNull();
    expect(await stores.recents.recall('other', 10, T0)).toEqual([]);
  });

  it('keep a place and a recall as they came', async () => {
    const location = { latitude: 27.2, longitude: 112.9, name: '石门', address: '石门社区' };
    const message = sampleMessage('p', { type: 'location', location, recalls: 'old' });
    await stores.recents.remember([message]);
    expect(await stores.recents.find(CHAT, 'p')).toEqual(message);
  });

  it('end at 24 hours by the given time', async () => {
    await remember('a', T0);
    await remember('b', T0 + 1);
    expect(await recalled(10, T0 + DAY)).toEqual(['a', 'b']);
    expect(await recalled(10, T0 + DAY + 1)).toEqual(['b']);
  });

  it('vanish from Redis when swept, text and all', async () => {
    await remember('a', T0);
    await remember('b', T0 + 5);
    await stores.recents.remember([sampleMessage('x', { chat: { id: 'wxid_he', room: false }, at: T0 })]);
    expect(await stores.trim(T0 + DAY + 1)).toEqual({ recents: 2, rows: 0 });
    expect(await recalled(10, T0)).toEqual(['b']);
    expect(await stores.recents.sweep(T0 + 2 * DAY)).toBe(1);
    expect((await redis.keys('*')).filter((key) => key.includes('recent'))).toEqual([]);
  });

  it('vanish from Redis even if nobody sweeps', async () => {
    await remember('a', T0);
    const keys = (await redis.keys('*{c:*')).filter((key) => key.includes('recent'));
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(await redis.ttl(key)).toBeGreaterThan(24 * 3600);
    for (const key of keys) expect(await redis.ttl(key)).toBeLessThanOrEqual(25 * 3600);
  });

  it('hold at most 500 messages a chat', async () => {
    for (let i = 0; i < 520; i += 1) await remember(`m${i}`, T0 + i);
    const ids = await recalled(1000, T0);
    expect(ids).toHaveLength(500);
    expect(ids[0]).toBe('m20');
    expect(await stores.recents.find(CHAT, 'm19')).toBeNull();
  });

  it('forget one message that was recalled', async () => {
    await remember('a', T0);
    await remember('b', T0 + 1);
    await stores.recents.forget(CHAT, 'a');
    await stores.recents.forget(CHAT, 'a');
    expect(await stores.recents.find(CHAT, 'a')).toBeNull();
    expect(await recalled(10, T0)).toEqual(['b']);
  });

  it('skip what is damaged', async () => {
    await remember('a', T0);
    await remember('b', T0 + 1);
    const [key = ''] = await redis.keys('*recent-text');
    await redis.hset(key, 'a', '{"text":"secret"');
    expect(await recalled(10, T0)).toEqual(['b']);
    expect(JSON.stringify(await stores.health())).not.toContain('secret');
  });
});

describe('notes', () => {
  it('are kept for their time and no longer', async () => {
    await stores.memos.set('undo:wxid_li', 'x', 2_000);
    expect(await stores.memos.get('undo:wxid_li')).toBe('x');
    expect((await redis.keys('*')).filter((key) => key.includes('wxid'))).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await stores.memos.get('undo:wxid_li')).toBeNull();
    await stores.memos.set('a', 'y', 60_000);
    await stores.memos.delete('a');
    expect(await stores.memos.get('a')).toBeNull();
  });
});
