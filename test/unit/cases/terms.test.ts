import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import { DEFAULT_DEADLINES, DEFAULT_TERMS, GRADE_TERMS, deadlines } from '../../../src/cases/deadlines.js';
import { dueText } from '../../../src/cases/due.js';
import { CATEGORIES, URGENCIES } from '../../../src/cases/words.js';
import { holidayTable, readHolidays } from '../../../src/config/holidays.js';
import { workCalendar } from '../../../src/config/work-calendar.js';
import { Story, handler, laohe, power, zhou } from '../../support/case-world.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const NONE = { restDays: [], workDays: [] };
const hours = workCalendar({ from: 510, to: 1050 }, NONE, readHolidays());

describe('deadlines in working time', () => {
  const due = (from: string, urgency: 'emergency' | 'urgent' | 'normal') =>
    deadlines(at(from), 'road', urgency, DEFAULT_DEADLINES, hours);

  it.each([
    ['normal, in Spring Festival', '2026-02-17T09:00', 'normal', '2026-02-25T08:30', '2026-03-04T08:30'],
    ['urgent, in Spring Festival', '2026-02-17T09:00', 'urgent', '2026-02-24T10:30', '2026-02-25T08:30'],
    ['urgent, on a make-up Saturday', '2026-05-09T16:30', 'urgent', '2026-05-11T09:30', '2026-05-11T16:30'],
    [
      'urgent, at 23:59 before a make-up Saturday',
      '2026-05-08T23:59',
      'urgent',
      '2026-05-09T10:30',
      '2026-05-11T08:30',
    ],
    [
      'normal, at midnight that begins the new year',
      '2026-01-01T00:00',
      'normal',
      '2026-01-05T08:30',
      '2026-01-13T08:30',
    ],
    [
      'emergency, in Spring Festival',
      '2026-02-17T23:59',
      'emergency',
      '2026-02-18T00:29',
      '2026-02-18T23:59',
    ],
  ] as const)('%s', (_, from, urgency, answerBy, resolveBy) => {
    expect(due(from, urgency)).toEqual({ answerBy: at(answerBy), resolveBy: at(resolveBy) });
  });

  it('formal letters and visits go by the calendar of the law, unless they are urgent', () => {
    const table = {
      ...DEFAULT_DEADLINES,
      housing: { terms: { ...DEFAULT_TERMS, normal: GRADE_TERMS.formal } },
    };
    const from = at('2026-05-01T10:00');
    const formal = deadlines(from, 'housing', 'normal', table, hours);
    expect(formal).toEqual({ answerBy: from + 15 * DAY, resolveBy: from + 75 * DAY });
    expect(deadlines(from, 'housing', 'urgent', table, hours)).toEqual(due('2026-05-01T10:00', 'urgent'));
  });

  it('a year whose holidays nobody knows goes by the days of the week', () => {
    const blind = workCalendar({ from: 510, to: 1050 }, NONE, holidayTable([], []));
    const from = at('2027-02-05T10:00');
    expect(deadlines(from, 'road', 'normal', DEFAULT_DEADLINES, blind).answerBy).toBe(at('2027-02-08T10:00'));
  });

  it('reads well over a holiday', () => {
    const now = at('2026-04-30T16:30');
    expect(dueText(due('2026-04-30T16:30', 'urgent').answerBy, now)).toBe('5月6日前');
    expect(dueText(due('2026-04-30T10:00', 'urgent').answerBy, at('2026-04-30T10:00'))).toBe('今天12点前');
    expect(dueText(due('2026-05-05T20:00', 'urgent').answerBy, at('2026-05-05T20:00'))).toBe('明天上午');
    expect(dueText(due('2026-12-31T17:00', 'urgent').answerBy, at('2026-12-31T17:00'))).toMatch(
      /^(?:明天上午|2027年1月\d日前)$/u,
    );
  });

  it('is never before the term by the plain clock, later when it begins later, and never slower when more urgent', () => {
    const moment = fc.integer({ min: 0, max: 500 * 24 * 60 }).map((n) => at('2026-01-01T00:00') + n * MINUTE);
    fc.assert(
      fc.property(moment, fc.nat(20 * DAY), fc.constantFrom(...CATEGORIES), (from, more, category) => {
        const all = URGENCIES.map((urgency) => deadlines(from, category, urgency, DEFAULT_DEADLINES, hours));
        for (const [i, urgency] of URGENCIES.entries()) {
          const { answerMs, resolveMs } = DEFAULT_DEADLINES[category].terms[urgency];
          const { answerBy = 0, resolveBy = 0 } = all[i] ?? {};
          expect(answerBy).toBeGreaterThanOrEqual(from + answerMs);
          expect(resolveBy).toBeGreaterThanOrEqual(from + resolveMs);
          const later = deadlines(from + more, category, urgency, DEFAULT_DEADLINES, hours);
          expect(later.answerBy).toBeGreaterThanOrEqual(answerBy);
          expect(later.resolveBy).toBeGreaterThanOrEqual(resolveBy);
          expect(all[i + 1]?.answerBy ?? Infinity).toBeGreaterThanOrEqual(answerBy);
        }
      }),
    );
  });
});

describe('what an official says', () => {
  it('a number of days, or more of them, is days of the calendar', () => {
    const now = at('2026-04-30T10:00');
    const rules = { hours, waits: { days: 5, most: 2 }, extendDays: { utility: 10 } };
    const story = new Story({}, { now }).do(
      { type: 'assign', to: handler(power), dueBy: now + 3 * DAY },
      zhou,
      { now, rules },
    );
    expect(story.case.resolveBy).toBe(now + 3 * DAY);
    const extend = (days: number) => ({ type: 'extend', days, reason: '等配件' }) as const;
    const over = story.try(extend(11), power, { now: now + HOUR, rules });
    expect(over).toMatchObject({
      ok: false,
      refusal: { key: 'refuse_extend_days', values: { case: '#12', most: 10 } },
    });
    story.do(extend(3), power, { now: now + HOUR, rules });
    expect(story.case.resolveBy).toBe(now + 6 * DAY);
    expect(story.notices.some(({ to }) => to.kind === 'person' && to.contacts.includes(laohe.id))).toBe(true);
    expect(story.refusal(extend(1), power, { now: now + 2 * HOUR, rules })).toBe('refuse_extended');
  });
});
