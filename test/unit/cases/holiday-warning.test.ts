import { holidaysEnd } from '../../../src/cases/holiday-warning.js';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the end of the table of holidays', () => {
  it.each([
    ['a year before', '2025-12-20T10:00', null],
    ['the last minute of November', '2026-11-30T23:59', null],
    ['a month ahead', '2026-12-01T00:00', { year: 2026, next: 2027 }],
    ['the last day', '2026-12-31T23:59', { year: 2026, next: 2027 }],
    ['a day behind it: the same year is told', '2027-01-01T00:00', { year: 2026, next: 2027 }],
    ['another year on', '2028-03-01T00:00', { year: 2026, next: 2028 }],
  ])('%s', (_, now, expected) => {
    expect(holidaysEnd(2026, at(now))).toEqual(expected);
  });
});
