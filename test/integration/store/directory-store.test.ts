import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { T0 } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

const DAY = 24 * 3_600_000;
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

describe('bindings', () => {
  it('bind a group and a room once', async () => {
    const { directory } = stores;
    expect(await directory.bind('topic:石门', 'r1')).toBe(true);
    expect(await directory.bind('topic:石门', 'r2')).toBe(false);
    expect(await directory.bind('topic:店门', 'r1')).toBe(false);
    expect(await directory.bind('topic:石门', 'r1')).toBe(true);
    expect(await directory.bindings()).toEqual({ 'topic:石门': 'r1' });
    expect(await directory.version()).toBe(1);
  });

  it('bind one of two rooms of the same topic', async () => {
    const bound = await Promise.all(
      ['r1', 'r2', 'r3'].map((room) => stores.directory.bind('topic:石门', room)),
    );
    expect(bound.filter(Boolean)).toHaveLength(1);
  });
});

describe('one-time codes', () => {
  it('enrol once, and raise the version', async () => {
    await stores.directory.putCode('123456', '周小满', T0 + 1000);
    expect(await stores.directory.version()).toBe(0);
    expect(await stores.directory.redeem('123456', 'wxid_zhou', T0)).toEqual({
      result: 'ok',
      official: '周小满',
    });
    expect(await stores.directory.enrolments()).toEqual({ wxid_zhou: '周小满' });
    expect(await stores.directory.version()).toBe(1);
    expect(await stores.directory.redeem('123456', 'wxid_thief', T0)).toEqual({ result: 'wrong', left: 4 });
    expect(await stores.directory.enrolments()).toEqual({ wxid_zhou: '周小满' });
  });

  it('enrol one of two who type the same code at once', async () => {
    await stores.directory.putCode('123456', '周小满', T0 + 1000);
    const tried = await Promise.all(['a', 'b'].map((who) => stores.directory.redeem('123456', who, T0)));
    expect(tried.map((one) => one.result).sort()).toEqual(['ok', 'wrong']);
  });

  it('end at their time', async () => {
    await stores.directory.putCode('123456', '周小满', T0);
    expect(await stores.directory.redeem('123456', 'wxid_zhou', T0)).toEqual({ result: 'wrong', left: 4 });
  });

  it('replace an earlier one of the same official, and never another official', async () => {
    await stores.directory.putCode('111111', '周小满', T0 + 1000);
    await stores.directory.putCode('222222', '周小满', T0 + 1000);
    await stores.directory.putCode('222222', '周小满', T0 + 1000);
    await expect(stores.directory.putCode('222222', '李望秋', T0 + 1000)).rejects.toMatchObject({
      name: 'CodeTakenError',
    });
    expect(await stores.directory.redeem('111111', 'x', T0)).toEqual({ result: 'wrong', left: 4 });
    expect(await stores.directory.redeem('222222', 'x', T0)).toEqual({ result: 'ok', official: '周小满' });
  });

  it('stand in Redis by hash only', async () => {
    await stores.directory.putCode('314159', '周小满', T0 + 1000);
    await stores.directory.redeem('271828', 'wxid_zhou', T0);
    const dump = await Promise.all((await redis.keys('*')).map(async (key) => [key, await redis.dump(key)]));
    expect(JSON.stringify(dump)).not.toMatch(/314159|271828/);
    expect(dump.map(([key]) => key).join()).not.toContain('wxid_zhou');
  });

  it('lock a contact for a day after five wrong ones, right codes too', async () => {
    await stores.directory.putCode('123456', '周小满', T0 + 9 * DAY);
    const left = [];
    for (let i = 0; i < 5; i += 1) left.push(await stores.directory.redeem('000000', 'wxid_x', T0 + i));
    expect(left).toEqual([4, 3, 2, 1, 0].map((n) => ({ result: 'wrong', left: n })));
    expect(await stores.directory.redeem('000000', 'wxid_x', T0 + 10)).toEqual({ result: 'locked' });
    expect(await stores.directory.redeem('123456', 'wxid_x', T0 + DAY)).toEqual({ result: 'locked' });
    expect(await stores.directory.redeem('000000', 'wxid_other', T0 + DAY)).toEqual({
      result: 'wrong',
      left: 4,
    });
    expect(await stores.directory.redeem('123456', 'wxid_x', T0 + DAY + 10)).toEqual({
      result: 'ok',
      official: '周小满',
    });
  });

  it('count wrong ones of one day only, and from nothing after a right one', async () => {
    for (let i = 0; i < 4; i += 1) await stores.directory.redeem('000000', 'wxid_x', T0);
    expect(await stores.directory.redeem('000000', 'wxid_x', T0 + DAY)).toEqual({ result: 'wrong', left: 4 });
    await stores.directory.putCode('123456', '周小满', T0 + 9 * DAY);
    await stores.directory.redeem('123456', 'wxid_x', T0 + DAY);
    expect(await stores.directory.redeem('000000', 'wxid_x', T0 + DAY)).toEqual({ result: 'wrong', left: 4 });
  });
});

describe('silence, enrolment by hand, and what is told once', () => {
  it('are kept for all processes', async () => {
    const other = createStores(server.connect(), { account: 'main' });
    await stores.directory.setSilenced('r1', true);
    await stores.directory.setSilenced('r2', true);
    await stores.directory.setSilenced('r1', false);
    expect(await other.directory.silenced()).toEqual(['r2']);
    await stores.directory.enrol('wxid_li', '李望秋');
    expect(await other.directory.enrolments()).toEqual({ wxid_li: '李望秋' });
    expect(await other.directory.version()).toBe(4);
    const told = await Promise.all([stores, other, stores].map((one) => one.directory.tellOnce('room:r9')));
    expect(told.filter(Boolean)).toHaveLength(1);
    expect(await other.directory.tellOnce('room:r8')).toBe(true);
  });
});
