import type { WorkingHours } from '../cases/working-time.js';
import type { HolidayTable } from './holidays.js';

/** Days of the county's own: they go before the statutory ones. */
export interface OwnDays {
  /** Harvest, flood: nobody is expected at a desk. */
  restDays: readonly string[];
  /** Worked although it is a day off. */
  workDays: readonly string[];
}

/** When officials are at work: null where deadlines run by the plain clock. */
export function workCalendar(
  hours: { from: number; to: number } | null,
  own: OwnDays,
  table: HolidayTable,
): WorkingHours | null {
  return hours && { ...hours, isWorkday: workdayBy(own, table) };
}

/** Whether a day `2026-05-02` is worked. */
export function workdayBy(own: OwnDays, table: HolidayTable): (day: string) => boolean {
  const [rest, work] = [new Set(own.restDays), new Set(own.workDays)];
  return (day) => {
    if (work.has(day)) return true;
    if (rest.has(day)) return false;
    return table.workdays.has(day) || (!table.holidays.has(day) && !isWeekend(day));
  };
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
