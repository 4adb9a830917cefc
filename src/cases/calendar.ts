import type { Millis } from './case.js';

/**
 * The calendar of the county. China keeps one time, UTC+8, without summer time since 1991, so a fixed offset is
 * exact for every case the product can hold; no machine time zone is ever asked.
 */

export const MINUTE: Millis = 60_000;
export const HOUR: Millis = 60 * MINUTE;
export const DAY: Millis = 24 * HOUR;

/** Asia/Shanghai, ahead of UTC, in milliseconds. */
export const SHANGHAI_OFFSET: Millis = 8 * HOUR;

/** A moment as the wall clock and calendar show it. */
export interface LocalDate {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31 */
  day: number;
  hour: number;
  minute: number;
  /** 1 = Monday .. 7 = Sunday */
  weekday: number;
}

/** The wall clock at a moment. */
export function localDate(at: Millis, offset: Millis = SHANGHAI_OFFSET): LocalDate {
  const shifted = new Date(at + offset);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() || 7,
  };
}

/** Midnight at the beginning of the calendar day that holds this moment. */
export function dayStart(at: Millis, offset: Millis = SHANGHAI_OFFSET): Millis {
  return at - modulo(at + offset, DAY);
}

/** The moment of `hour:minute` on the calendar day that holds `at`; hour 24 = the midnight that ends it. */
export function atHour(at: Millis, hour: number, minute = 0, offset: Millis = SHANGHAI_OFFSET): Millis {
  return dayStart(at, offset) + hour * HOUR + minute * MINUTE;
}

/** Midnight `days` calendar days after (negative: before) the day that holds `at`. */
export function addDays(at: Millis, days: number, offset: Millis = SHANGHAI_OFFSET): Millis {
  return dayStart(at, offset) + days * DAY;
}

/** How many calendar days later `to` lies than `from`: 0 the same day, 1 tomorrow, negative before. */
export function daysBetween(from: Millis, to: Millis, offset: Millis = SHANGHAI_OFFSET): number {
  return Math.round((dayStart(to, offset) - dayStart(from, offset)) / DAY);
}

/** `5月2日` */
export function formatDay(at: Millis, offset: Millis = SHANGHAI_OFFSET): string {
  const { month, day } = localDate(at, offset);
  return `${month}月${day}日`;
}

/** `10:02`, hours and minutes with two figures each. */
export function formatTime(at: Millis, offset: Millis = SHANGHAI_OFFSET): string {
  const { hour, minute } = localDate(at, offset);
  return `${pad(hour)}:${pad(minute)}`;
}

/** `2026-05-02`: a calendar day as a key for files, operation ids and the `日报` of a day. */
export function dayKey(at: Millis, offset: Millis = SHANGHAI_OFFSET): string {
  const { year, month, day } = localDate(at, offset);
  return `${year}-${pad(month)}-${pad(day)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function modulo(a: number, n: number): number {
  return ((a % n) + n) % n;
}
