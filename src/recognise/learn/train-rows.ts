import { Random } from './random.js';
import type { RowsData } from './rows.js';
import { softmaxAt } from './softmax.js';

/** One text to learn from. */
export interface RowExample {
  /** Hashed features, as often as they occur. */
  features: Int32Array;
  /** Class of each head; -1: unknown, the head learns nothing from it. */
  classes: number[];
  weight: number;
}

export interface RowTraining {
  /** Number of classes of each head. */
  heads: number[];
  epochs: number;
  /** AdaGrad's step. */
  rate: number;
  decay: number;
  /** Features in fewer texts than this are left out. */
  minTexts: number;
  /** At most so many rows are kept, those with the largest weights. */
  maxRows: number;
  hashBits: number;
  seed: number;
}

/**
 * Trains several softmax classifiers over one set of hashed features: stochastic gradient with AdaGrad's step sizes
 * (Duchi, Hazan & Singer 2011), repeatable to the byte for the same examples in the same order.
 */
export function trainRows(examples: RowExample[], options: RowTraining): RowsData {
  const known = frequent(examples, options);
  const columns = options.heads.reduce((a, b) => a + b, 0);
  const learner = new Learner(known.hashes.length, columns, options);
  const texts = examples.map((one) => ({
    ...one,
    rows: rowsOf(one.features, known.index),
    n: one.features.length,
  }));
  const random = new Random(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const text of random.shuffle(texts)) learner.learn(text);
  return learner.quantised(known.hashes);
}

function frequent(examples: RowExample[], options: RowTraining): { hashes: Int32Array; index: Int32Array } {
  const counts = new Uint16Array(1 << options.hashBits);
  for (const { features } of examples)
    for (const id of features) if ((counts[id] ?? 0) < 65535) counts[id] = (counts[id] ?? 0) + 1;
  const hashes: number[] = [];
  counts.forEach((n, hash) => n >= options.minTexts && hashes.push(hash));
  const index = new Int32Array(1 << options.hashBits);
  hashes.forEach((hash, i) => (index[hash] = i + 1));
  return { hashes: Int32Array.from(hashes), index };
}

function rowsOf(features: Int32Array, index: Int32Array): Int32Array {
  return features.map((id) => (index[id] ?? 0) - 1).filter((row) => row >= 0);
}

class Learner {
  private readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly bias: Float32Array;
  private readonly scores: Float32Array;
  private readonly slope: Float32Array;

  constructor(
    rows: number,
    private readonly columns: number,
    private readonly options: RowTraining,
  ) {
    this.weights = new Float32Array(rows * columns);
    this.squares = new Float32Array(rows * columns).fill(0.01);
    this.bias = new Float32Array(columns);
    this.scores = new Float32Array(columns);
    this.slope = new Float32Array(columns);
  }

  learn(text: { rows: Int32Array; n: number; classes: number[]; weight: number }): void {
    const { columns, weights, squares, scores, slope, bias } = this;
    const { rate, decay } = this.options;
    const share = 1 / Math.sqrt(Math.max(1, text.n));
    scores.set(bias);
    for (const row of text.rows) {
      const at = row * columns;
      for (let k = 0; k < columns; k++) scores[k] = (scores[k] ?? 0) + (weights[at + k] ?? 0) * share;
    }
    this.slopes(text.classes, text.weight);
    for (let k = 0; k < columns; k++) bias[k] = (bias[k] ?? 0) - 0.01 * (slope[k] ?? 0);
    for (const row of text.rows) {
      const at = row * columns;
      for (let k = 0; k < columns; k++) {
        const g = slope[k] ?? 0;
        if (g === 0) continue;
        const w = weights[at + k] ?? 0;
        const step = g * share + decay * w;
        const square = (squares[at + k] ?? 0) + step * step;
        squares[at + k] = square;
        weights[at + k] = w - (rate * step) / Math.sqrt(square);
      }
    }
  }

  /** Derivative of each head's cross-entropy by its scores. */
  private slopes(classes: number[], weight: number): void {
    const { scores, slope } = this;
    slope.fill(0);
    let at = 0;
    this.options.heads.forEach((n, head) => {
      const truth = classes[head] ?? -1;
      if (truth >= 0) {
        softmaxAt(scores, at, n);
        for (let k = 0; k < n; k++) slope[at + k] = weight * ((scores[at + k] ?? 0) - (k === truth ? 1 : 0));
      }
      at += n;
    });
  }

  /** Weights as bytes; the rows that say most are kept when there are too many. */
  quantised(hashes: Int32Array): RowsData {
    const { columns, weights } = this;
    const kept = this.heaviest(hashes.length);
    const scales = new Float32Array(columns);
    for (let k = 0; k < columns; k++) {
      let most = 1e-6;
      for (const row of kept) most = Math.max(most, Math.abs(weights[row * columns + k] ?? 0));
      scales[k] = most / 127;
    }
    const bytes = new Int8Array(kept.length * columns);
    kept.forEach((row, i) => {
      for (let k = 0; k < columns; k++)
        bytes[i * columns + k] = Math.round((weights[row * columns + k] ?? 0) / (scales[k] ?? 1));
    });
    return {
      columns,
      hashes: Int32Array.from(kept, (row) => hashes[row] ?? 0),
      weights: bytes,
      scales,
      bias: this.bias,
    };
  }

  private heaviest(rows: number): number[] {
    const all = Array.from({ length: rows }, (_, i) => i);
    if (rows <= this.options.maxRows) return all;
    const heft = all.map((row) => {
      let sum = 0;
      for (let k = 0; k < this.columns; k++) sum += Math.abs(this.weights[row * this.columns + k] ?? 0);
      return sum;
    });
    const kept = all.sort((a, b) => (heft[b] ?? 0) - (heft[a] ?? 0) || a - b).slice(0, this.options.maxRows);
    return kept.sort((a, b) => a - b);
  }
}
