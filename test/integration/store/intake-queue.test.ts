import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { sampleItem } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

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

describe('a queue', () => {
  it('keeps the order of arrival and takes the message out of the inbox', async () => {
    await stores.inbox.accept(['a', 'b', 'c']);
    for (const id of ['a', 'b']) expect(await stores.intake.push([sampleItem(id)])).toBe(1);
    expect(await stores.inbox.pending()).toEqual(['c']);
    expect(await stores.intake.peek(CHAT, 10)).toEqual([sampleItem('a'), sampleItem('b')]);
    expect(await stores.intake.peek(CHAT, 1)).toEqual([sampleItem('a')]);
    await stores.intake.done(CHAT, 'a');
    expect((await stores.intake.peek(CHAT, 10)).map((item) => item.message.id)).toEqual(['b']);
  });

  it('takes a message once, also after it was consumed', async () => {
    await stores.intake.push([sampleItem('a')]);
    expect(await stores.intake.push([sampleItem('a')])).toBe(0);
    await stores.intake.done(CHAT, 'a');
    expect(await stores.intake.push([sampleItem('a')])).toBe(0);
    expect(await stores.intake.peek(CHAT, 10)).toEqual([]);
  });

  it('takes a run of messages in its order, those that are new', async () => {
    await stores.inbox.accept(['a', 'b', 'c', 'd']);
    await stores.intake.push([sampleItem('b')]);
    expect(await stores.intake.push(['a', 'b', 'c'].map((id) => sampleItem(id)))).toBe(2);
    expect(await stores.intake.push([])).toBe(0);
    expect((await stores.intake.peek(CHAT, 10)).map((item) => item.message.id)).toEqual(['b', 'a', 'c']);
    expect(await stores.inbox.pending()).toEqual(['d']);
  });

  it('removes only the head that is meant', async () => {
    await stores.intake.push([sampleItem('a')]);
    await stores.intake.push([sampleItem('b')]);
    await stores.intake.done(CHAT, 'b');
    await stores.intake.done(CHAT, 'a');
    await stores.intake.done(CHAT, 'a');
    expect((await stores.intake.peek(CHAT, 10)).map((item) => item.message.id)).toEqual(['b']);
  });

  it('sets a head aside with its error, for the operator', async () => {
    await stores.intake.push([sampleItem('a')]);
    await stores.intake.push([sampleItem('b')]);
    await stores.intake.setAside(CHAT, 'b', 'not the head');
    await stores.intake.setAside(CHAT, 'a', 'boom');
    expect((await stores.intake.peek(CHAT, 10)).map((item) => item.message.id)).toEqual(['b']);
    const aside = await stores.intake.listAside();
    expect(aside).toEqual([
      { chatId: CHAT, messageId: 'a', error: 'boom', item: JSON.stringify(sampleItem('a')) },
    ]);
  });

  it('sets a damaged head aside by itself, and goes on behind it', async () => {
    for (const id of ['a', 'b', 'c']) await stores.intake.push([sampleItem(id)]);
    const [items = ''] = await redis.keys('*:items');
    await redis.hset(items, 'a', 'broken', 'c', '{}');
    expect((await stores.intake.peek(CHAT, 10)).map((item) => item.message.id)).toEqual(['b']);
    await stores.intake.done(CHAT, 'b');
    expect(await stores.intake.peek(CHAT, 10)).toEqual([]);
    expect((await stores.intake.listAside()).map((one) => one.messageId)).toEqual(['a', 'c']);
    expect(await stores.health()).toMatchObject({
      damaged: [expect.stringContaining('(a)'), expect.stringContaining('(c)')],
    });
  });
});

describe('chats that wait', () => {
  it('are listed until their queue is empty, and again when something comes', async () => {
    await stores.intake.push([sampleItem('a')]);
    await stores.intake.push([sampleItem('b', { chat: { id: 'wxid_he', room: false } })]);
    expect((await stores.intake.waiting()).sort()).toEqual([CHAT, 'wxid_he']);
    await stores.intake.done(CHAT, 'a');
    expect(await stores.intake.waiting()).toEqual(['wxid_he']);
    await stores.intake.push([sampleItem('c')]);
    expect((await stores.intake.waiting()).sort()).toEqual([CHAT, 'wxid_he']);
  });

  it('are never lost between a push and a look', async () => {
    const looking = createStores(server.connect(), { account: 'main' });
    for (let i = 0; i < 150; i += 1) {
      const [, pushed] = await Promise.all([
        looking.intake.waiting(),
        stores.intake.push([sampleItem(`m${i}`)]),
      ]);
      expect(pushed).toBe(1);
      expect(await stores.intake.waiting()).toEqual([CHAT]);
      await stores.intake.done(CHAT, `m${i}`);
    }
  });
});

describe('a lease', () => {
  it('is held by one consumer, renewed by it, and given back only by it', async () => {
    expect(await stores.intake.lease(CHAT, 'one', 60_000)).toBe(true);
    expect(await stores.intake.lease(CHAT, 'two', 60_000)).toBe(false);
    expect(await stores.intake.lease(CHAT, 'one', 60_000)).toBe(true);
    await stores.intake.release(CHAT, 'two');
    expect(await stores.intake.lease(CHAT, 'two', 60_000)).toBe(false);
    await stores.intake.release(CHAT, 'one');
    expect(await stores.intake.lease(CHAT, 'two', 60_000)).toBe(true);
  });

  it('passes on when its holder died', async () => {
    expect(await stores.intake.lease(CHAT, 'dead', 2_000)).toBe(true);
    expect(await stores.intake.lease(CHAT, 'next', 60_000)).toBe(false);
    await sleep(2_100);
    expect(await stores.intake.lease(CHAT, 'next', 60_000)).toBe(true);
    await stores.intake.release(CHAT, 'dead');
    expect(await stores.intake.lease(CHAT, 'dead', 60)).toBe(false);
  });

  it('is taken by exactly one of many at once', async () => {
    const tokens = Array.from({ length: 20 }, (_, i) => `t${i}`);
    const taken = await Promise.all(tokens.map((token) => stores.intake.lease(CHAT, token, 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
