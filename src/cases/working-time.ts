import { addDays, atHour, DAY, dayKey, dayStart, MINUTE } from './calendar.js';
import type { Millis } from './case.js';

/**
 * The hours in which officials are at work: their deadlines count in these. Which days are worked (statutory holidays,
 * make-up Saturdays, days of harvest or flood) is decided outside and passed in.
 */
export interface WorkingHours {
  /** Whether the day `2026-05-02` is worked. */
  isWorkday(day: string): boolean;
  /** Minutes after local midnight, from < to. */
  from: number;
  to: number;
}

/** No table of days holds a longer stretch without work; beyond it the table is broken. */
const LONGEST_REST_DAYS = 60;

/** `at` itself when it lies in working time, else the moment at which work begins next. @throws Error when nothing is worked for 60 days */
export function workingMoment(hours: WorkingHours, at: Millis): Millis {
  const begins = dayStart(at) + hours.from * MINUTE;
  if (worked(hours, at) && at < dayStart(at) + hours.to * MINUTE) return Math.max(at, begins);
  return dayStart(nextWorkday(hours, at)) + hours.from * MINUTE;
}

/**
 * The moment at which `term` of working time has gone by since `from`. Whole days are working days, told by the same
 * hour of the day; what is left counts in working hours (2 h from 17:00 with work until 17:30 end at 10:00 of the next
 * working day that begins at 8:30), yet never longer than one more day: 20 h are less than 24. A term that starts
 * outside working time starts with the next working hour.
 */
export function addWorkingTime(hours: WorkingHours, from: Millis, term: Millis): Millis {
  let at = workingMoment(hours, from);
  for (let days = Math.floor(term / DAY); days > 0; days -= 1) at = sameHour(at, nextWorkday(hours, at));
  const left = term % DAY;
  return left === 0 ? at : Math.min(addWorkingHours(hours, at, left), sameHour(at, nextWorkday(hours, at)));
}

/** The moment at which officials have been at work for `span` since `from`, hour by hour; `from` itself for nothing. */
export function addWorkingHours(hours: WorkingHours, from: Millis, span: Millis): Millis {
  if (span <= 0) return from;
  let at = workingMoment(hours, from);
  let left = span;
  for (;;) {
    const ends = dayStart(at) + hours.to * MINUTE;
    if (at + left <= ends) return at + left;
    left -= ends - at;
    at = dayStart(nextWorkday(hours, at)) + hours.from * MINUTE;
  }
}

/** Working time between two moments, in working hours; 0 when `to` is not after `from`. The share of a term that has gone by. */
export function workingTimeBetween(hours: WorkingHours, from: Millis, to: Millis): Millis {
  let sum = 0;
  for (let day = dayStart(from); day < to; day = addDays(day, 1)) {
    if (!worked(hours, day)) continue;
    const begins = Math.max(from, day + hours.from * MINUTE);
    sum += Math.max(0, Math.min(to, day + hours.to * MINUTE) - begins);
  }
  return sum;
}

function worked(hours: WorkingHours, at: Millis): boolean {
  return hours.isWorkday(dayKey(at));
}

/** Midnight of the next working day after the one that holds `at`. */
function nextWorkday(hours: WorkingHours, at: Millis): Millis {
  for (let days = 1; days <= LONGEST_REST_DAYS; days += 1) {
    const day = addDays(at, days);
    if (worked(hours, day)) return day;
  }
  throw new Error(`no working day within ${LONGEST_REST_DAYS} days of ${dayKey(at)}`);
}

function sameHour(at: Millis, day: Millis): Millis {
  return atHour(day, 0) + (at - dayStart(at));
}
