import { endOfDay } from '../../../src/workers/supervise.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const said = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

describe('the day of an order ends at midnight', () => {
  it.each([
    ['three days', { days: 3 }, '2026-05-02T23:59', '2026-05-06 00:00'],
    ['today', { month: 5, day: 2 }, '2026-05-02T23:59', '2026-05-03 00:00'],
    ['a date', { month: 5, day: 20 }, '2026-05-02T00:00', '2026-05-21 00:00'],
    ['a date of next year', { month: 1, day: 5 }, '2026-12-20T10:00', '2027-01-06 00:00'],
    ['yesterday is no day', { month: 5, day: 1 }, '2026-05-02T10:00', null],
    ['30 February', { month: 2, day: 30 }, '2026-01-02T10:00', null],
    ['29 February in a leap year', { month: 2, day: 29 }, '2028-01-02T10:00', '2028-03-01 00:00'],
    ['too far', { days: 200 }, '2026-05-02T10:00', null],
  ])('%s', (_, until, now, expected) => {
    expect(said(endOfDay(until, at(now)))).toBe(expected);
  });
});
