import type { Millis } from '../cases/case.js';
import { localDate } from '../cases/calendar.js';
import type { OutboxRow } from '../cases/outcome.js';

/** Minutes after local midnight; the span may run over midnight. */
export interface QuietHours {
  from: number;
  to: number;
}

/** True when `now` lies in the quiet hours (their end is not quiet any more). */
export function isQuiet(quiet: QuietHours | null, now: Millis): boolean {
  if (!quiet) return false;
  const { hour, minute } = localDate(now);
  const at = hour * 60 + minute;
  return quiet.from <= quiet.to ? at >= quiet.from && at < quiet.to : at >= quiet.from || at < quiet.to;
}

/**
 * Whether this row waits for the morning: everything but emergencies, and answers to somebody who has just asked
 * outside a village group (they are awake; nobody else is disturbed).
 */
export function isHeld(row: OutboxRow, quiet: QuietHours | null, now: Millis): boolean {
  return row.priority !== 'emergency' && !row.prompt && isQuiet(quiet, now);
}
