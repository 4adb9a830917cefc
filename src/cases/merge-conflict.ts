import type { Case, Millis } from './case.js';
import { isOverdue, isUnfinished } from './rates.js';
import { FINAL_STATES, type CaseState } from './words.js';

export type MergeConflict =
  'refuse_merge_self' | 'refuse_merge_place' | 'refuse_merge_closed' | 'refuse_merge_late';

/** Why one case cannot go into another; null: it can. */
export function mergeConflict(from: Case, into: Case, now: Millis): MergeConflict | null {
  if (from.id === into.id) return 'refuse_merge_self';
  if (from.place !== into.place || from.sealed !== into.sealed) return 'refuse_merge_place';
  if ((FINAL_STATES as readonly CaseState[]).includes(into.state)) return 'refuse_merge_closed';
  // Into one whose time has just begun: the first one's villagers would wait all over again.
  return isOverdue(from, now) && isUnfinished(into) && !isOverdue(into, now) ? 'refuse_merge_late' : null;
}
