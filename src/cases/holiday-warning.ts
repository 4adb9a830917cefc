import { localDate } from './calendar.js';
import type { Millis } from './case.js';

/** A month ahead is December: the State Council has set the next year's holidays by then. */
const LAST_MONTH = 12;

/**
 * Whether the table of holidays, which knows all up to the end of `lastYear`, is to be renewed: from a month before its
 * end on. `next`: the year whose deadlines go by the days of the week until then. Null: it reaches far enough.
 */
export function holidaysEnd(lastYear: number, now: Millis): { year: number; next: number } | null {
  const { year, month } = localDate(now);
  if (year < lastYear || (year === lastYear && month < LAST_MONTH)) return null;
  return { year: lastYear, next: Math.max(lastYear + 1, year) };
}
