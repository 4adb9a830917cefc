import { z } from 'zod';
import { addDays, DAY, dayKey } from '../cases/calendar.js';

/** Days of the county's own in settings.yaml: `2026-07-15`, or `2026-07-15..2026-07-25`. */

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const ENTRY = /^\d{4}-\d{2}-\d{2}(?:\.\.\d{4}-\d{2}-\d{2})?$/u;
const WRONG = 'this is no day; write it like 2026-07-15, or from..to like 2026-07-15..2026-07-25';
/** A longer stretch is a slip of the hand: it would stop every deadline. */
const LONGEST = 31;

const entry = z
  .string(WRONG)
  .regex(ENTRY, { error: WRONG, abort: true })
  .refine((text) => bounds(text).every(isDate), 'there is no such day; look at the calendar again')
  .refine((text) => isForward(text), 'this ends before it begins; write the earlier day first')
  .refine((text) => daysOf(text).length <= LONGEST, `these are too many days; write at most ${LONGEST} in one entry`);

/** A list of days and stretches of days; read to all the days, each once. */
export const dayList = z
  .array(entry)
  .max(400)
  .transform((entries) => [...new Set(entries.flatMap(daysOf))].sort());

/** All the days that an entry means; none when it is no entry. */
export function daysOf(text: string): string[] {
  const [from = '', to = from] = bounds(text);
  if (!isDate(from) || !isDate(to)) return [];
  const [first, last] = [midnight(from), midnight(to)];
  const count = Math.round((last - first) / DAY) + 1;
  // Longer ones are refused; here they must not fill the memory first.
  return Array.from({ length: Math.min(count, LONGEST + 1) }, (_, i) => dayKey(addDays(first, i)));
}

function bounds(text: string): string[] {
  return text.split('..');
}

function isForward(text: string): boolean {
  const [from = '', to = from] = bounds(text);
  return !isDate(from) || !isDate(to) || from <= to;
}

function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(midnight(text)) && dayKey(midnight(text)) === text;
}

function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}
