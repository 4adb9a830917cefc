import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Case } from '../../../src/cases/case.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, opening, sampleCase, step } from '../../support/case-samples.js';
import { testVault } from '../../support/vault.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main', vault: testVault() });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

const handler = {
  name: '李望秋',
  role: 'township_leader' as const,
  place: '店门镇',
  contacts: ['wxid_li', 'wxid_li2'],
};

describe('people', () => {
  const assigned = (from: Case, over: Partial<Case> = {}) =>
    step(from, { type: 'assign', to: handler, dueBy: null }, { state: 'assigned', handler, ...over });

  it('knows who was asked, who received it first, and who has an open part, until somebody else has the whole', async () => {
    const asked = { rule: '三组', who: { ...handler, name: '龙桂香', contacts: ['wxid_long'] } };
    const part = { ...handler, name: '交通局', contacts: ['wxid_jt'], part: '封路', doneAt: null, done: '' };
    await stores.cases.save(opening(1, { asked }));
    expect(await stores.cases.handledBy('wxid_long')).toEqual([`${PLACE}#1`]);
    const lead = { name: '周小满', contacts: ['wxid_zhou'] };
    const led = { asked, lead, state: 'accepted' as const };
    await stores.cases.save(step(sampleCase(1, { asked }), { type: 'accept', leads: true }, led));
    expect(await stores.cases.handledBy('wxid_long')).toEqual([]);
    expect(await stores.cases.handledBy('wxid_zhou')).toEqual([`${PLACE}#1`]);
    const now = sampleCase(1, { ...led, version: 2 });
    const shared = { coHandlers: [part] };
    await stores.cases.save(step(now, { type: 'co_assign', to: handler, part: '封路' }, shared));
    expect(await stores.cases.handledBy('wxid_jt')).toEqual([`${PLACE}#1`]);
    const given = sampleCase(1, { ...led, ...shared, version: 3 });
    await stores.cases.save(assigned(given));
    expect(await stores.cases.handledBy('wxid_zhou')).toEqual([]);
    expect(await stores.cases.handledBy('wxid_li')).toEqual([`${PLACE}#1`]);
    const after = sampleCase(1, { ...led, ...shared, handler, state: 'assigned', version: 4 });
    const done = { coHandlers: [{ ...part, doneAt: 1 }] };
    await stores.cases.save(step(after, { type: 'co_done', part: 0, done: '' }, done));
    expect(await stores.cases.handledBy('wxid_jt')).toEqual([]);
  });

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
