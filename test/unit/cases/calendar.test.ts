import fc from 'fast-check';
import {
  DAY, HOUR, MINUTE, addDays, atHour, dayKey, dayStart, daysBetween, formatDay, formatTime, localDate,
} from '../../../src/cases/calendar.js'; // prettier-ignore

const may2 = Date.parse('2026-05-02T10:02:30+08:00');

describe('calendar of Asia/Shanghai', () => {
  it('reads the wall clock', () => {
    expect(localDate(may2)).toEqual({ year: 2026, month: 5, day: 2, hour: 10, minute: 2, weekday: 6 });
  });

  it('counts Sunday as the seventh day', () => {
    expect(localDate(Date.parse('2026-05-03T00:00:00+08:00')).weekday).toBe(7);
    expect(localDate(Date.parse('2026-05-04T00:00:00+08:00')).weekday).toBe(1);
  });

  it('changes the day at Shanghai midnight, not at UTC midnight', () => {
    expect(formatDay(Date.parse('2026-05-01T15:59:59Z'))).toBe('5月1日');
    expect(formatDay(Date.parse('2026-05-01T16:00:00Z'))).toBe('5月2日');
  });

  it('knows leap days and year ends', () => {
    expect(formatDay(addDays(Date.parse('2028-02-28T12:00:00+08:00'), 1))).toBe('2月29日');
    expect(dayKey(addDays(Date.parse('2026-12-31T23:59:00+08:00'), 1))).toBe('2027-01-01');
  });

  it('makes a moment of an hour on the same day', () => {
    expect(atHour(may2, 18)).toBe(Date.parse('2026-05-02T18:00:00+08:00'));
    expect(atHour(may2, 22, 30)).toBe(Date.parse('2026-05-02T22:30:00+08:00'));
    expect(atHour(may2, 24)).toBe(Date.parse('2026-05-03T00:00:00+08:00'));
  });

  it('counts calendar days, not 24 hours', () => {
    const late = Date.parse('2026-05-02T23:59:00+08:00');
    expect(daysBetween(late, late + 2 * MINUTE)).toBe(1);
    expect(daysBetween(late, late - 23 * HOUR)).toBe(0);
    expect(daysBetween(late, late - DAY)).toBe(-1);
  });

  it('writes times with two figures', () => {
    expect(formatTime(Date.parse('2026-05-02T00:05:00+08:00'))).toBe('00:05');
  });

  it('holds every moment in exactly one day, also before 1970', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e12, max: 4e12 }), (at) => {
        const start = dayStart(at);
        expect(start).toBeLessThanOrEqual(at);
        expect(at - start).toBeLessThan(DAY);
        expect(localDate(start)).toMatchObject({ hour: 0, minute: 0 });
        expect(dayKey(start)).toBe(dayKey(at));
      }),
    );
  });
});
