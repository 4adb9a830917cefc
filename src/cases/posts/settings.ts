import type { Weights } from '../composite.js';
import type { MonthlyHour, WeeklyHour } from './period.js';

/** When the weekly and monthly posts go out, and how. */
export interface PostSettings {
  /** null: off. */
  weeklyAt: WeeklyHour | null;
  monthlyAt: MonthlyHour | null;
  /** Each post also as a picture. */
  pictures: boolean;
  /** What each part counts for in the score; they sum to one. */
  weights: Weights;
  /** A place with fewer cases in the period gets no rank. */
  rankFromCases: number;
}
