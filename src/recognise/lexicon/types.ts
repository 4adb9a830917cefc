import type { Category, PetitionKind, Urgency } from '../../cases/words.js';

/**
 * How much a hit says that somebody must act, in log-odds to be added to a bias of about -3:
 * `sure` opens alone, `strong` with any one cue (asking, lasting, harm, place), `likely` with two,
 * `maybe` only where much else speaks for it, `hint` hardly ever.
 */
export const WEIGHTS = { sure: 5.2, strong: 4, likely: 3, maybe: 2, hint: 1 } as const;
export type Weight = keyof typeof WEIGHTS;

interface Meaning {
  weight: Weight;
  urgency?: Urgency;
  kind?: PetitionKind;
  /** Where a hit belongs elsewhere than the lexicon's own category. */
  category?: Category;
}

/** A public thing in a failing state: any word of `things` near any word of `states`, in either order. */
export interface FrameSpec extends Meaning {
  /** Names of thing lists, separated by spaces. */
  things: string;
  /** Names of state lists, separated by spaces. */
  states: string;
  /** Characters allowed between the two (a clause's end counts two). Default 4. */
  gap?: number;
}

/** Whole phrases that say it in one, separated by spaces. */
export interface PhraseSpec extends Meaning {
  words: string;
}

/** The words of one category: data only. Word lists are separated by white space. */
export interface CategoryLexicon {
  category: Category;
  things: Record<string, string>;
  /** States that only this category knows; the shared ones stand in states.ts. */
  states?: Record<string, string>;
  frames: FrameSpec[];
  phrases: PhraseSpec[];
  /** Thing lists too private or too common to count beside any failing state (see FALLBACK in states.ts). */
  noFallback?: string;
  /** Thing lists that say where or who, not what: two texts that share them need not be about one matter. */
  untopical?: string;
}
