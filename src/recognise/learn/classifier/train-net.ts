import { Random } from '../random.js';
import { softmaxAt } from '../softmax.js';
import type { Example } from './train-linear.js';

/** One hidden layer: max(0, values · weights + hiddenBias) · top + topBias are logits. */
export interface NetWeights {
  hidden: number;
  /** Weights of row r at `r * hidden`. */
  weights: Float32Array;
  hiddenBias: Float32Array;
  /** Weights of hidden unit h at `h * classes`. */
  top: Float32Array;
  topBias: Float32Array;
}

export interface NetTraining {
  rows: number;
  classes: number;
  hidden: number;
  epochs: number;
  seed: number;
}

const RATE = 0.05;
/** Biases move in every step: slower. */
const BIAS_RATE = 0.1;
/** Share of features and of hidden units left out in each step (Srivastava et al. 2014). */
const DROP_FEATURES = 0.5;
const DROP_HIDDEN = 0.4;
/** Share of the truth spread over all classes: labels are sometimes wrong (Szegedy et al. 2016). */
const SMOOTHING = 0.05;

/**
 * Trains by stochastic gradient on softmax's cross-entropy with AdaGrad's step sizes (Duchi, Hazan & Singer 2011; one
 * for each row), the rate falling to 0. Repeatable: chance comes from the seed alone.
 */
export function trainNet(examples: readonly Example[], training: NetTraining): NetWeights {
  const learner = new Learner(training);
  const order = [...examples];
  const steps = training.epochs * order.length;
  let step = 0;
  for (let epoch = 0; epoch < training.epochs; epoch++)
    for (const example of learner.random.shuffle(order)) learner.learn(example, RATE * (1 - step++ / steps));
  return learner.net;
}

class Learner {
  readonly random: Random;
  readonly net: NetWeights;
  private readonly rowSquares: Float32Array;
  private readonly topSquares: Float32Array;
  private readonly units: Float32Array;
  private readonly unitSlopes: Float32Array;
  private readonly slopes: Float32Array;
  /** Features kept in this step. */
  private rows = new Int32Array(1024);
  private values = new Float32Array(1024);
  private kept = 0;

  constructor({ rows, classes, hidden, seed }: NetTraining) {
    const random = (this.random = new Random(seed));
    const spread = Math.sqrt(3 / hidden);
    const around = (most: number) => (): number => (random.next() * 2 - 1) * most;
    this.net = {
      hidden,
      weights: new Float32Array(rows * hidden).map(around(0.1)),
      hiddenBias: new Float32Array(hidden),
      top: new Float32Array(hidden * classes).map(around(spread)),
      topBias: new Float32Array(classes),
    };
    this.rowSquares = new Float32Array(rows).fill(1e-4);
    this.topSquares = new Float32Array(hidden * classes).fill(1e-3);
    this.units = new Float32Array(hidden);
    this.unitSlopes = new Float32Array(hidden);
    this.slopes = new Float32Array(classes);
  }

  learn({ vector, label, weight }: Example, rate: number): void {
    this.dropFeatures(vector.rows, vector.values);
    this.activate();
    this.compare(label, weight);
    this.moveTop(rate);
    this.moveRows(rate);
  }

  private dropFeatures(rows: Int32Array, values: Float32Array): void {
    if (rows.length > this.rows.length) {
      this.rows = new Int32Array(rows.length * 2);
      this.values = new Float32Array(rows.length * 2);
    }
    this.kept = 0;
    for (let j = 0; j < rows.length; j++) {
      if (this.random.next() < DROP_FEATURES) continue;
      this.rows[this.kept] = rows[j] as number;
      this.values[this.kept++] = (values[j] as number) / (1 - DROP_FEATURES);
    }
  }

  /** Hidden units: 0 where below 0 or left out. */
  private activate(): void {
    const { units, rows, values, kept } = this;
    const { weights, hidden, hiddenBias } = this.net;
    units.set(hiddenBias);
    for (let j = 0; j < kept; j++) {
      const at = (rows[j] as number) * hidden;
      const value = values[j] as number;
      for (let h = 0; h < hidden; h++) units[h] = (units[h] as number) + value * (weights[at + h] as number);
    }
    for (let h = 0; h < hidden; h++) {
      const unit = units[h] as number;
      units[h] = unit > 0 && this.random.next() >= DROP_HIDDEN ? unit / (1 - DROP_HIDDEN) : 0;
    }
  }

  /** Derivative of the cross-entropy by each class's logit. */
  private compare(label: number, weight: number): void {
    const { slopes, units } = this;
    const { top, topBias, hidden } = this.net;
    const classes = slopes.length;
    slopes.set(topBias);
    for (let h = 0; h < hidden; h++) {
      const unit = units[h] as number;
      if (unit === 0) continue;
      for (let c = 0; c < classes; c++)
        slopes[c] = (slopes[c] as number) + unit * (top[h * classes + c] as number);
    }
    softmaxAt(slopes, 0, classes);
    for (let c = 0; c < classes; c++) {
      const truth = (c === label ? 1 - SMOOTHING : 0) + SMOOTHING / classes;
      slopes[c] = ((slopes[c] as number) - truth) * weight;
    }
  }

  private moveTop(rate: number): void {
    const { slopes, units, unitSlopes, topSquares } = this;
    const { top, topBias, hidden, hiddenBias } = this.net;
    const classes = slopes.length;
    for (let h = 0; h < hidden; h++) {
      const unit = units[h] as number;
      let back = 0;
      for (let c = 0; unit !== 0 && c < classes; c++) {
        const at = h * classes + c;
        const slope = (slopes[c] as number) * unit;
        back += (slopes[c] as number) * (top[at] as number);
        const square = (topSquares[at] as number) + slope * slope;
        topSquares[at] = square;
        top[at] = (top[at] as number) - (rate * slope) / Math.sqrt(square);
      }
      unitSlopes[h] = back /= 1 - DROP_HIDDEN;
      hiddenBias[h] = (hiddenBias[h] as number) - rate * BIAS_RATE * back;
    }
    for (let c = 0; c < classes; c++)
      topBias[c] = (topBias[c] as number) - rate * BIAS_RATE * (slopes[c] as number);
  }

  private moveRows(rate: number): void {
    const { unitSlopes, rows, values, kept, rowSquares } = this;
    const { weights, hidden } = this.net;
    let mean = 0;
    for (const slope of unitSlopes) mean += (slope * slope) / hidden;
    for (let j = 0; j < kept; j++) {
      const row = rows[j] as number;
      const value = values[j] as number;
      const square = (rowSquares[row] as number) + value * value * mean;
      rowSquares[row] = square;
      const step = (rate * value) / Math.sqrt(square);
      const at = row * hidden;
      for (let h = 0; h < hidden; h++)
        weights[at + h] = (weights[at + h] as number) - step * (unitSlopes[h] as number);
    }
  }
}
