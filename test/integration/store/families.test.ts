import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FamilyRecord } from '../../../src/cases/family.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { T0 } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

const TOWN = '店门镇';
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

const record = (...children: string[]): FamilyRecord => ({
  township: TOWN, category: 'utility', what: '停水', offeredAt: T0, children, joined: null,
}); // prettier-ignore

describe('families of cases', () => {
  it('are numbered by township, and found by number and by case', async () => {
    expect((await stores.families.offer(record('甲#1', '乙#1')))?.number).toBe(1);
    expect((await stores.families.offer(record('丙#1')))?.number).toBe(2);
    expect((await stores.families.offer({ ...record('丁#1'), township: '白果镇' }))?.number).toBe(1);
    expect(await stores.families.load(TOWN, 1)).toEqual({ ...record('甲#1', '乙#1'), number: 1 });
    expect((await stores.families.of(TOWN, '丙#1'))?.number).toBe(2);
    expect(await stores.families.of(TOWN, '丁#1')).toBeNull();
    expect(await stores.families.load(TOWN, 9)).toBeNull();
    expect((await stores.families.all(TOWN)).map((one) => one.number).sort()).toEqual([1, 2]);
  });

  it('hold a case once, whoever asks at the same time', async () => {
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => stores.families.offer(record('甲#1', '乙#1'))),
    );
    expect(asked.filter((one) => one !== null)).toHaveLength(1);
    expect(await stores.families.offer(record('丙#1', '乙#1'))).toBeNull();
    expect(await stores.families.of(TOWN, '丙#1')).toBeNull();
  });

  it('are joined with those that came later; a case of another family stays there', async () => {
    const one = await stores.families.offer(record('甲#1'));
    await stores.families.offer(record('乙#1'));
    if (!one) throw new Error('not offered');
    const joined = { ...one, children: ['甲#1', '乙#1', '丙#1'], joined: { by: '李望秋', at: T0 } };
    await stores.families.join(joined);
    await stores.families.join(joined);
    expect(await stores.families.load(TOWN, 1)).toEqual(joined);
    expect((await stores.families.of(TOWN, '丙#1'))?.number).toBe(1);
    expect((await stores.families.of(TOWN, '乙#1'))?.number).toBe(2);
  });
});
