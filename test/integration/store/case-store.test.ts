import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleCase, sampleRow, step } from '../../support/case-samples.js';
import { testVault } from '../../support/vault.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
let others: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main', vault: testVault() });
  others = createStores(server.connect(), { account: 'main', vault: testVault() });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

describe('save', () => {
  it('writes state, history, number, links and rows together', async () => {
    const row = sampleRow('op/0.0');
    const change = opening(1, {}, { rows: [row] });
    expect(await stores.cases.save(change)).toBe('saved');
    const [entry] = change.cases;
    expect(await stores.cases.load(`${PLACE}#1`)).toEqual(entry?.case);
    expect(await stores.cases.byNumber(PLACE, 1)).toEqual(entry?.case);
    expect(await stores.cases.history(`${PLACE}#1`)).toEqual(entry?.events);
    expect(await stores.cases.counter(PLACE)).toBe(1);
    expect(await stores.cases.caseOfMessage(PLACE, 'm1')).toBe(`${PLACE}#1`);
    expect(await stores.cases.applied(PLACE, change.opId)).toBe(true);
    expect(await stores.cases.rowsOf(PLACE, change.opId)).toEqual([row]);
    expect(await stores.cases.places()).toEqual([PLACE]);
    expect(await stores.outbox.places()).toEqual([PLACE]);
  });

  it('applies one operation once when two clients save it at once', async () => {
    const change = opening(1, {}, { rows: [sampleRow('op/0.0')] });
    const results = await Promise.all([stores.cases.save(change), others.cases.save(change)]);
    expect(results.sort()).toEqual(['already', 'saved']);
    expect(await stores.cases.history(`${PLACE}#1`)).toHaveLength(1);
    expect(await stores.outbox.unsettled(PLACE)).toHaveLength(1);
  });

  it('writes nothing when another writer was faster with the number', async () => {
    await stores.cases.save(opening(1));
    const late = opening(1, { messageId: 'late' }, { opId: 'late', rows: [sampleRow('late/0.0')] });
    expect(await stores.cases.save(late)).toBe('conflict');
    expect(await stores.cases.applied(PLACE, 'late')).toBe(false);
    expect(await stores.cases.caseOfMessage(PLACE, 'late')).toBeNull();
    expect(await stores.outbox.unsettled(PLACE)).toEqual([]);
  });

  it('writes nothing of any case when one of them has moved on', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(opening(2));
    const first = sampleCase(1);
    await stores.cases.save(step(first, { type: 'accept' }, { state: 'accepted' }));
    const stale = step(first, { type: 'withdraw' }, { state: 'withdrawn' });
    const both = {
      ...stale,
      cases: [...step(sampleCase(2), { type: 'accept' }, { state: 'accepted' }).cases, ...stale.cases],
    };
    expect(await stores.cases.save(both)).toBe('conflict');
    expect((await stores.cases.byNumber(PLACE, 2))?.state).toBe('received');
    expect((await stores.cases.byNumber(PLACE, 1))?.state).toBe('accepted');
    expect(await stores.cases.history(`${PLACE}#2`)).toHaveLength(1);
  });

  it('refuses a change that contradicts itself', async () => {
    await expect(stores.cases.save(opening(3, {}, { expectCounter: 0 }))).rejects.toThrow(
      /should have number 1/,
    );
    await expect(stores.cases.save(opening(1, {}, { place: '别处' }))).rejects.toThrow(/another slot/);
    await expect(stores.cases.save(opening(1, { sealed: true }))).rejects.toThrow(/sealed/);
    expect(await stores.cases.save(opening(1, {}, { expectCounter: null })).catch(String)).toMatch(
      /expectCounter/,
    );
    const stray = opening(1, {}, { rows: [sampleRow('x', { place: '别处' })] });
    await expect(stores.cases.save(stray)).rejects.toThrow(/outbox/);
    expect(await redis.keys('*')).toEqual([]);
  });

  it('gives twenty writers at once the numbers 1 to N without a gap', async () => {
    const writers = Array.from({ length: 20 }, (_, i) =>
      createStores(i % 2 ? redis : server.connect(), { account: 'main', vault: testVault() }),
    );
    const numbers = await Promise.all(
      writers.flatMap((writer, w) => [0, 1, 2].map((n) => openNext(writer, `${w}-${n}`))),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual(numbers);
  });
});

/** What a worker does: reads the counter, takes the next number, tries again after a conflict. */
async function openNext(writer: Stores, who: string): Promise<number> {
  for (;;) {
    const number = (await writer.cases.counter(PLACE)) + 1;
    const result = await writer.cases.save(opening(number, { messageId: who }, { opId: `op-${who}` }));
    if (result === 'saved') return number;
    if (result === 'already') throw new Error('applied twice');
  }
}

describe('listings', () => {
  it('lists open cases oldest first and lets final ones go', async () => {
    await stores.cases.save(opening(1, { openedAt: T0 + 9 }));
    await stores.cases.save(opening(2, { openedAt: T0 + 3 }));
    await stores.cases.save(opening(3, { openedAt: T0 + 6 }));
    await stores.cases.save(
      step(sampleCase(3), { type: 'withdraw' }, { state: 'withdrawn', closedAt: T0 + 50 }),
    );
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual([2, 1]);
  });

  it('finds what happened within a time, by each of its moments, and forgets an undone one', async () => {
    const later = { answeredAt: T0 + 5000, state: 'accepted' as const };
    await stores.cases.save(opening(1));
    await stores.cases.save(step(sampleCase(1), { type: 'accept' }, later));
    const touched = async (from: number, to: number) =>
      (await stores.cases.touched(PLACE, from, to)).map((one) => one.id);
    expect(await touched(T0, T0 + 1000)).toEqual([`${PLACE}#1`]);
    expect(await touched(T0 + 5000, T0 + 5001)).toEqual([`${PLACE}#1`]);
    expect(await touched(T0 + 4000, T0 + 5000)).toEqual([]);
    const undone = step(
      sampleCase(1, { version: 2 }),
      { type: 'undone', seq: 2 },
      { answeredAt: null, state: 'received' },
    );
    expect(await stores.cases.save(undone)).toBe('saved');
    expect(await touched(T0 + 5000, T0 + 5001)).toEqual([]);
  });

  it('lists resolved cases until they are closed or opened again', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(
      step(sampleCase(1), { type: 'resolve', done: '换了' }, { state: 'resolved', resolvedAt: T0 + 70 }),
    );
    const before = async (t: number) => (await stores.cases.resolvedBefore(PLACE, t)).map((one) => one.id);
    expect(await before(T0 + 70)).toEqual([]);
    expect(await before(T0 + 71)).toEqual([`${PLACE}#1`]);
    const resolved = sampleCase(1, { version: 2, state: 'resolved', resolvedAt: T0 + 70 });
    await stores.cases.save(step(resolved, { type: 'close' }, { state: 'closed', closedAt: T0 + 99 }));
    expect(await before(T0 + 1000)).toEqual([]);
  });

  it('lists cases that have waited long enough for the villager, until their clock goes on', async () => {
    await stores.cases.save(opening(1));
    const out = async (t: number) => (await stores.cases.waitedOut(PLACE, t)).map((one) => one.id);
    expect(await out(T0 + 1000)).toEqual([]);
    const waiting = { since: T0 + 10, until: T0 + 70, question: '哪一盏' };
    const ask = { type: 'ask', question: '哪一盏', until: T0 + 70 } as const;
    await stores.cases.save(step(sampleCase(1), ask, { waiting, waits: 1 }));
    expect(await out(T0 + 69)).toEqual([]);
    expect(await out(T0 + 70)).toEqual([`${PLACE}#1`]);
    expect((await stores.cases.load(`${PLACE}#1`))?.waiting).toEqual(waiting);
    const asked = sampleCase(1, { version: 2, waiting, waits: 1 });
    await stores.cases.save(
      step(asked, { type: 'go_on', resolveBy: T0 + 2060 }, { waiting: null, resolveBy: T0 + 2060 }),
    );
    expect(await out(T0 + 1000)).toEqual([]);
    expect((await stores.cases.history(`${PLACE}#1`)).map((one) => one.body.type)).toEqual([
      'open',
      'ask',
      'go_on',
    ]);
  });

  it('names a damaged case and lists the others', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(opening(2));
    const key = (await redis.keys('*case*')).find((one) => one.endsWith('#1')) ?? '';
    for (const bad of ['{"id":', '{"id":7}', '[]']) {
      await redis.set(key, bad);
      await expect(stores.cases.load(`${PLACE}#1`)).rejects.toMatchObject({ fault: 'damaged', key });
      await expect(stores.cases.load(`${PLACE}#1`)).rejects.not.toThrow(bad);
      expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual([2]);
    }
    expect(await stores.health()).toEqual({ ok: true, damaged: [expect.stringContaining(key)] });
  });

  it('lists a thousand open cases whole', async () => {
    for (let n = 1; n <= 1000; n += 1) await stores.cases.save(opening(n));
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual(
      Array.from({ length: 1000 }, (_, i) => i + 1),
    );
  });
});
