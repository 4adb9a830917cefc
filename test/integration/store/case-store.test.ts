import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Case } from '../../../src/cases/case.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleCase, sampleRow, step } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
let others: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main' });
  others = createStores(server.connect(), { account: 'main' });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

const handler = {
  name: '李望秋',
  role: 'township_leader' as const,
  place: '店门镇',
  contacts: ['wxid_li', 'wxid_li2'],
};

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
      createStores(i % 2 ? redis : server.connect(), { account: 'main' }),
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

describe('people', () => {
  const assigned = (from: Case, over: Partial<Case> = {}) =>
    step(from, { type: 'assign', to: handler, dueBy: null }, { state: 'assigned', handler, ...over });

  it('knows who handles what, over places, until it is final or with somebody else', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(opening(1, { place: '别处' }));
    await stores.cases.save(assigned(sampleCase(1)));
    await stores.cases.save(assigned(sampleCase(1, { place: '别处' })));
    expect((await stores.cases.handledBy('wxid_li2')).sort()).toEqual([`${PLACE}#1`, '别处#1'].sort());
    const held = sampleCase(1, { version: 2, handler, state: 'assigned' });
    await stores.cases.save(step(held, { type: 'withdraw' }, { state: 'withdrawn' }));
    expect(await stores.cases.handledBy('wxid_li')).toEqual(['别处#1']);
    const other = { ...handler, name: '周小满', contacts: ['wxid_zhou'] };
    const elsewhere = sampleCase(1, { place: '别处', version: 2, handler, state: 'assigned' });
    await stores.cases.save(step(elsewhere, { type: 'transfer', to: other }, { handler: other }));
    expect(await stores.cases.handledBy('wxid_li')).toEqual([]);
    expect(await stores.cases.handledBy('wxid_zhou')).toEqual(['别处#1']);
  });

  it('finds a case again that came back to a handler after it was closed', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(assigned(sampleCase(1)));
    const closed = sampleCase(1, { version: 3, handler, state: 'closed' });
    await stores.cases.save(
      step(sampleCase(1, { version: 2, handler }), { type: 'close' }, { state: 'closed' }),
    );
    expect(await stores.cases.handledBy('wxid_li')).toEqual([]);
    await stores.cases.save(
      step(closed, { type: 'rate', rating: 'unsatisfied', reason: '又坏了' }, { state: 'reopened' }),
    );
    expect(await stores.cases.handledBy('wxid_li')).toEqual([`${PLACE}#1`]);
  });

  it('promises nobody a case whose change was not saved', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(step(sampleCase(1), { type: 'accept' }, { state: 'accepted' }));
    expect(await stores.cases.save(assigned(sampleCase(1)))).toBe('conflict');
    expect(await stores.cases.handledBy('wxid_li')).toEqual([]);
    expect(await stores.cases.save(assigned(sampleCase(1, { version: 2, state: 'accepted' })))).toBe('saved');
    expect(await stores.cases.handledBy('wxid_li')).toEqual([`${PLACE}#1`]);
  });

  it('knows who raised or joined what, newest first, at most 50', async () => {
    for (let n = 1; n <= 60; n += 1) await stores.cases.save(opening(n));
    const raised = await stores.cases.raisedBy('wxid_he');
    expect(raised).toEqual(Array.from({ length: 50 }, (_, i) => `${PLACE}#${60 - i}`));
    const joined = step(
      sampleCase(3),
      { type: 'join' },
      { coPetitioners: [{ id: 'wxid_tan', name: '谭嫂子' }] },
    );
    await stores.cases.save(joined);
    expect(await stores.cases.raisedBy('wxid_tan')).toEqual([`${PLACE}#3`]);
  });

  it('writes no contact id into a key', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(assigned(sampleCase(1)));
    expect((await redis.keys('*')).filter((key) => key.includes('wxid_'))).toEqual([]);
  });
});

describe('sealed cases', () => {
  const sealed: Partial<Case> = {
    id: 'J7K2Q9',
    number: null,
    sealed: true,
    kind: 'discipline',
    category: 'village_affairs',
  };
  const change = () => opening(1, sealed, { place: '~sealed', expectCounter: null });

  it('stand in a slot of their own, and in no listing of a village', async () => {
    await stores.cases.save(opening(1));
    const before = await redis.keys('*{p:*');
    expect(await stores.cases.save(change())).toBe('saved');
    expect((await redis.keys('*{p:*')).sort()).toEqual(before.sort());
    expect((await stores.cases.sealedOpen()).map((one) => one.id)).toEqual(['J7K2Q9']);
    expect((await stores.cases.open(PLACE)).map((one) => one.number)).toEqual([1]);
    expect(await stores.cases.places()).toEqual([PLACE]);
    expect((await stores.cases.load('J7K2Q9'))?.sealed).toBe(true);
    expect(await stores.cases.counter('~sealed')).toBe(0);
  });

  it('are never written under a village', async () => {
    await expect(stores.cases.save({ ...change(), place: PLACE })).rejects.toThrow(/another slot/);
    expect(await redis.keys('*')).toEqual([]);
  });
});
