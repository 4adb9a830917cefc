import fc from 'fast-check';
import { composite } from '../../../../src/cases/composite.js';
import { periodFigures, type PeriodFigures } from '../../../../src/cases/posts/figures.js';
import { rankUnits, toldOf, type Unit } from '../../../../src/cases/posts/ranking.js';
import { satisfactionOf } from '../../../../src/cases/rates.js';

const SPAN = { from: 0, to: 7 * 24 * 3_600_000 };
const WEIGHTS = { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 };
const TERMS = { weights: WEIGHTS, fromCases: 5 };

const unit = (
  place: string,
  received: number,
  onTime: [number, number],
  words: [number, number, number],
): Unit => {
  const figures: PeriodFigures = { ...periodFigures([], SPAN, SPAN.to), received, onTime: { count: onTime[0], of: onTime[1] }, satisfaction: satisfactionOf(...words) }; // prettier-ignore
  return { place, figures };
};

describe('the score', () => {
  it('is the weighted sum of on time, solved and satisfied', () => {
    const { figures } = unit('a', 10, [9, 10], [6, 2, 2]);
    expect(composite(figures, WEIGHTS)).toBeCloseTo(100 * (0.1 * 0.9 + 0.5 * 0.8 + 0.4 * 0.78), 10);
  });

  it('is none where a part that counts has nothing to count; a part without weight is not asked', () => {
    const { figures } = unit('a', 10, [9, 10], [0, 0, 0]);
    expect(composite(figures, WEIGHTS)).toBeNull();
    expect(composite(figures, { answeredOnTime: 1, solved: 0, satisfied: 0 })).toBeCloseTo(90, 10);
  });

  it('lies between 0 and 100', () => {
    const n = fc.nat({ max: 50 });
    fc.assert(
      fc.property(n, n, n, n, n, (s, f, u, inTime, late) => {
        const score = composite(unit('a', 9, [inTime, inTime + late], [s, f, u]).figures, WEIGHTS);
        expect(score === null || (score >= 0 && score <= 100 + 1e-9)).toBe(true);
      }),
    );
  });
});

describe('the ranking', () => {
  const best = unit('b', 8, [8, 8], [5, 0, 0]);
  const same = unit('a', 9, [9, 9], [3, 0, 0]);
  const worse = unit('c', 20, [10, 20], [5, 0, 5]);
  const small = unit('d', 4, [4, 4], [4, 0, 0]);
  const silent = unit('e', 30, [30, 30], [0, 0, 0]);

  it('equal scores share a rank; small and unrated places have none and come last', () => {
    const standings = rankUnits([small, worse, best, silent, same], TERMS, null);
    expect(standings.map(({ place, rank }) => [place, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['e', null],
      ['d', null],
    ]);
  });

  it('the movement is against what was told before, and only for places that had a rank there', () => {
    const before = { at: 0, received: 0, ranks: { c: 1, a: 3 } };
    const standings = rankUnits([worse, best, same], TERMS, before);
    expect(standings.map(({ place, gained }) => [place, gained])).toEqual([
      ['a', 2],
      ['b', null],
      ['c', -2],
    ]);
    expect(toldOf(standings, 37, 5)).toEqual({ at: 5, received: 37, ranks: { a: 1, b: 1, c: 3 } });
  });
});
