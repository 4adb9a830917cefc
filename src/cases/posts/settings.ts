import type { Weights } from '../composite.js';
import type { MonthlyHour, WeeklyHour } from './period.js';

/** When the weekly and monthly posts go out, and how. */
export interface PostSettings {
  /** null: off. */
  weeklyAt: WeeklyHour | null;
  monthlyAt: MonthlyHour | null;
  /** 晒进度 and 月报, and whatever somebody asks for, also as a picture. */
  pictures: boolean;
  /** How far down the daily post, which comes every evening, has one too. */
  dailyPictures: PostLevel | 'off';
  /** What each part counts for in the score; they sum to one. */
  weights: Weights;
  /** A place with fewer cases in the period gets no rank. */
  rankFromCases: number;
}

/** Whom a daily post is for, from the top. */
export const POST_LEVELS = ['county', 'township', 'village'] as const;
export type PostLevel = (typeof POST_LEVELS)[number];

/** Whether what is set to go down to `lowest` goes to this level. */
export function reaches(lowest: PostLevel | 'off', level: PostLevel): boolean {
  return lowest !== 'off' && POST_LEVELS.indexOf(level) <= POST_LEVELS.indexOf(lowest);
}
