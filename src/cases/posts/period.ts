import { addDays, DAY, dayKey, dayStart, formatDay, localDate, MINUTE } from '../calendar.js';
import type { Millis } from '../case.js';
import type { Span } from '../rates.js';

/** What a post tells of: whole calendar days of Asia/Shanghai. */
export interface Period extends Span {
  kind: 'week' | 'month';
}

/** When a post goes out: `周一 09:00`, `1日 09:00`; `minute` after local midnight. */
export interface WeeklyHour {
  /** 1 = Monday .. 7 = Sunday */
  weekday: number;
  minute: number;
}
export interface MonthlyHour {
  /** 1..28: every month has it. */
  day: number;
  minute: number;
}

/** The latest moment not after `now` at which the week is told. */
export function lastWeekly(now: Millis, { weekday, minute }: WeeklyHour): Millis {
  const back = (localDate(now).weekday - weekday + 7) % 7;
  const due = addDays(now, -back) + minute * MINUTE;
  return due <= now ? due : due - 7 * DAY;
}

/** The latest moment not after `now` at which the month is told. */
export function lastMonthly(now: Millis, { day, minute }: MonthlyHour): Millis {
  const inMonth = (start: Millis): Millis => addDays(start, day - 1) + minute * MINUTE;
  const due = inMonth(monthStart(now));
  return due <= now ? due : inMonth(monthStart(monthStart(now) - 1));
}

/** The seven whole days before the day on which they are told: Monday to Sunday, told on a Monday. */
export function weekBefore(due: Millis): Period {
  return { kind: 'week', from: addDays(due, -7), to: dayStart(due) };
}

/** The calendar month before the one in which it is told. */
export function monthBefore(due: Millis): Period {
  const to = monthStart(due);
  return { kind: 'month', from: monthStart(to - 1), to };
}

/** Today and the six days before it: what 周报 gives when somebody asks. */
export function weekSoFar(now: Millis): Period {
  return { kind: 'week', from: addDays(now, -6), to: addDays(now, 1) };
}

/** From the first of this month on: what 月报 gives when somebody asks. */
export function monthSoFar(now: Millis): Period {
  return { kind: 'month', from: monthStart(now), to: monthStart(addDays(monthStart(now), 31)) };
}

/** `2026-05` as a period; null when that is no month. */
export function monthNamed(text: string): Period | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/u.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  const from = Date.parse(`${year}-${month}-01T00:00:00+08:00`);
  return { kind: 'month', from, to: monthStart(addDays(from, 31)) };
}

/** `4月27日至5月3日`, `2026年5月`. */
export function periodName({ kind, from, to }: Period): string {
  const { year, month } = localDate(from);
  return kind === 'month' ? `${year}年${month}月` : `${formatDay(from)}至${formatDay(to - 1)}`;
}

/** One word for operation ids and notes: `week:2026-04-27`. */
export function periodKey({ kind, from }: Period): string {
  return `${kind}:${dayKey(from)}`;
}

/** How many calendar days it has. */
export function daysOf({ from, to }: Span): number {
  return Math.round((to - from) / DAY);
}

function monthStart(at: Millis): Millis {
  return addDays(at, 1 - localDate(at).day);
}
