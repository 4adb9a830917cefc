import { localDate, SHANGHAI_OFFSET } from '../calendar.js';
import type { Millis } from '../case.js';
import type { Span } from '../rates.js';

/** A calendar month of Asia/Shanghai. */
export interface Month {
  year: number;
  /** 1..12 */
  month: number;
}

/** `2026-05`; null when it is none. */
export function parseMonth(text: string): Month | null {
  const hit = /^(20\d{2})-(0[1-9]|1[0-2])$/u.exec(text);
  return hit ? { year: Number(hit[1]), month: Number(hit[2]) } : null;
}

/** What somebody means by `5月` (the latest May that has begun), or by no year and no month: the month before this one. */
export function meantMonth(wanted: { year: number | null; month: number | null }, now: Millis): Month {
  const today = localDate(now);
  if (wanted.month === null) {
    return today.month === 1
      ? { year: today.year - 1, month: 12 }
      : { year: today.year, month: today.month - 1 };
  }
  const year = wanted.year ?? (wanted.month > today.month ? today.year - 1 : today.year);
  return { year, month: wanted.month };
}

export function monthSpan({ year, month }: Month): Span {
  return {
    from: Date.UTC(year, month - 1, 1) - SHANGHAI_OFFSET,
    to: Date.UTC(year, month, 1) - SHANGHAI_OFFSET,
  };
}

/** It has not begun: there is nothing to export yet. */
export function isFuture(month: Month, now: Millis): boolean {
  return monthSpan(month).from > now;
}

/** `2026-05` */
export function monthKey({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** `2026-05-02 10:02`: sorts as it reads. */
export function momentText(at: Millis | null): string {
  if (at === null) return '';
  const { year, month, day, hour, minute } = localDate(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}
