import { Random } from '../random.js';
import type { Vector } from './feature-space.js';

const EPOCHS = 10;

/** One class against the others. */
export interface Separation {
  vectors: readonly Vector[];
  /** +1: of the class, -1: not; one for each vector. */
  signs: Int8Array;
  /** What a vector on the wrong side costs. */
  costs: Float32Array;
  /** Number of rows of the vectors' space. */
  rows: number;
  seed: number;
}

/**
 * A linear support vector machine with squared hinge loss, by coordinate descent on the dual: Hsieh, Chang, Lin,
 * Keerthi & Sundararajan, "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008, algorithm 1.
 * @returns weight of each row, and the bias (a row that is 1 in every vector) last
 */
export function separate({ vectors, signs, costs, rows, seed }: Separation): Float32Array {
  const weights = new Float32Array(rows + 1);
  const alphas = new Float32Array(vectors.length);
  const squares = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const random = new Random(seed);
  const order = [...vectors.keys()];
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const i of random.shuffle(order)) {
      const vector = vectors[i] as Vector;
      const [sign, alpha, slack] = [signs[i] as number, alphas[i] as number, 0.5 / (costs[i] as number)];
      const slope = sign * scoreOf(vector, weights) - 1 + slack * alpha;
      if (alpha === 0 && slope > 0) continue;
      const next = Math.max(0, alpha - slope / ((squares[i] as number) + slack));
      alphas[i] = next;
      addTo(weights, vector, (next - alpha) * sign);
    }
  return weights;
}

function scoreOf({ rows, values }: Vector, weights: Float32Array): number {
  let score = weights[weights.length - 1] as number;
  for (let j = 0; j < rows.length; j++)
    score += (weights[rows[j] as number] as number) * (values[j] as number);
  return score;
}

function addTo(weights: Float32Array, { rows, values }: Vector, step: number): void {
  for (let j = 0; j < rows.length; j++) {
    const row = rows[j] as number;
    weights[row] = (weights[row] as number) + step * (values[j] as number);
  }
  const bias = weights.length - 1;
  weights[bias] = (weights[bias] as number) + step;
}
