import { separate } from '../../../../../src/recognise/learn/classifier/separate.js';
import { trainBayesSvm, trainSvm } from '../../../../../src/recognise/learn/classifier/train-linear.js';

const vector = (...rows: number[]): { rows: Int32Array; values: Float32Array } => ({
  rows: Int32Array.from(rows),
  values: new Float32Array(rows.length).fill(1),
});

describe('separate', () => {
  it('finds the optimum: the dual of two points is solved by hand', () => {
    // One point on each side, orthogonal, with the bias as a third row: alphas 1 / (q - 1 + slack), here 1 / 1.5.
    const weights = separate({
      vectors: [vector(0), vector(1)],
      signs: Int8Array.from([1, -1]),
      costs: Float32Array.from([1, 1]),
      rows: 2,
      seed: 1,
    });
    expect(weights[0]).toBeCloseTo(2 / 3, 2);
    expect(weights[1]).toBeCloseTo(-2 / 3, 2);
    expect(weights[2]).toBeCloseTo(0, 2);
  });
});

describe('linear scores', () => {
  const examples = [0, 1, 2].flatMap((label) =>
    [3, 4, 5].map((noise) => ({ vector: vector(label, noise), label, weight: 1 })),
  );
  const size = { rows: 6, classes: 3, seed: 1 };

  it.each([
    ['support vector machine', trainSvm],
    ['machine with log-count ratios', trainBayesSvm],
  ])('%s: what marks a class scores for it alone', (_name, train) => {
    const { weights, bias } = train(examples, size);
    expect(bias).toHaveLength(3);
    for (const label of [0, 1, 2])
      for (const other of [0, 1, 2])
        if (other === label) expect(weights[label * 3 + other]).toBeGreaterThan(0.5);
        else expect(weights[label * 3 + other]).toBeLessThan(0);
  });
});
