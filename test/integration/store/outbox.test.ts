import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { PLACE, T0, opening, sampleRow } from '../../support/case-samples.js';
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

describe('rows', () => {
  it('are added once per id, whoever adds them', async () => {
    const rows = [sampleRow('d/1'), sampleRow('d/2'), sampleRow('d/3', { place: '别处' })];
    expect(await stores.outbox.add(rows)).toEqual(rows);
    expect(await stores.outbox.add([...rows, sampleRow('d/4')])).toEqual([sampleRow('d/4')]);
    expect((await stores.outbox.places()).sort()).toEqual([PLACE, '别处'].sort());
    expect((await stores.outbox.unsettled('别处')).map((one) => one.row.id)).toEqual(['d/3']);
  });

  it('of a change are not added again when they stood there before', async () => {
    await stores.outbox.add([sampleRow('x', { text: 'first' })]);
    await stores.cases.save(opening(1, {}, { rows: [sampleRow('x', { text: 'second' })] }));
    expect((await stores.outbox.load(PLACE, 'x'))?.row.text).toBe('first');
  });

  it('are claimed by one of two senders only', async () => {
    const ids = Array.from({ length: 50 }, (_, i) => `d/${i}`);
    await stores.outbox.add(ids.map((id) => sampleRow(id)));
    const other = createStores(server.connect(), { account: 'main' });
    const [a, b] = await Promise.all([
      stores.outbox.claim(PLACE, ids, T0),
      other.outbox.claim(PLACE, ids, T0),
    ]);
    expect([...a, ...b].sort()).toEqual([...ids].sort());
    expect(await stores.outbox.claim(PLACE, ids, T0)).toEqual([]);
  });

  it('can be claimed only while pending, and never without being there', async () => {
    await stores.outbox.add([sampleRow('a')]);
    await stores.outbox.settle(PLACE, ['a'], 'dropped', T0);
    expect(await stores.outbox.claim(PLACE, ['a', 'never'], T0)).toEqual([]);
    expect(await stores.outbox.load(PLACE, 'never')).toBeNull();
    expect(await stores.outbox.claim(PLACE, [], T0)).toEqual([]);
  });

  it('go back to pending when the gateway refused them, and can be claimed again', async () => {
    await stores.outbox.add([sampleRow('a')]);
    await stores.outbox.claim(PLACE, ['a'], T0 + 1);
    expect(await stores.outbox.load(PLACE, 'a')).toEqual({
      row: sampleRow('a'),
      state: 'sending',
      at: T0 + 1,
    });
    await stores.outbox.settle(PLACE, ['a'], 'pending', T0 + 2);
    expect((await stores.outbox.unsettled(PLACE)).map((one) => one.state)).toEqual(['pending']);
    expect(await stores.outbox.claim(PLACE, ['a'], T0 + 3)).toEqual(['a']);
  });

  it('of unknown outcome are never sent again, and an echo settles them', async () => {
    await stores.outbox.add([sampleRow('a')]);
    await stores.outbox.claim(PLACE, ['a'], T0);
    await stores.outbox.settle(PLACE, ['a'], 'unknown', T0 + 1);
    await stores.outbox.settle(PLACE, ['a'], 'pending', T0 + 2);
    expect(await stores.outbox.claim(PLACE, ['a'], T0 + 3)).toEqual([]);
    expect(await stores.outbox.unsettled(PLACE)).toEqual([]);
    await stores.outbox.settle(PLACE, ['a'], 'sent', T0 + 4);
    await stores.outbox.settle(PLACE, ['a'], 'unknown', T0 + 5);
    expect(await stores.outbox.load(PLACE, 'a')).toMatchObject({ state: 'sent', at: T0 + 4 });
  });

  it('left in sending by a crash stay in the list, oldest first', async () => {
    await stores.outbox.add([
      sampleRow('late', { createdAt: T0 + 9 }),
      sampleRow('early', { createdAt: T0 + 1 }),
    ]);
    await stores.outbox.claim(PLACE, ['late'], T0 + 10);
    const left = await stores.outbox.unsettled(PLACE);
    expect(left.map((one) => [one.row.id, one.state])).toEqual([['early', 'pending'], ['late', 'sending']]); // prettier-ignore
  });
});

describe('trim', () => {
  it('takes the words of rows settled over 7 days ago, and still knows their ids', async () => {
    await stores.outbox.add(['old', 'new', 'open'].map((id) => sampleRow(id)));
    await stores.outbox.claim(PLACE, ['old', 'new'], T0);
    await stores.outbox.settle(PLACE, ['old'], 'sent', T0);
    await stores.outbox.settle(PLACE, ['new'], 'sent', T0 + 1);
    expect(await stores.trim(T0 + 7 * DAY)).toEqual({ recents: 0, rows: 1 });
    expect(await stores.outbox.load(PLACE, 'old')).toBeNull();
    expect((await stores.outbox.load(PLACE, 'new'))?.state).toBe('sent');
    expect((await stores.outbox.unsettled(PLACE)).map((one) => one.row.id)).toEqual(['open']);
    expect(await stores.outbox.add([sampleRow('old')])).toEqual([]);
    expect(await stores.outbox.claim(PLACE, ['old'], T0)).toEqual([]);
  });

  it('goes through more rows than one page', async () => {
    const ids = Array.from({ length: 450 }, (_, i) => `d/${i}`);
    await stores.outbox.add(ids.map((id) => sampleRow(id)));
    await stores.outbox.settle(PLACE, ids, 'dropped', T0);
    expect((await stores.trim(T0 + 8 * DAY)).rows).toBe(450);
    expect((await stores.trim(T0 + 8 * DAY)).rows).toBe(0);
  });
});

describe('a damaged row', () => {
  it('is named and does not take the others down', async () => {
    await stores.outbox.add([sampleRow('a'), sampleRow('b')]);
    const keys = await redis.keys('*:row:*');
    for (const key of keys)
      if ((await redis.hget(key, 'row'))?.includes('"a"')) await redis.hset(key, 'row', '{"id":1}');
    await expect(stores.outbox.load(PLACE, 'a')).rejects.toMatchObject({ fault: 'damaged' });
    expect((await stores.outbox.unsettled(PLACE)).map((one) => one.row.id)).toEqual(['b']);
    expect(await stores.health()).toMatchObject({ ok: true, damaged: [expect.stringContaining(':row:')] });
  });
});
