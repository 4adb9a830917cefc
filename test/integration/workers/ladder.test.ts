import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import { auditHistory } from '../../../src/cases/audit.js';
import type { Case } from '../../../src/cases/case.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import type { Desk } from '../../../src/workers/desk.js';
import { climbLadders } from '../../../src/workers/ladder.js';
import { tellMail } from '../../../src/workers/ladder-mail.js';
import { returnOrphans } from '../../../src/workers/returns.js';
import { PLACE } from '../../support/case-samples.js';
import { ACCUSATION, handler, power, Story, zhou } from '../../support/case-world.js';
import { LADDER_PEOPLE, ladderDesk, type LadderWorld } from '../../support/ladder-desk.js';
import { TestRedis } from '../../support/redis.js';
import { dump } from '../../support/sealed-search.js';
import { testVault } from '../../support/vault.js';
import { SEALED_PLACE } from '../../../src/cases/sealed-code.js';

const BEGIN = Date.parse('2026-05-06T09:00:00+08:00');
let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
let world: LadderWorld;
let desk: Desk;

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main', vault: testVault() });
});
beforeEach(async () => {
  await redis.flushall();
  world = { now: BEGIN, people: LADDER_PEOPLE, working: null };
  desk = ladderDesk(stores, world);
});
afterAll(() => server.stop());

/** A case of the village, given to the power station, due a day after its message. */
async function given(number: number): Promise<Case> {
  const due = { answerBy: BEGIN + HOUR, resolveBy: BEGIN + DAY };
  const story = new Story({}, { now: BEGIN, id: `${PLACE}#${number}`, number, messageId: `m${number}`, due });
  story.do({ type: 'assign', to: handler(power), dueBy: null }, zhou, { now: BEGIN });
  const change = { place: PLACE, opId: `open${number}`, expectCounter: number - 1, rows: [], links: {} };
  await stores.cases.save({
    ...change,
    cases: [{ case: story.case, expectVersion: 0, events: story.events }],
  });
  return story.case;
}

/** Every text for a contact so far. */
async function told(contact: string): Promise<string[]> {
  const rows = await stores.outbox.unsettled('~desk');
  return rows.filter(({ row }) => row.chat.id === contact).map(({ row }) => row.text);
}

async function sweep(at: number, with_: Desk = desk): Promise<void> {
  world.now = at;
  await climbLadders(with_);
  await tellMail(with_);
}

type Part = 'ladders' | 'mailboxes' | 'outbox' | 'cases';

/** The desk with every call of one of its stores going through `around`. */
function watchedDesk(
  part: Part,
  around: (name: string, call: () => Promise<unknown>) => Promise<unknown>,
): Desk {
  const get = (target: object, name: string): unknown => {
    const value: unknown = Reflect.get(target, name);
    if (typeof value !== 'function') return value;
    return (...args: unknown[]) => around(name, () => Reflect.apply(value, target, args) as Promise<unknown>);
  };
  return { ...desk, [part]: new Proxy(desk[part], { get: (target, name) => get(target, String(name)) }) };
}

/** A store that dies once at one method, before or after it was done, as a killed process would. */
function dying(part: Part, method: string, after: boolean): Desk {
  let alive = true;
  return watchedDesk(part, async (name, call) => {
    const dies = name === method && alive;
    if (dies) alive = false;
    if (dies && !after) throw new Error('killed');
    const result = await call();
    if (dies) throw new Error('killed');
    return result;
  });
}

describe('a process killed between telling and noting', () => {
  const deaths = [
    ['ladders', 'note'], ['mailboxes', 'put'], ['mailboxes', 'take'], ['mailboxes', 'done'], ['outbox', 'add'], ['cases', 'save'],
  ] as const; // prettier-ignore
  const whens = deaths.flatMap(([part, method]) =>
    [true, false].map((after) => [part, method, after] as const),
  );

  it.each(whens)('at %s.%s (done: %s) neither doubles a rung nor loses one', async (part, method, after) => {
    await given(1);
    await sweep(BEGIN);
    for (const [i, at] of [0.5, 0.8, 1, 1.5].entries()) {
      const now = BEGIN + at * DAY + MINUTE;
      await sweep(now, dying(part, method, after)).catch(() => undefined);
      await sweep(now + MINUTE);
      await sweep(now + 2 * MINUTE);
      expect(await told('wxid_dl')).toHaveLength(i + 1);
    }
    const texts = await told('wxid_dl');
    const rungs = texts.map((text) => /过半|快到期|黄牌|红牌/u.exec(text)?.[0]);
    expect(rungs).toEqual(['过半', '快到期', '黄牌', '红牌']);
    expect(await told('wxid_ou')).toHaveLength(1);
    const c = await stores.cases.load(`${PLACE}#1`);
    expect(c?.cards?.map((one) => one.card)).toEqual(['yellow', 'red']);
    expect(c?.supervised?.number).toBe('督办〔2026〕1号');
    expect(c && auditHistory(c, await stores.cases.history(c.id))).toBeNull();
  });
});

describe('two processes that sweep at once', () => {
  it('say everything once', async () => {
    for (const number of [1, 2, 3]) await given(number);
    const other = ladderDesk(createStores(server.connect(), { account: 'main', vault: testVault() }), world);
    for (const share of [0.5, 0.8, 1, 1.5]) {
      world.now = BEGIN + share * DAY + MINUTE;
      await Promise.all([desk, other].map((one) => climbLadders(one)));
      await Promise.all([desk, other].map((one) => tellMail(one)));
      await sweep(world.now + MINUTE);
    }
    const lines = (await told('wxid_dl'))
      .flatMap((text) => text.split('\n'))
      .filter((text) => text.includes('#'));
    expect(lines).toHaveLength(12);
    expect(new Set(lines).size).toBe(12);
    const numbers = [1, 2, 3].map(
      async (n) => (await stores.cases.load(`${PLACE}#${n}`))?.supervised?.number,
    );
    expect((await Promise.all(numbers)).sort()).toEqual([1, 2, 3].map((n) => `督办〔2026〕${n}号`));
  });
});

describe('in working hours', () => {
  it('a rung of the weekend is told on Monday, batched, and no minute loads a case that has nothing due', async () => {
    const weekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    world.working = { isWorkday: (day) => !weekend(day), from: 510, to: 1050 };
    desk = ladderDesk(stores, world);
    const due = { answerBy: BEGIN + HOUR, resolveBy: Date.parse('2026-05-09T12:00:00+08:00') };
    const story = new Story({}, { now: BEGIN, id: `${PLACE}#1`, number: 1, messageId: 'm1', due });
    await stores.cases.save({
      place: PLACE, opId: 'o', expectCounter: 0, rows: [], links: {}, cases: [{ case: story.case, expectVersion: 0, events: story.events }],
    }); // prettier-ignore
    await sweep(BEGIN);
    const saturday = Date.parse('2026-05-09T12:01:00+08:00');
    await sweep(saturday - DAY);
    const before = (await told('wxid_li')).length;
    let looks = 0;
    const counting = watchedDesk('cases', (name, call) => {
      if (name === 'load') looks += 1;
      return call();
    });
    for (let at = saturday; at < saturday + 25 * MINUTE; at += MINUTE) await sweep(at, counting);
    expect(looks).toBeLessThanOrEqual(2);
    expect(await told('wxid_li')).toHaveLength(before);
    await sweep(Date.parse('2026-05-11T08:29:00+08:00'));
    expect(await told('wxid_li')).toHaveLength(before);
    await sweep(Date.parse('2026-05-11T08:30:00+08:00'));
    expect((await told('wxid_li')).at(-1)).toContain('黄牌');
  });
});

describe('a first answer that is late', () => {
  it('is told to the village once, over a crash, and not once somebody has spoken', async () => {
    const due = { answerBy: BEGIN + HOUR, resolveBy: BEGIN + 7 * DAY };
    const story = (n: number): Story =>
      new Story({}, { now: BEGIN, id: `${PLACE}#${n}`, number: n, messageId: `m${n}`, due });
    const answered = story(2).do({ type: 'accept' }, zhou, { now: BEGIN + MINUTE });
    for (const [i, { case: c, events }] of [story(1), answered].entries())
      await stores.cases.save({
        place: PLACE, opId: `o${i}`, expectCounter: i, rows: [], links: {}, cases: [{ case: c, expectVersion: 0, events }],
      }); // prettier-ignore
    await sweep(BEGIN + HOUR - MINUTE);
    expect(await told('wxid_peng')).toEqual([]);
    await sweep(BEGIN + HOUR + MINUTE, dying('ladders', 'note', false)).catch(() => undefined);
    for (let i = 2; i < 6; i += 1) await sweep(BEGIN + HOUR + i * MINUTE);
    // Without a roster the head is asked first, and hears it once.
    expect(await told('wxid_peng')).toEqual([expect.stringMatching(/#1 .*该回话了，晚了\d+分钟/u)]);
    for (const who of ['wxid_zhou', 'wxid_li', 'wxid_ou', 'wxid_dl']) expect(await told(who)).toEqual([]);
  });
});

describe('who left the directory', () => {
  it('holds no case; a crash in between loses no line and tells none twice', async () => {
    await given(1);
    await returnOrphans(desk);
    world.people = LADDER_PEOPLE.filter((one) => one.name !== '电力所');
    await returnOrphans(dying('cases', 'save', false)).catch(() => undefined);
    await returnOrphans(dying('cases', 'save', true)).catch(() => undefined);
    await returnOrphans(desk);
    await tellMail(desk);
    const c = await stores.cases.load(`${PLACE}#1`);
    expect(c).toMatchObject({ handler: { name: '彭立新', role: 'village_head' }, state: 'assigned' });
    expect((await told('wxid_peng')).filter((text) => text.includes('不在名单里'))).toHaveLength(1);
    const history = await stores.cases.history(`${PLACE}#1`);
    expect(history.filter(({ body }) => body.type === 'return')).toHaveLength(1);
    world.people = LADDER_PEOPLE.filter((one) => one.name === '欧清和');
    await returnOrphans(desk);
    // Nobody of the place or above is left but the administrator that every directory has.
    expect((await stores.cases.load(`${PLACE}#1`))?.handler?.name).toBe('管理员');
  });
});

describe('a sealed case on the ladder', () => {
  async function accused(): Promise<Case> {
    const due = { answerBy: BEGIN + HOUR, resolveBy: BEGIN + DAY };
    const at = { now: BEGIN, id: 'K7MNPQ', place: SEALED_PLACE, number: null, messageId: 'm9', due };
    const { case: c, events } = new Story(ACCUSATION, at);
    const change = { place: SEALED_PLACE, opId: 'open', expectCounter: null, rows: [], links: {} };
    await stores.cases.save({ ...change, cases: [{ case: c, expectVersion: 0, events }] });
    return c;
  }

  it('is told to inspectors alone, from the sealed slot, and its code stands nowhere in the clear', async () => {
    const c = await accused();
    for (const part of [0, 0.5, 0.8, 1, 1.5]) await sweep(BEGIN + part * DAY + MINUTE);
    const rows = (await stores.outbox.unsettled(SEALED_PLACE)).map(({ row }) => row);
    expect(rows.map(({ chat }) => chat.id)).toEqual(rows.map(() => 'wxid_ou'));
    expect(rows.filter(({ text }) => text.includes('K7MNPQ'))).toHaveLength(4);
    expect(await stores.outbox.unsettled('~desk')).toEqual([]);
    expect((await stores.cases.load(c.id))?.supervised?.number).toBe('督办〔2026〕1号');
    const clear = (await dump(redis)).flat().join('\n');
    expect(clear).not.toMatch(/K7MNPQ|吃回扣|wxid_he/u);
  });

  it('a line that waits while the key is missing is told once it is back, and keeps no other waiting', async () => {
    await accused();
    await given(1);
    world.now = BEGIN + 1.5 * DAY + MINUTE;
    await climbLadders(desk);
    const without = ladderDesk(createStores(redis, { account: 'main', vault: testVault('another') }), world);
    for (let hour = 0; hour < 3; hour += 1) {
      await tellMail(without);
      expect(await stores.outbox.unsettled(SEALED_PLACE)).toEqual([]);
      world.now += HOUR;
    }
    expect(await told('wxid_ou')).toHaveLength(1); // the red card of the village's case
    for (let again = 0; again < 3; again += 1) await tellMail(desk);
    const rows = (await stores.outbox.unsettled(SEALED_PLACE)).map(({ row }) => row);
    expect(rows.map(({ chat, text }) => [chat.id, text.includes('K7MNPQ')])).toEqual([['wxid_ou', true]]);
  });
});
