import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Correction } from '../../../src/cases/correction.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { sampleCorrection } from '../../support/corrections.js';
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

async function all(): Promise<Correction[]> {
  const found: Correction[] = [];
  for await (const one of stores.corrections.all()) found.push(one);
  return found;
}

describe('what cadres confirmed and corrected', () => {
  it('comes back whole, oldest first, one a message: the latest word counts', async () => {
    const later = sampleCorrection('b', { at: 20 });
    const first = sampleCorrection('a', { at: 10 });
    await stores.corrections.put(later);
    await stores.corrections.put(first);
    expect(await all()).toEqual([first, later]);
    const voided = sampleCorrection('a', { at: 30, kind: 'voided' });
    await stores.corrections.put(voided);
    expect(await all()).toEqual([later, voided]);
    expect(await stores.corrections.get(first.id)).toEqual(voided);
    expect(await stores.corrections.get('none')).toBeNull();
  });

  it('goes by its time, leaving nothing behind', async () => {
    for (let i = 0; i < 450; i += 1) await stores.corrections.put(sampleCorrection(`m${i}`, { at: i }));
    expect(await stores.corrections.sweep(400)).toBe(400);
    expect((await all()).map((one) => one.at)).toEqual(Array.from({ length: 50 }, (_, i) => 400 + i));
    expect(await stores.corrections.sweep(10_000)).toBe(50);
    expect(await redis.keys('*corrections*')).toEqual([]);
  });

  it('can be found and erased by case and by message', async () => {
    for (let i = 0; i < 300; i += 1)
      await stores.corrections.put(
        sampleCorrection(`m${i}`, { at: i, caseId: i % 100 === 0 ? '甲#1' : null }),
      );
    expect(await stores.corrections.dropCases(['甲#1', '乙#2'])).toBe(3);
    expect(await stores.corrections.drop([sampleCorrection('m1').id, 'none'])).toBe(1);
    expect(await all()).toHaveLength(296);
  });

  it('a damaged entry is left out, and reported without its words', async () => {
    await stores.corrections.put(sampleCorrection('a', { at: 1 }));
    await stores.corrections.put(sampleCorrection('b', { at: 2 }));
    await redis.hset('hy:{k}:corrections:texts', sampleCorrection('a').id, '{"secret":1}');
    expect((await all()).map((one) => one.at)).toEqual([2]);
    expect(JSON.stringify(await stores.health())).not.toContain('secret');
  });
});
