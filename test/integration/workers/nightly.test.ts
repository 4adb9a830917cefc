import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { buildDirectory } from '../../../src/cases/directory-build.js';
import { DAY } from '../../../src/cases/calendar.js';
import { verifyStore } from '../../../src/cli-audit.js';
import { verifyRecord } from '../../../src/cli-record.js';
import { placeKeys } from '../../../src/store/keys.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import type { Desk } from '../../../src/workers/desk.js';
import { cleanAtNight } from '../../../src/workers/nightly.js';
import { ACCUSATION, FENGSHU, MORNING, SHIMEN, Story, laohe, zhou } from '../../support/case-world.js';
import { SEALED_PLACE } from '../../../src/cases/sealed-code.js';
import { sampleRow } from '../../support/case-samples.js';
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

/** Just as much of a desk as the night needs, on a real store. */
function deskAt(world: { now: number; told: string[] }): Desk {
  const people = [
    { name: '县办', role: 'admin' as const, place: '', contacts: ['wxid_admin'], categories: [] },
  ];
  const directory = buildDirectory({ county: '衡岭县', groups: [], people }, {}, {});
  const desk = {
    ...stores,
    people: stores.directory,
    clock: { now: () => world.now },
    directory: () => directory,
    settings: { retentionDays: { closed: 100, withdrawn: 10 } },
    render: (key: string, values: object) => `${key} ${JSON.stringify(values)}`,
    wake: async (rows: { text: string }[]) => void world.told.push(...rows.map((row) => row.text)),
    roomChanged: async () => undefined,
    random: (bytes: number) => 'ab'.repeat(bytes),
    log: pino({ level: 'silent' }),
  };
  return desk as unknown as Desk;
}

async function keep(place: string, count: number, end: 'rate' | 'withdraw' | 'none'): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const story = new Story({}, { id: `${place}#${n}`, place, number: n });
    if (end === 'withdraw') story.do({ type: 'withdraw' }, laohe);
    if (end === 'rate') {
      const cadre = { ...zhou, offices: [{ role: 'village_cadre' as const, place }] };
      story
        .do({ type: 'resolve', done: '好了' }, cadre)
        .do({ type: 'rate', rating: 'satisfied', reason: '' }, laohe);
    }
    const { case: c, events } = story;
    const change = { place, opId: `op-${c.id}`, expectCounter: n - 1, rows: [], links: {} };
    await stores.cases.save({ ...change, cases: [{ case: c, expectVersion: 0, events }] });
  }
}

async function personal(place: string): Promise<number> {
  const all = await Promise.all(
    (await redis.keys(placeKeys(place).state(`${place}#*`))).map((key) => redis.get(key)),
  );
  return all.filter((text) => text?.includes('中院子')).length;
}

describe('the night', () => {
  it('is bounded by states and days, goes on where it was cut off, counts and tells once', async () => {
    await keep(SHIMEN, 5, 'rate');
    await keep(FENGSHU, 4, 'withdraw');
    const world = { now: MORNING, told: [] as string[] };
    const desk = deskAt(world);
    await cleanAtNight(desk); // the first look sets the beginning
    world.now = MORNING + 50 * DAY;
    await cleanAtNight(desk);
    expect([await personal(SHIMEN), await personal(FENGSHU)]).toEqual([5, 0]);
    expect(world.told).toEqual(['retention_done {"count":4,"people":0}']);
    world.now = MORNING + 101 * DAY;
    const { privacy } = desk;
    let left = 3;
    const cut = async (...args: Parameters<typeof privacy.rewrite>): ReturnType<typeof privacy.rewrite> => {
      const done = await privacy.rewrite(...args);
      if (done !== null) left -= 1;
      if (left === 0) throw new Error('killed');
      return done;
    };
    const dying = { ...desk, privacy: { ...bound(privacy), rewrite: cut } };
    await expect(cleanAtNight(dying)).rejects.toThrow('killed');
    expect(await personal(SHIMEN)).toBe(2);
    await cleanAtNight(desk);
    await cleanAtNight(desk);
    world.now += 60_000;
    await cleanAtNight(desk);
    expect(await personal(SHIMEN)).toBe(0);
    expect(world.told.slice(1)).toEqual(['retention_done {"count":5,"people":0}']);
    expect(await verifyStore(stores.cases, () => undefined)).toBe(0);
    expect(await verifyRecord(stores.record, () => undefined)).toBe(0);
    const lines = [];
    for (const month of await stores.record.months())
      for await (const line of stores.record.month(month)) lines.push(line.detail);
    expect(lines).toEqual([
      { withdrawn: 4, people: 0 },
      { closed: 5, people: 0 },
    ]);
  });

  it('forgets who asked, but not while a case of theirs is open, nor an official', async () => {
    await keep(SHIMEN, 1, 'none');
    const world = { now: MORNING, told: [] as string[] };
    const desk = deskAt(world);
    await cleanAtNight(desk);
    await stores.privacy.request(laohe.id, MORNING);
    await stores.privacy.request('wxid_admin', MORNING);
    world.now += DAY;
    await cleanAtNight(desk);
    expect(await personal(SHIMEN)).toBe(1);
    expect(Object.keys(await stores.privacy.requests()).sort()).toEqual(['wxid_admin', laohe.id].sort());
    await redis.flushall();
    await keep(SHIMEN, 1, 'rate');
    await cleanAtNight(desk);
    await stores.privacy.request(laohe.id, MORNING);
    world.now += DAY;
    await cleanAtNight(desk);
    expect(await personal(SHIMEN)).toBe(0);
    expect(await stores.privacy.requests()).toEqual({});
    expect(world.told).toEqual(['retention_done {"count":0,"people":1}']);
  });
});

describe('a night that is cut off', () => {
  it('has noted no message, and nothing of a sealed case; what was said of one is gone', async () => {
    await keep(SHIMEN, 1, 'rate');
    const accused = new Story(ACCUSATION, { now: MORNING, id: 'K7MNPQ', place: SEALED_PLACE, number: null });
    accused.do({ type: 'withdraw' }, laohe);
    const { case: c, events } = accused;
    const change = { place: SEALED_PLACE, opId: 'op', expectCounter: null, links: { m0: c.id } };
    const rows = [sampleRow('row', { place: SEALED_PLACE, caseId: c.id, text: 'K7MNPQ 收到了' })];
    await stores.cases.save({ ...change, cases: [{ case: c, expectVersion: 0, events }], rows });
    const world = { now: MORNING, told: [] as string[] };
    const desk = deskAt(world);
    await cleanAtNight(desk);
    await stores.privacy.request(laohe.id, MORNING);
    world.now += DAY;
    const cut = {
      ...desk,
      privacy: { ...bound(desk.privacy), forget: () => Promise.reject(new Error('killed')) },
    };
    await expect(cleanAtNight(cut)).rejects.toThrow('killed');
    const noted = await stores.memos.get('nightly');
    expect(JSON.parse(noted ?? '')).toMatchObject({
      people: [laohe.id],
      caseIds: [`${SHIMEN}#1`],
      messageIds: [],
    });
    expect(noted).not.toMatch(/"m\d+"|K7MNPQ|"~(?!sealed")/u);
    const row = await stores.outbox.load(SEALED_PLACE, 'row');
    expect(row).toBeNull();
    await cleanAtNight(desk);
    expect(await personal(SHIMEN)).toBe(0);
    expect((await stores.cases.load('K7MNPQ'))?.text).toBe('');
    expect(world.told).toEqual(['retention_done {"count":0,"people":1}']);
  });
});

/** The methods of an object, to be spread into another. */
function bound(privacy: Desk['privacy']): Desk['privacy'] {
  return {
    rewrite: (...args) => privacy.rewrite(...args),
    mentioning: (...args) => privacy.mentioning(...args),
    endedBetween: (...args) => privacy.endedBetween(...args),
    counted: (...args) => privacy.counted(...args),
    hush: (...args) => privacy.hush(...args),
    forget: (...args) => privacy.forget(...args),
    requests: () => privacy.requests(),
    request: (...args) => privacy.request(...args),
    dropRequests: (...args) => privacy.dropRequests(...args),
  };
}
