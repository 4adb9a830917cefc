import type { Case, Millis } from '../case.js';
import type { CaseEvent } from '../event.js';
import { fold } from '../fold.js';

/** A case as it stood at one moment, and what had happened to it by then. */
export interface Snapshot {
  case: Case;
  events: readonly CaseEvent[];
}

/** One case's whole history. */
export interface History {
  id: string;
  events: CaseEvent[];
}

/** What an export reads: the histories of one place, page by page, oldest case first. */
export interface CaseHistories {
  /** Of cases opened by `until`, to which something happened at `since` or later (and some more). */
  histories(place: string, since: Millis, until: Millis): AsyncIterable<History[]>;
}

/**
 * The history up to a moment, folded. Always a true beginning of the history: a state that the case really was in,
 * while it goes on changing. Null before the case was opened.
 */
export function asOf(history: readonly CaseEvent[], moment: Millis): Snapshot | null {
  const later = history.findIndex((event) => event.at > moment);
  const events = later < 0 ? history : history.slice(0, later);
  return events.length === 0 ? null : { case: fold(events), events };
}
