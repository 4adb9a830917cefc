import type { Case } from '../case.js';
import type { ListView } from '../digest-case-line.js';
import type { Category } from '../words.js';
import type { PeriodFigures } from './figures.js';
import type { Period } from './period.js';
import type { PostPicture } from './picture.js';
import type { RankTerms, Told, Unit } from './ranking.js';
import type { Topic } from './topics.js';

/** What a weekly or monthly post of a place is made of. */
export interface PostMaterial {
  figures: PeriodFigures;
  /** The places below it that are compared: villages of a township, townships of the county. */
  units: Unit[];
  /** The overdue cases, the longest first; at least as many as are shown. */
  late: Case[];
  topics: Topic[];
}

/** A place, and the words in which its lists are said. */
export interface PlaceView extends Omit<ListView, 'here'> {
  place: string;
}

/** Of which place and period, in which words. */
export interface PostView extends PlaceView {
  period: Period;
  terms: RankTerms;
  /** What was told of the period before; null: nothing to compare with. */
  before: Told | null;
  categoryNames: Record<Category, string>;
}

export interface Post {
  /** For `splitLines`. */
  lines: string[];
  /** What the second and later messages begin with. */
  again: string;
  picture: PostPicture;
  /** To be kept for the next period's comparison. */
  told: Told;
}
