import type { Millis } from '../cases/case.js';
import { addDays, dayStart, HOUR, localDate, MINUTE } from '../cases/calendar.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { Urgency } from '../cases/words.js';

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

/** When something that is written now will be read: at once, or when the quiet hours end. */
export function readAt(quiet: QuietHours | null, urgency: Urgency, now: Millis): Millis {
  if (!quiet || urgency === 'emergency' || !isQuiet(quiet, now)) return now;
  const today = dayStart(now) + quiet.to * MINUTE;
  return today > now ? today : addDays(now, 1) + quiet.to * MINUTE;
}

/**
 * Where a demonstration begins: whoever tries the village at night, or shortly before, would see a bot that is silent
 * until the morning. An hour after the quiet hours; null: the day is long enough as it is.
 */
export function demoMorning(quiet: QuietHours | null, now: Millis): Millis | null {
  const soon = isQuiet(quiet, now) ? now : now + HOUR;
  return isQuiet(quiet, soon) ? readAt(quiet, 'normal', soon) + HOUR : null;
}

/**
 * Whether this row waits for the morning: everything but emergencies, and answers to somebody who has just asked
 * outside a village group (they are awake; nobody else is disturbed).
 */
export function isHeld(row: OutboxRow, quiet: QuietHours | null, now: Millis): boolean {
  return row.priority !== 'emergency' && !row.prompt && isQuiet(quiet, now);
}
