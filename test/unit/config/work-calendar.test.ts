import { holidayTable, readHolidays } from '../../../src/config/holidays.js';
import { workCalendar, workdayBy } from '../../../src/config/work-calendar.js';

const table = readHolidays();
const worked = workdayBy({ restDays: [], workDays: [] }, table);

describe('the table of holidays', () => {
  it('is the one of the package, and says how far it reaches', () => {
    expect(table.lastYear).toBeGreaterThanOrEqual(2026);
    expect(table.holidays.has('2026-02-17')).toBe(true);
    expect(holidayTable(['2031-01-01'], ['2030-12-28']).lastYear).toBe(2031);
    expect(holidayTable([], []).lastYear).toBe(0);
  });
});

describe('the working days', () => {
  it.each([
    ['a Tuesday', '2026-04-28', true],
    ['a Saturday', '2026-04-25', false],
    ['a Sunday', '2026-04-26', false],
    ['a Friday in Labour Day', '2026-05-01', false],
    ['a make-up Saturday', '2026-05-09', true],
    ['the Sunday behind it', '2026-05-10', false],
    ['a make-up Saturday before Spring Festival', '2026-02-14', true],
    ['Spring Festival’s last Monday', '2026-02-23', false],
    ['a holiday of a year beyond the table, by its weekday', '2199-01-01', true],
    ['a Saturday of such a year', '2199-01-05', false],
  ])('%s', (_, day, expected) => {
    expect(worked(day)).toBe(expected);
  });

  it('the county’s own days go before all others', () => {
    const own = workdayBy({ restDays: ['2026-07-15', '2026-05-09'], workDays: ['2026-05-01'] }, table);
    expect(['2026-07-15', '2026-05-09', '2026-05-01'].map(own)).toEqual([false, false, true]);
  });

  it('off: there is no calendar', () => {
    expect(workCalendar(null, { restDays: [], workDays: [] }, table)).toBeNull();
    expect(workCalendar({ from: 510, to: 1050 }, { restDays: [], workDays: [] }, table)).toMatchObject({ from: 510, to: 1050 });
  });
});
