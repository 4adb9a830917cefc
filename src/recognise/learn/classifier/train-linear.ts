import type { Vector } from './feature-space.js';
import { separate } from './separate.js';

/** A document's vector, its class, and how much it counts. */
export interface Example {
  vector: Vector;
  label: number;
  weight: number;
}

/** Scores of every class: weights of row r at `r * classes`, biases. */
export interface LinearScores {
  weights: Float32Array;
  bias: Float32Array;
}

export interface LinearSize {
  rows: number;
  classes: number;
  seed: number;
}

const SVM_COST = 1;
/** Rarer classes count more: cost × (others / own) to this power. */
const SVM_BALANCE = 0.3;
const BAYES_COST = 0.5;
/** Wang & Manning's β is for binary features; here it is a factor that keeps the vectors' lengths near 1. */
const BAYES_SCALE = 0.5;
/** Factors that turn each machine's scores into log-odds: from a coarse grid, the likeliest on held-out rows. */
const SVM_LOGITS = 3.5;
const BAYES_LOGITS = 4;

/** One support vector machine for each class against the others; scores are logits. */
export function trainSvm(examples: readonly Example[], size: LinearSize): LinearScores {
  const vectors = examples.map(({ vector }) => vector);
  return eachClass(size, SVM_LOGITS, (label) => {
    const own = examples.filter((one) => one.label === label).length;
    const more = ((examples.length - own) / Math.max(1, own)) ** SVM_BALANCE;
    const costs = Float32Array.from(
      examples,
      (one) => SVM_COST * one.weight * (one.label === label ? more : 1),
    );
    return separate({ vectors, signs: signsOf(examples, label), costs, rows: size.rows, seed: size.seed + label }); // prettier-ignore
  });
}

/**
 * The same over features multiplied by their log-count ratio, as naive Bayes weighs them: Wang & Manning, "Baselines
 * and Bigrams", ACL 2012. The ratios end in the weights, so that reading needs none.
 */
export function trainBayesSvm(examples: readonly Example[], size: LinearSize): LinearScores {
  return eachClass(size, BAYES_LOGITS, (label) => {
    const ratios = logCountRatios(examples, label, size.rows);
    const vectors = examples.map(({ vector: { rows, values } }) => ({
      rows,
      values: values.map((value, j) => value * (ratios[rows[j] as number] as number)),
    }));
    const costs = Float32Array.from(examples, (one) => BAYES_COST * one.weight);
    const weights = separate({ vectors, signs: signsOf(examples, label), costs, rows: size.rows, seed: size.seed + label }); // prettier-ignore
    return weights.map((weight, row) => (row < size.rows ? weight * (ratios[row] as number) : weight));
  });
}

function signsOf(examples: readonly Example[], label: number): Int8Array {
  return Int8Array.from(examples, (one) => (one.label === label ? 1 : -1));
}

function logCountRatios(examples: readonly Example[], label: number, rows: number): Float32Array {
  const own = new Float32Array(rows).fill(1);
  const others = new Float32Array(rows).fill(1);
  for (const { vector, label: truth } of examples) {
    const counts = truth === label ? own : others;
    for (const row of vector.rows) counts[row] = (counts[row] as number) + 1;
  }
  const sum = (counts: Float32Array): number => counts.reduce((a, b) => a + b, 0);
  const [ownSum, othersSum] = [sum(own), sum(others)];
  return own.map(
    (n, row) => BAYES_SCALE * (Math.log(n / ownSum) - Math.log((others[row] as number) / othersSum)),
  );
}

function eachClass(
  { rows, classes }: LinearSize,
  logits: number,
  train: (label: number) => Float32Array,
): LinearScores {
  const weights = new Float32Array(rows * classes);
  const bias = new Float32Array(classes);
  for (let label = 0; label < classes; label++) {
    const column = train(label);
    for (let row = 0; row < rows; row++) weights[row * classes + label] = (column[row] as number) * logits;
    bias[label] = (column[rows] as number) * logits;
  }
  return { weights, bias };
}
