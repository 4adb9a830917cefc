import type { Category, PetitionKind, Urgency } from '../cases/words.js';
import type { Signals } from './signals.js';
import type { CleanText } from './text/clean.js';

/** What one text seems to be when read for itself, before anything is known of the room. */
export interface Reading {
  /** Probability that it raises a matter for somebody in office (accusations apart). */
  matter: number;
  /** Probability that it accuses somebody in office. */
  accusation: number;
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
  /** Whether the lexicon found a failing thing in it at all, whatever the doubts. */
  found: boolean;
}

/**
 * Turns signals into a reading. The rules of this version are one scorer; a learnt model is another, and the
 * room's context, linking and thresholds stay as they are.
 */
export interface Scorer {
  readonly version: string;
  read(clean: CleanText, signals: Signals): Reading;
}
