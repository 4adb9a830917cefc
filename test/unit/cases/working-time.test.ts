import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import {
  addWorkingHours, addWorkingTime, workingMoment, workingTimeBetween, type WorkingHours,
} from '../../../src/cases/working-time.js'; // prettier-ignore

const at = (text: string): number => Date.parse(`${text}+08:00`);
const said = (ms: number): string => new Date(ms + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/** Spring Festival and Labour Day 2026 as the State Council set them, with their make-up days. */
const REST = /^2026-(?:02-(?:1[5-9]|2[0-3])|05-0[1-5])$/u;
const MADE_UP = ['2026-02-14', '2026-02-28', '2026-05-09'];
const hours: WorkingHours = {
  isWorkday: (day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return MADE_UP.includes(day) || (!REST.test(day) && weekday !== 0 && weekday !== 6);
  },
  from: 8 * 60 + 30,
  to: 17 * 60 + 30,
};
const due = (from: string, term: number): string => said(addWorkingTime(hours, at(from), term));

describe('working time', () => {
  it.each([
    ['a plain morning', '2026-04-28T09:00', 2 * HOUR, '2026-04-28 11:00'],
    ['over the evening', '2026-04-28T17:00', 2 * HOUR, '2026-04-29 10:00'],
    ['to the last minute', '2026-04-28T15:30', 2 * HOUR, '2026-04-28 17:30'],
    ['at 23:59', '2026-04-28T23:59', 2 * HOUR, '2026-04-29 10:30'],
    ['at midnight', '2026-04-28T00:00', 2 * HOUR, '2026-04-28 10:30'],
    ['a day, on a Friday', '2026-04-24T10:00', DAY, '2026-04-27 10:00'],
    ['a day, before Labour Day', '2026-04-30T10:00', DAY, '2026-05-06 10:00'],
    ['a day, within it', '2026-05-02T10:00', DAY, '2026-05-07 08:30'],
    ['two hours, on a make-up Saturday', '2026-05-09T10:00', 2 * HOUR, '2026-05-09 12:00'],
    ['a day, before a make-up Saturday', '2026-05-08T10:00', DAY, '2026-05-09 10:00'],
    ['seven days over Spring Festival', '2026-02-13T10:00', 7 * DAY, '2026-03-02 10:00'],
    ['a day and four working hours', '2026-04-28T16:30', DAY + 4 * HOUR, '2026-04-30 11:30'],
    ['hours that no working day has: a day', '2026-04-28T16:30', 20 * HOUR, '2026-04-29 16:30'],
  ])('%s', (_, from, term, expected) => {
    expect(due(from, term)).toBe(expected);
  });

  it('begins with the next working hour', () => {
    expect(said(workingMoment(hours, at('2026-05-01T12:00')))).toBe('2026-05-06 08:30');
    expect(said(workingMoment(hours, at('2026-05-06T08:00')))).toBe('2026-05-06 08:30');
    expect(said(workingMoment(hours, at('2026-05-06T12:00')))).toBe('2026-05-06 12:00');
    expect(said(workingMoment(hours, at('2026-05-06T17:30')))).toBe('2026-05-07 08:30');
  });

  it('counts what lies between', () => {
    const between = (from: string, to: string): number => workingTimeBetween(hours, at(from), at(to)) / HOUR;
    expect(between('2026-04-30T16:30', '2026-05-06T09:30')).toBe(2);
    expect(between('2026-05-02T00:00', '2026-05-05T23:00')).toBe(0);
    expect(between('2026-05-06T10:00', '2026-05-06T09:00')).toBe(0);
  });

  it('never ends outside working time, never before the term; later for more, and later when begun later', () => {
    const moment = fc.integer({ min: at('2026-01-05T00:00'), max: at('2026-11-01T00:00') });
    const term = fc.integer({ min: 1, max: 20 * 24 * 60 }).map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(moment, term, term, (from, one, more) => {
        const end = addWorkingTime(hours, from, one);
        const minute = Math.floor(((end + 8 * HOUR) % DAY) / MINUTE);
        expect(end).toBeGreaterThanOrEqual(from + one);
        expect(minute).toBeGreaterThanOrEqual(hours.from);
        expect(minute).toBeLessThanOrEqual(hours.to);
        expect(hours.isWorkday(new Date(end + 8 * HOUR).toISOString().slice(0, 10))).toBe(true);
        expect(addWorkingTime(hours, from, one + more)).toBeGreaterThanOrEqual(end);
        expect(addWorkingTime(hours, from + more, one)).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it('counts hour by hour what was waited', () => {
    const later = (from: string, span: number): string => said(addWorkingHours(hours, at(from), span));
    expect(later('2026-04-30T16:30', 12 * HOUR)).toBe('2026-05-07 10:30');
    expect(later('2026-05-02T10:00', 0)).toBe('2026-05-02 10:00');
    expect(later('2026-05-02T10:00', 1)).toBe('2026-05-06 08:30');
  });

  it('fails on a table without a working day', () => {
    expect(() => addWorkingTime({ ...hours, isWorkday: () => false }, 0, HOUR)).toThrow('no working day');
  });
});
