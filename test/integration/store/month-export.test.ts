import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { DAY, HOUR } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import type { CaseEvent } from '../../../src/cases/event.js';
import { monthSpan } from '../../../src/cases/export/month.js';
import type { ExportView } from '../../../src/cases/export/rows.js';
import { CATEGORIES } from '../../../src/cases/words.js';
import { MonthExport } from '../../../src/exports/month-export.js';
import type { RedisClient } from '../../../src/store/connect.js';
import { placeKeys } from '../../../src/store/keys.js';
import { createStores, type Stores } from '../../../src/store/stores.js';
import { FENGSHU, SHIMEN, Story, laohe, zhou } from '../../support/case-world.js';
import { TestRedis } from '../../support/redis.js';
import { testVault } from '../../support/vault.js';
import { cellsOf, unzip } from '../../support/unzip.js';

let server: TestRedis;
let redis: RedisClient;
let stores: Stores;
const MAY = { year: 2026, month: 5 };
const SPAN = monthSpan(MAY);
const view: ExportView = {
  full: false,
  discreet: [],
  categoryNames: Object.fromEntries(CATEGORIES.map((one) => [one, one])) as ExportView['categoryNames'],
};

beforeAll(async () => {
  server = await TestRedis.start();
  redis = server.connect();
  stores = createStores(redis, { account: 'main', vault: testVault() });
});
beforeEach(() => redis.flushall());
afterAll(() => server.stop());

async function keep(c: Case, events: CaseEvent[], from = 0): Promise<void> {
  if (c.number !== null && from === 0) await redis.set(placeKeys(c.place).counter, c.number - 1);
  await stores.cases.save({
    place: c.place,
    opId: `op-${c.id}-${events.length}`,
    expectCounter: c.number === null || from > 0 ? null : c.number - 1,
    cases: [{ case: c, expectVersion: from, events: events.slice(from) }],
    rows: [],
    links: {},
  });
}

async function exported(
  at: number,
  places = [SHIMEN, FENGSHU],
): Promise<{ counts: MonthExport['counts']; sheets: string[][][] }> {
  const one = new MonthExport({
    month: MAY,
    places,
    at,
    county: '衡岭县',
    by: '县办',
    view,
    source: stores.histories,
  });
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), one.xlsx(out)]);
  const files = unzip(bytes);
  return {
    counts: one.counts,
    sheets: [1, 2, 3].map((n) => cellsOf(files.get(`xl/worksheets/sheet${n}.xml`) ?? '').slice(2)),
  };
}

interface Plan {
  place: string;
  opened: number;
  steps: number[];
}

/** A history by plan: how long after its opening it was accepted, resolved and rated; as many steps as there are. */
function played({ place, opened, steps }: Plan, number: number): Story {
  const story = new Story({}, { id: `${place}#${number}`, place, number, now: opened });
  const [accepted, resolved, rated] = steps;
  if (accepted !== undefined) story.do({ type: 'accept' }, zhou0(place), { now: opened + accepted });
  if (resolved !== undefined)
    story.do({ type: 'resolve', done: '好了' }, zhou0(place), { now: story.now + resolved });
  if (rated !== undefined)
    story.do({ type: 'rate', rating: rated % 2 ? 'satisfied' : 'unsatisfied', reason: '' }, laohe, {
      now: story.now + rated,
    });
  return story;
}

function zhou0(place: string): typeof zhou {
  return { ...zhou, offices: [{ role: 'village_cadre', place }] };
}

const plan = fc.record({
  place: fc.constantFrom(SHIMEN, FENGSHU),
  opened: fc.integer({ min: SPAN.from - 40 * DAY, max: SPAN.to + 10 * DAY }),
  steps: fc.array(fc.integer({ min: 1, max: 20 * DAY }), { maxLength: 3 }),
});

describe('an exported month', () => {
  it('counts what an independent look at all events counts, for any histories and any moment', async () => {
    const moment = fc.integer({ min: SPAN.from + DAY, max: SPAN.to + 40 * DAY });
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { maxLength: 12 }), moment, async (plans, at) => {
        await redis.flushall();
        const next: Record<string, number> = {};
        const all: Story[] = [];
        for (const one of plans) {
          next[one.place] = (next[one.place] ?? 0) + 1;
          const story = played(one, next[one.place] ?? 1);
          all.push(story);
          await keep(story.case, story.events);
        }
        const { counts, sheets } = await exported(at);
        const seen = all.map((story) => story.events.filter((event) => event.at <= at));
        const inMay = (event: CaseEvent): boolean => event.at >= SPAN.from && event.at < SPAN.to;
        const events = seen.flat().filter(inMay).length;
        const cases = seen.filter((some) => some.some(inMay)).length;
        expect({ cases: counts.cases, events: counts.events }).toEqual({ cases, events });
        expect([sheets[0]?.length, sheets[1]?.length]).toEqual([cases, events]);
        const begun = seen.filter((some) => some[0] && inMay(some[0]));
        const total = sheets[2]?.at(-1) ?? [];
        const ended = (some: CaseEvent[]): string =>
          some.findLast(({ body }) => body.type === 'rate' || body.type === 'resolve')?.body.type ?? '';
        const unsolved = (some: CaseEvent[]): boolean =>
          some.some(({ body }) => body.type === 'rate' && body.rating === 'unsatisfied');
        expect(Number(total[1])).toBe(begun.length);
        expect(Number(total[2])).toBe(begun.filter((some) => some.length > 1).length);
        expect(Number(total[4])).toBe(begun.filter((some) => ended(some) !== '' && !unsolved(some)).length);
        expect(Number(total[11])).toBe(
          seen.flat().filter((event) => inMay(event) && event.body.type === 'rate').length,
        );
        const villages = (sheets[2] ?? []).slice(0, -1);
        expect(villages.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(begun.length);
      }),
      { numRuns: 60 },
    );
  });

  it('shows one moment while cases go on changing under it, and holds no sealed case', async () => {
    const at = SPAN.from + 20 * DAY;
    const stories: Story[] = [];
    for (let n = 1; n <= 250; n += 1) {
      const story = played({ place: SHIMEN, opened: SPAN.from + n * HOUR, steps: [HOUR] }, n);
      await keep(story.case, story.events);
      stories.push(story);
    }
    const secret = new Story(
      { sealed: true, kind: 'discipline', text: '举报吃回扣' },
      { id: 'A7K3M9', place: '~sealed', number: null },
    );
    await keep(secret.case, secret.events);
    let busy = true;
    const writer = (async () => {
      for (const story of stories.toReversed()) {
        if (!busy) return;
        story.do({ type: 'resolve', done: '好了' }, zhou, { now: at + HOUR });
        await keep(story.case, story.events, 2);
      }
      const late = played({ place: SHIMEN, opened: at + HOUR, steps: [] }, 251);
      await keep(late.case, late.events);
    })();
    const { counts, sheets } = await exported(at, [SHIMEN]);
    busy = false;
    await writer;
    expect({ cases: counts.cases, events: counts.events }).toEqual({ cases: 250, events: 500 });
    expect(new Set(sheets[0]?.map((row) => row[5]))).toEqual(new Set(['已受理']));
    expect(sheets.flat(2).join('\n')).not.toMatch(/A7K3M9|回扣|检举/u);
    expect(sheets[2]?.at(-1)?.[4]).toBe('0');
  });
});
