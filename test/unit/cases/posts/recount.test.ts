import fc from 'fast-check';
import { DAY, dayStart, HOUR } from '../../../../src/cases/calendar.js';
import type { Case } from '../../../../src/cases/case.js';
import type { CaseEvent } from '../../../../src/cases/event.js';
import { RATE_COLUMNS, Tally } from '../../../../src/cases/export/tally.js';
import { periodFigures, sumPeriods } from '../../../../src/cases/posts/figures.js';
import { ratings } from '../../../../src/cases/rates.js';
import type { History } from '../../../../src/cases/rates-history.js';
import { laohe, LAMP, MORNING, Story, system, zhou } from '../../../support/case-world.js';
import { moves, opening } from '../../../support/case-moves.js';

/**
 * An independent recount: from the raw events alone, with none of the product's own counting. What a reader of the
 * histories would write down by hand.
 */

const SPAN = { from: dayStart(MORNING) - DAY, to: dayStart(MORNING) + 2 * DAY };
const NOW = MORNING + 3 * DAY;
const inSpan = (at: number | null): boolean => at !== null && at >= SPAN.from && at < SPAN.to;
const ANSWERS = ['accept', 'assign', 'transfer', 'progress', 'resolve', 'ask', 'decline'];
const ENDS = ['decline', 'withdraw', 'merge', 'void', 'close'];
const ACTS = [
  'accept', 'assign', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask', 'decline', 'propose_decline',
  'co_assign', 'co_done', 'merge', 'supervise', 'lift', 'publish', 'void', 'recategorise', 'undone',
]; // prettier-ignore

interface Read {
  skipped: boolean;
  openedAt: number;
  answeredAt: number | null;
  answerBy: number;
  solvedAt: number | null;
  endedAt: number | null;
  status: 'open' | 'waiting' | 'over';
  word: string | null;
  wordAt: number | null;
  words: { word: string; at: number }[];
  declined: boolean;
  closed: boolean;
  dueBy: number;
  waitsSince: number | null;
  spoke: number;
  acts: number;
}

/** One case read from its events. */
function readCase(events: readonly CaseEvent[], dueBy: number): Read {
  const undone = events.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : []));
  const [first] = events;
  if (first?.body.type !== 'open') throw new Error('no opening');
  const read: Read = {
    skipped: first.body.sealed, openedAt: first.at, answeredAt: null, answerBy: first.body.answerBy, solvedAt: null,
    endedAt: null, status: 'open', word: null, wordAt: null, words: [], declined: false, closed: false, dueBy,
    waitsSince: null, spoke: 0, acts: 0,
  }; // prettier-ignore
  for (const { at, by, seq, body, spoke } of events) {
    read.spoke += spoke;
    // One command takes back a step and the clock that it had set going: one act.
    const halfOne =
      body.type === 'undone' && events.some((one) => one.seq === body.seq && one.body.type === 'go_on');
    if (ACTS.includes(body.type) && by.id !== 'system' && !halfOne) read.acts += 1;
    if (undone.includes(seq)) continue;
    if (ANSWERS.includes(body.type)) read.answeredAt ??= at;
    if (body.type === 'recategorise') read.answerBy = body.answerBy ?? read.answerBy;
    if (body.type === 'ask') read.waitsSince = at;
    if (body.type === 'go_on') read.waitsSince = null;
    if (body.type === 'resolve') [read.solvedAt, read.status] = [at, 'waiting'];
    if (ENDS.includes(body.type)) [read.status, read.endedAt] = ['over', at];
    if (body.type === 'merge' || body.type === 'void') read.skipped = true;
    if (body.type === 'decline') read.declined = true;
    if (body.type === 'close') read.closed = true;
    if (body.type !== 'rate') continue;
    [read.word, read.wordAt] = [body.rating, at];
    read.words.push({ word: body.rating, at });
    if (body.rating === 'unsatisfied') [read.status, read.solvedAt, read.endedAt] = ['open', null, null];
    else [read.status, read.endedAt] = ['over', read.endedAt ?? at];
  }
  return read;
}

const count = <T>(all: T[], which: (one: T) => boolean): number => all.filter(which).length;

/** The month, counted from what was read. */
function recount(all: Read[]) {
  const real = all.filter((one) => !one.skipped);
  const begun = real.filter((one) => inSpan(one.openedAt));
  const rated = real.filter((one) => inSpan(one.wordAt) && !one.declined);
  const said = (word: string): number => count(rated, (one) => one.word === word);
  const due = begun.filter(
    (one) => one.answeredAt !== null || one.answerBy < Math.min(NOW, one.endedAt ?? NOW),
  );
  const everRated = real.filter((one) => one.words.some(({ at }) => inSpan(at)));
  return {
    received: begun.length,
    answered: count(begun, (one) => one.answeredAt !== null),
    onTime: {
      count: count(due, (one) => one.answeredAt !== null && one.answeredAt <= one.answerBy),
      of: due.length,
    },
    open: count(begun, (one) => one.status === 'open'),
    resolved: count(real, (one) => inSpan(one.solvedAt)),
    declined: count(real, (one) => one.declined && inSpan(one.endedAt)),
    unrated: count(real, (one) => one.closed && one.word === null && inSpan(one.endedAt)), // prettier-ignore
    words: [said('satisfied'), said('fairly'), said('unsatisfied')],
    standing: count(real, (one) => one.status === 'open'),
    overdue: count(real, (one) => one.status === 'open' && one.dueBy < Math.min(NOW, one.waitsSince ?? NOW)),
    spoken: begun.reduce((sum, one) => sum + one.spoke, 0),
    acts: begun.reduce((sum, one) => sum + one.acts, 0),
    reopened: {
      count: count(everRated, (one) =>
        one.words.some(({ word, at }) => word === 'unsatisfied' && inSpan(at)),
      ),
      of: everRated.length,
    },
  };
}

/** Random histories of some villages, as the product's own moves make them. */
const story = fc
  .record({
    given: opening,
    played: moves,
    offset: fc.integer({ min: -4 * 24, max: 4 * 24 }),
    close: fc.boolean(),
  })
  .map(({ given, played, offset, close }) => {
    const one = new Story({ ...LAMP, ...given }, { now: MORNING + offset * HOUR });
    for (const { action, by, chat, minutes } of played)
      one.try(action, by, { chat, now: one.now + minutes * 60_000 });
    if (close) one.try({ type: 'close' }, system, { now: one.now + HOUR });
    return { case: one.case, events: one.events };
  });
const county = fc.array(
  fc.record({ history: story, village: fc.constantFrom('甲镇/一村', '甲镇/二村', '乙镇/三村') }),
  {
    maxLength: 12,
  },
);

function countyOf(drawn: { history: History; village: string }[]) {
  return drawn.map(({ history, village }, i): History => {
    const c: Case = { ...history.case, id: `${village}#${i}`, number: i, place: village };
    return { case: c, events: history.events };
  });
}

describe('a period, recounted from the raw events', () => {
  it('every figure is the one that a reader of the histories finds', () => {
    fc.assert(
      fc.property(county, (drawn) => {
        const all = countyOf(drawn);
        const figures = periodFigures(
          all.map((one) => one.case),
          SPAN,
          NOW,
          all,
        );
        const own = recount(all.map((one) => readCase(one.events, one.case.resolveBy)));
        const { satisfaction, effort, received, answered, onTime, open, resolved } = figures;
        const { declined, unrated, standing, overdue, spoken } = figures;
        expect({
          received, answered, onTime, open, resolved, declined, unrated, standing, overdue, spoken,
          words: [satisfaction.satisfied, satisfaction.fairly, satisfaction.unsatisfied],
          acts: effort?.acts, reopened: effort?.reopened,
        }).toEqual(own); // prettier-ignore
        // The export's sheet of figures says the same.
        const tally = new Tally(SPAN, NOW);
        tally.add(all.map((one) => one.case));
        const row = Object.fromEntries(RATE_COLUMNS.map((name, i) => [name, tally.row('')[i]]));
        expect([row['满意'], row['基本满意'], row['不满意'], row['不予受理'], row['未评价']]).toEqual([
          ...own.words,
          own.declined,
          own.unrated,
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it('what was declined after a 不满意 is out of the satisfaction, shown as declined, and stays reopened', () => {
    const one = new Story({}, { now: MORNING }).do({ type: 'resolve', done: '换了灯泡' }, zhou);
    one.do({ type: 'rate', rating: 'unsatisfied', reason: '又灭了' }, laohe);
    one.do({ type: 'decline', reason: 'private', note: '' }, zhou);
    const history = { case: one.case, events: one.events };
    const figures = periodFigures([one.case], SPAN, NOW, [history]);
    expect(figures.satisfaction).toMatchObject({ rated: 0, value: null });
    expect([figures.declined, figures.effort?.reopened]).toEqual([1, { count: 1, of: 1 }]);
    // The daily post tells that day's ratings.
    expect(ratings([one.case], SPAN)).toMatchObject({ unsatisfied: 1, rated: 1, value: 0 });
  });

  it('villages add up to the county, whatever lies in which', () => {
    fc.assert(
      fc.property(county, (drawn) => {
        const all = countyOf(drawn);
        const of = (some: History[]) =>
          periodFigures(
            some.map((one) => one.case),
            SPAN,
            NOW,
            some,
          );
        const villages = ['甲镇/一村', '甲镇/二村', '乙镇/三村'].map((place) => of(all.filter((one) => one.case.place === place))); // prettier-ignore
        const sum = sumPeriods(villages, SPAN);
        const whole = of(all);
        const sorted = (figures: typeof sum) => ({
          ...figures,
          answerMs: [...figures.answerMs].sort(),
          solutionMs: [...figures.solutionMs].sort(),
        });
        expect(sorted(sum)).toEqual(sorted(whole));
        expect(sum.days.received.reduce((a, b) => a + b, 0)).toBe(sum.received);
        expect(sum.days.resolved.reduce((a, b) => a + b, 0)).toBe(sum.resolved);
        expect(Object.values(sum.categories).reduce((a, b) => a + b, 0)).toBe(sum.received);
      }),
    );
  });
});
