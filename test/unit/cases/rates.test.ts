import fc from 'fast-check';
import { HOUR } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import {
  answered, begunIn, carded, cardsIn, counted, isOverdue, isUnfinished, medianAnswer, medianSolution, overdue, percent,
  satisfaction, satisfactionOf, solved, solvedByWord, answeredOnTime, unrated,
} from '../../../src/cases/rates.js'; // prettier-ignore
import { CASE_STATES } from '../../../src/cases/words.js';
import { T0, sampleCase } from '../../support/case-samples.js';

const span = { from: T0, to: T0 + 24 * HOUR };
const list = (...overs: Partial<Case>[]) =>
  overs.map((over, i) => sampleCase(i + 1, { openedAt: T0, ...over }));

describe('which cases count', () => {
  it('leaves out what is sealed, never was a petition, or is counted elsewhere', () => {
    const cases = list(
      {},
      { sealed: true, number: null },
      { state: 'void' },
      { state: 'merged' },
      { state: 'withdrawn' },
    );
    expect(counted(cases).map((c) => c.number)).toEqual([1, 5]);
  });

  it('counts a case on the day of the villager’s message, the first moment in, the last out', () => {
    const cases = list(
      { openedAt: span.from },
      { openedAt: span.to - 1 },
      { openedAt: span.to },
      { openedAt: span.from - 1 },
    );
    expect(begunIn(cases, span).map((c) => c.number)).toEqual([1, 2]);
  });

  it('knows for every state whether somebody still has something to do', () => {
    const unfinished = CASE_STATES.filter((state) => isUnfinished(sampleCase(1, { state })));
    expect(unfinished).toEqual([
      'received',
      'accepted',
      'assigned',
      'in_progress',
      'handed_back',
      'reopened',
    ]);
  });

  it('is overdue only while it is unfinished, and only after its day', () => {
    const c = sampleCase(1, { resolveBy: T0 });
    expect([isOverdue(c, T0), isOverdue(c, T0 + 1), isOverdue({ ...c, state: 'resolved' }, T0 + 1)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('rates', () => {
  it('carry their denominators', () => {
    const cases = list(
      { answeredAt: T0 + 1 },
      { answeredAt: T0 + 1, resolvedAt: T0 + 2, state: 'resolved' },
      {},
      { state: 'declined' },
    );
    expect(answered(cases)).toEqual({ count: 2, of: 4, value: 0.5 });
    expect(solved(cases)).toEqual({ count: 1, of: 4, value: 0.25 });
    expect(overdue(cases, T0 + 24 * HOUR)).toEqual({ count: 2, of: 2, value: 1 });
  });

  it('on time: what has been answered or has fallen due, and nothing that ended before', () => {
    const answerBy = T0 + HOUR;
    const cases = list(
      { answerBy, answeredAt: T0 + HOUR },
      { answerBy, answeredAt: T0 + HOUR + 1 },
      { answerBy },
      { answerBy, state: 'withdrawn', closedAt: T0 + 1 },
      { answerBy, state: 'withdrawn', closedAt: answerBy + 1 },
    );
    expect(answeredOnTime(cases, T0 + 2 * HOUR)).toEqual({ count: 1, of: 4, value: 1 / 4 });
    expect(answeredOnTime(cases, T0 + HOUR)).toEqual({ count: 1, of: 2, value: 1 / 2 });
  });

  it('have no value over nothing', () => {
    expect(answered([])).toEqual({ count: 0, of: 0, value: null });
    expect(overdue([], T0)).toEqual({ count: 0, of: 0, value: null });
    expect(answeredOnTime([], T0).value).toBeNull();
    expect(satisfaction([], span).value).toBeNull();
  });
});

describe('satisfaction', () => {
  it('counts 基本满意 nine tenths, by the day of the rating', () => {
    const cases = list(
      { rating: 'satisfied', ratedAt: T0, openedAt: T0 - 90 * HOUR },
      { rating: 'fairly', ratedAt: T0 + 1 },
      { rating: 'unsatisfied', ratedAt: T0 + 2, state: 'reopened' },
      { rating: 'satisfied', ratedAt: span.to },
      { state: 'closed', closedAt: T0 + 3 },
    );
    expect(satisfaction(cases, span)).toEqual({
      satisfied: 1,
      fairly: 1,
      unsatisfied: 1,
      rated: 3,
      value: 1.9 / 3,
    });
    expect(solvedByWord(satisfaction(cases, span))).toEqual({ count: 2, of: 3, value: 2 / 3 });
    expect(unrated(cases, span)).toBe(1);
  });

  it('never lets silence be satisfaction: unrated closings move no rate', () => {
    const rated = list({ rating: 'fairly', ratedAt: T0 });
    const silent = list({ state: 'closed', closedAt: T0 }, { state: 'closed', closedAt: T0 });
    expect(satisfaction([...rated, ...silent], span)).toEqual(satisfaction(rated, span));
  });

  it('is 1 only when all are satisfied', () => {
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(count, count, count, (s, f, u) => {
        const { value, rated } = satisfactionOf(s, f, u);
        expect(value === 1).toBe(s > 0 && f === 0 && u === 0);
        expect(value === null).toBe(rated === 0);
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe('percent', () => {
  it.each([
    [1, '100%'],
    [0, '0%'],
    [0.978, '97.8%'],
    [0.5, '50%'],
    [2.9 / 3, '96.7%'],
    [0.9995, '99.9%'],
    [0.99999, '99.9%'],
    [0.0001, '0.1%'],
    [0.1235, '12.4%'],
  ])('%d is %s', (value, text) => {
    expect(percent(value)).toBe(text);
  });
});

describe('medians', () => {
  it('take the middle, and tell how many there are', () => {
    const cases = list({ answeredAt: T0 + 5 }, { answeredAt: T0 + 1 }, { answeredAt: T0 + 9 }, {});
    expect(medianAnswer(cases)).toEqual({ value: 5, of: 3 });
    expect(medianAnswer(cases.slice(0, 2))).toEqual({ value: 3, of: 2 });
    expect(medianSolution(cases)).toEqual({ value: null, of: 0 });
    expect(medianSolution(list({ resolvedAt: T0 + HOUR }))).toEqual({ value: HOUR, of: 1 });
  });
});

describe('cards', () => {
  const given = (card: 'yellow' | 'red', at: number) => ({ card, at, due: at - 1 });
  const cases = [
    { ...sampleCase(1), cards: [given('yellow', 10), given('red', 20)] },
    { ...sampleCase(1), cards: [given('yellow', 30)] },
    sampleCase(3),
  ];

  it('count by when they were given; cases that ever got one, over all', () => {
    expect(cardsIn(cases, { from: 10, to: 30 })).toEqual({ yellow: 1, red: 1 });
    expect(cardsIn(cases, { from: 11, to: 31 })).toEqual({ yellow: 1, red: 1 });
    expect(carded(cases)).toEqual({ count: 2, of: 3, value: 2 / 3 });
    expect(carded([]).value).toBeNull();
  });
});
