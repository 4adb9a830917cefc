import { rate, solvedByWord, type Rate, type Satisfaction } from './rates.js';

/** What each part counts for in the score of a place; they sum to one. */
export interface Weights {
  answeredOnTime: number;
  solved: number;
  satisfied: number;
}

/** The parts of the score, each with its denominator. */
export interface ScoreParts {
  onTime: Pick<Rate, 'count' | 'of'>;
  satisfaction: Satisfaction;
}

/**
 * 综合得分, 0 to 100: the weighted sum of 按时回复率, 解决率 and 满意度. Null where a part that counts was counted over
 * nothing: silence is neither good nor bad.
 */
export function composite({ onTime, satisfaction }: ScoreParts, weights: Weights): number | null {
  const parts: [number, number | null][] = [
    [weights.answeredOnTime, rate(onTime.count, onTime.of).value],
    [weights.solved, solvedByWord(satisfaction).value],
    [weights.satisfied, satisfaction.value],
  ];
  const counting = parts.filter(([weight]) => weight > 0);
  if (counting.some(([, value]) => value === null)) return null;
  return 100 * counting.reduce((sum, [weight, value]) => sum + weight * (value ?? 0), 0);
}

/** As it is shown and compared: one place after the point, so that nobody ranks by what nobody sees. */
export function scoreShown(score: number): number {
  return Math.round(score * 10) / 10;
}
