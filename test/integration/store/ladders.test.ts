import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NOTHING_PASSED } from '../../../src/cases/ladder.js';
import type { MailLine } from '../../../src/cases/mail-line.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { opening, PLACE, sampleCase, step, T0 } from '../../support/case-samples.js';
import { TestRedis } from '../../support/redis.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

const due = (now: number): Promise<string[]> => stores.ladders.due(PLACE, now, 100);
const note = (number: number, version: number, next: number | null): Promise<boolean> =>
  stores.ladders.note(
    { id: `${PLACE}#${number}`, version },
    { key: 'k', rank: 1, alarm: 0, answer: false },
    next,
  );

describe('when cases are looked at', () => {
  it('a new case at once, then at its next moment, and not in between', async () => {
    await stores.cases.save(opening(1));
    expect(await due(T0)).toEqual([`${PLACE}#1`]);
    expect(await note(1, 1, T0 + 10 * MINUTE)).toBe(true);
    expect(await due(T0 + 9 * MINUTE)).toEqual([]);
    expect(await due(T0 + 10 * MINUTE)).toEqual([`${PLACE}#1`]);
    expect(await stores.ladders.passed(`${PLACE}#1`)).toEqual({ key: 'k', rank: 1, alarm: 0, answer: false });
    expect(await stores.ladders.passed(`${PLACE}#2`)).toEqual(NOTHING_PASSED);
  });

  it('a change brings it back, and a look at what stood before is not noted', async () => {
    await stores.cases.save(opening(1));
    await due(T0);
    await note(1, 1, T0 + HOUR / 4);
    const accepted = step(sampleCase(1), { type: 'accept' }, { state: 'accepted' });
    expect(await stores.cases.save(accepted)).toBe('saved');
    expect(await due(T0 + MINUTE)).toEqual([`${PLACE}#1`]);
    expect(await note(1, 1, T0 + HOUR)).toBe(false);
    expect(await due(T0 + MINUTE)).toEqual([`${PLACE}#1`]);
    expect(await note(1, 2, null)).toBe(true);
    expect(await due(T0 + 2 * MINUTE)).toEqual([]);
  });

  it('what ended leaves, with what was noted of it; under 督办 it stays', async () => {
    await stores.cases.save(opening(1));
    await stores.cases.save(opening(2));
    await due(T0);
    await note(1, 1, T0 + MINUTE);
    await stores.cases.save(step(sampleCase(1), { type: 'withdraw' }, { state: 'withdrawn', closedAt: T0 }));
    const supervised = { by: '欧清和', at: T0 + 5, note: '' };
    const closed = { state: 'closed', closedAt: T0, resolvedAt: T0, supervised } as const;
    await stores.cases.save(step(sampleCase(2), { type: 'close' }, closed));
    expect(await due(T0 + 2 * MINUTE)).toEqual([`${PLACE}#2`]);
    expect(await redis.hexists(placeKeys(PLACE).passed, `${PLACE}#1`)).toBe(0);
    expect((await stores.cases.watched(PLACE)).map((one) => one.id)).toEqual([`${PLACE}#2`]);
    expect(await stores.cases.open(PLACE)).toEqual([]);
  });

  it('a red card’s own watch ends with the case', async () => {
    await stores.cases.save(opening(1));
    const supervised = { by: '系统', at: T0 + 5, note: '', number: '督办〔2026〕1号' };
    const red = step(sampleCase(1), { type: 'card', card: 'red', due: 1 }, { supervised });
    await stores.cases.save(red);
    expect(await stores.cases.watched(PLACE)).toHaveLength(1);
    const one = red.cases[0]?.case;
    await stores.cases.save(step(one ?? sampleCase(1), { type: 'close' }, { state: 'closed', closedAt: T0 }));
    expect(await stores.cases.watched(PLACE)).toEqual([]);
  });

  it('a lost entry, and cases from before there was a ladder, are found within the hour', async () => {
    await stores.cases.save(opening(1));
    await due(T0);
    await note(1, 1, T0 + 2 * HOUR);
    await redis.del(placeKeys(PLACE).ladder);
    expect(await due(T0 + MINUTE)).toEqual([]);
    const found = [];
    for (let at = T0 + MINUTE; at <= T0 + HOUR + MINUTE; at += MINUTE) found.push(...(await due(at)));
    expect(found).toContain(`${PLACE}#1`);
    await redis.del(placeKeys(PLACE).ladder, placeKeys(PLACE).passed);
    expect(await due(T0 + 2 * HOUR)).toEqual([`${PLACE}#1`]);
  });

  it('a clock that was set back makes all that is open come', async () => {
    await stores.cases.save(opening(1));
    await due(T0 + HOUR);
    await note(1, 1, T0 + 5 * HOUR);
    expect(await due(T0 + HOUR + MINUTE)).toEqual([]);
    expect(await due(T0 + HOUR)).toEqual([`${PLACE}#1`]);
  });

  it('at most as many as asked for, and an id that leads nowhere can be dropped', async () => {
    for (const number of [1, 2, 3]) await stores.cases.save(opening(number));
    expect(await stores.ladders.due(PLACE, T0, 2)).toHaveLength(2);
    await stores.ladders.drop(`${PLACE}#1`);
    expect((await due(T0)).sort()).toEqual([`${PLACE}#2`, `${PLACE}#3`]);
    expect(await stores.ladders.due('别处', T0, 2)).toEqual([]);
  });
});

describe('mailboxes', () => {
  const line = (id: string, at = T0): MailLine => ({
    id, caseId: `${PLACE}#1`, kind: 'half', due: at, at, to: { name: '李望秋', contacts: ['wxid_li'], place: '店门镇' },
  }); // prettier-ignore
  const put = (id: string) => stores.mailboxes.put('wxid_li', line(id));
  const take = (now: number) => stores.mailboxes.take('wxid_li', now, HOUR);

  it('give all lines in one batch, the same again until it is done, and each line once for ever', async () => {
    await put('a');
    await put('b');
    await put('a');
    expect(await stores.mailboxes.waiting()).toEqual(['wxid_li']);
    const batch = await take(T0);
    expect(batch?.lines.map((one) => one.id)).toEqual(['a', 'b']);
    await put('c');
    expect(await take(T0 + MINUTE)).toEqual(batch);
    await stores.mailboxes.done('wxid_li', batch?.id ?? '');
    await put('a');
    expect(await take(T0 + MINUTE)).toBeNull();
    expect((await take(T0 + HOUR))?.lines.map((one) => one.id)).toEqual(['c']);
  });

  it('are shut for an hour after a message, unless the clock was set back; empty ones are forgotten', async () => {
    await put('a');
    const first = await take(T0);
    await stores.mailboxes.done('wxid_li', first?.id ?? '');
    await put('b');
    expect(await take(T0 + HOUR - 1)).toBeNull();
    expect(await stores.mailboxes.waiting()).toEqual(['wxid_li']);
    const second = await take(T0 - MINUTE);
    expect(second?.lines).toHaveLength(1);
    await stores.mailboxes.done('wxid_li', 'another');
    expect(await take(T0)).toEqual(second);
    await stores.mailboxes.done('wxid_li', second?.id ?? '');
    expect(await take(T0 + 9 * HOUR)).toBeNull();
    expect(await stores.mailboxes.waiting()).toEqual([]);
  });
});

describe('numbers of 督办', () => {
  it('are one a cause, without gaps, by year', async () => {
    const ask = (cause: string, year = 2026): Promise<number> => stores.orders.number(cause, year);
    expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 2, 1]);
    expect(await ask('a', 2027)).toBe(1);
    await stores.orders.release('a', 2026);
    await stores.orders.release('a', 2026);
    expect([await ask('c'), await ask('d')]).toEqual([1, 3]);
    const many = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(`m${i}`)));
    expect([...many].sort((x, y) => x - y)).toEqual(Array.from({ length: 30 }, (_, i) => i + 4));
  });
});
