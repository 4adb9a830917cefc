import { z } from 'zod';
import type { Millis } from '../case.js';
import { composite, scoreShown, type Weights } from '../composite.js';
import type { PeriodFigures } from './figures.js';

/** A place that is compared with its neighbours, and its figures. */
export interface Unit {
  place: string;
  figures: PeriodFigures;
}

/** How a place stands among its neighbours. */
export interface Standing extends Unit {
  /** Null: too few cases, or nobody's word: no rank is given. */
  rank: number | null;
  /** With one place after the point. */
  score: number | null;
  /** Ranks gained (+) or lost (-) since the period before; null when it had none there. */
  gained: number | null;
}

/** What was told of a period, kept for the next one's comparison. */
export const toldSchema = z.object({
  at: z.number(),
  received: z.int(),
  ranks: z.record(z.string(), z.int()),
});
export type Told = z.infer<typeof toldSchema>;

export interface RankTerms {
  weights: Weights;
  /** Fewer cases than these earn no rank: a small village is not shamed by one bad week. */
  fromCases: number;
}

/**
 * The ranked by their score, equal scores on one rank, then the unranked by what they received. Each stands in it once.
 */
export function rankUnits(units: readonly Unit[], terms: RankTerms, before: Told | null): Standing[] {
  const scored = units.map((unit) => ({ ...unit, score: scoreOf(unit, terms) }));
  const scores = scored.flatMap(({ score }) => (score === null ? [] : [score]));
  const standings = scored.map(({ score, ...unit }): Standing => {
    const rank = score === null ? null : 1 + scores.filter((other) => other > score).length;
    const was = before?.ranks[unit.place] ?? null;
    return { ...unit, score, rank, gained: rank === null || was === null ? null : was - rank };
  });
  return standings.sort(inOrder);
}

/** What has to be remembered of a ranking. */
export function toldOf(standings: readonly Standing[], received: number, at: Millis): Told {
  const ranked = standings.flatMap(({ place, rank }) => (rank === null ? [] : [[place, rank] as const]));
  return { at, received, ranks: Object.fromEntries(ranked) };
}

function scoreOf({ figures }: Unit, { weights, fromCases }: RankTerms): number | null {
  if (figures.received < fromCases) return null;
  const score = composite(figures, weights);
  return score === null ? null : scoreShown(score);
}

function inOrder(a: Standing, b: Standing): number {
  const byRank =
    (a.rank ?? Infinity) === (b.rank ?? Infinity) ? 0 : (a.rank ?? Infinity) - (b.rank ?? Infinity);
  return byRank || b.figures.received - a.figures.received || (a.place < b.place ? -1 : 1);
}
