import fc from 'fast-check';
import { DAY } from '../../../../src/cases/calendar.js';
import {
  daysOf, lastMonthly, lastWeekly, monthBefore, monthNamed, monthSoFar, periodKey, periodName, weekBefore, weekSoFar,
} from '../../../../src/cases/posts/period.js'; // prettier-ignore

const at = (iso: string): number => Date.parse(`${iso}+08:00`);
const MONDAY = { weekday: 1, minute: 9 * 60 };
const FIRST = { day: 1, minute: 9 * 60 };

describe('when a period is told', () => {
  it.each([
    ['2026-05-04T09:00', '2026-05-04T09:00'],
    ['2026-05-04T08:59', '2026-04-27T09:00'],
    ['2026-05-10T23:59', '2026-05-04T09:00'],
  ])('at %s the week was last told at %s', (now, due) => {
    expect(lastWeekly(at(now), MONDAY)).toBe(at(due));
  });

  it.each([
    ['2026-05-01T09:00', '2026-05-01T09:00'],
    ['2026-05-01T08:59', '2026-04-01T09:00'],
    ['2026-01-01T00:00', '2025-12-01T09:00'],
    ['2026-03-31T12:00', '2026-03-01T09:00'],
  ])('at %s the month was last told at %s', (now, due) => {
    expect(lastMonthly(at(now), FIRST)).toBe(at(due));
  });

  it('is always in the past, and less than a week or a month and a day ago', () => {
    const now = fc.integer({ min: at('2024-01-01T00:00'), max: at('2030-01-01T00:00') });
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        now,
        minute,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 28 }),
        (t, m, weekday, day) => {
          const week = t - lastWeekly(t, { weekday, minute: m });
          const month = t - lastMonthly(t, { day, minute: m });
          expect(week >= 0 && week < 7 * DAY).toBe(true);
          expect(month >= 0 && month < 31 * DAY).toBe(true);
        },
      ),
    );
  });
});

describe('what a post tells of', () => {
  it('the seven days before, the month before', () => {
    expect(periodName(weekBefore(at('2026-05-04T09:00')))).toBe('4月27日至5月3日');
    expect(periodName(monthBefore(at('2026-01-01T09:00')))).toBe('2025年12月');
    expect(daysOf(monthBefore(at('2026-03-05T09:00')))).toBe(28);
    expect(periodKey(weekBefore(at('2026-05-04T09:00')))).toBe('week:2026-04-27');
  });

  it('when somebody asks: today and the six days before; this month', () => {
    expect(periodName(weekSoFar(at('2026-05-06T10:00')))).toBe('4月30日至5月6日');
    expect(monthSoFar(at('2026-05-31T23:59'))).toEqual({ kind: 'month', from: at('2026-05-01T00:00'), to: at('2026-06-01T00:00') }); // prettier-ignore
  });

  it('a month by its name', () => {
    expect(monthNamed('2026-12')).toEqual({ kind: 'month', from: at('2026-12-01T00:00'), to: at('2027-01-01T00:00') }); // prettier-ignore
    for (const wrong of ['2026-13', '2026-5', 'May', '26-05', '']) expect(monthNamed(wrong)).toBeNull();
  });
});
