import { addRow, smallRows } from '../../../../../src/recognise/learn/classifier/small-rows.js';
import { trainNet, type NetWeights } from '../../../../../src/recognise/learn/classifier/train-net.js';

const training = { rows: 40, classes: 2, hidden: 16, epochs: 150, seed: 3 };
/** Neither of two features says anything alone: both or none is class 0, one of them class 1. Ten copies of each. */
const examples = [0, 1, 2, 3].map((i) => {
  const copies = Array.from({ length: 10 }, (_, k) => k);
  const rows = copies.flatMap((k) => [(i & 1) * 10 + k, 20 + (i >> 1) * 10 + k]);
  const vector = { rows: Int32Array.from(rows), values: new Float32Array(rows.length).fill(0.5) };
  return { vector, label: (i & 1) ^ (i >> 1), weight: 1 };
});

function logits(net: NetWeights, rows: Int32Array): number[] {
  const units = net.hiddenBias.map(
    (bias, h) =>
      bias + [...rows].reduce((sum, row) => sum + 0.5 * (net.weights[row * net.hidden + h] ?? 0), 0),
  );
  return [0, 1].map(
    (c) =>
      (net.topBias[c] ?? 0) +
      units.reduce((sum, unit, h) => sum + Math.max(0, unit) * (net.top[h * 2 + c] ?? 0), 0),
  );
}

describe('trainNet', () => {
  it('learns what no linear model can: exclusive or', () => {
    const net = trainNet(examples, training);
    for (const { vector, label } of examples) {
      const [no = 0, yes = 0] = logits(net, vector.rows);
      expect(yes > no ? 1 : 0).toBe(label);
    }
  });

  it('gives the same numbers for the same seed, others for another', () => {
    const [a, b] = [trainNet(examples, training), trainNet(examples, training)];
    expect(Buffer.from(a.weights.buffer).equals(Buffer.from(b.weights.buffer))).toBe(true);
    const other = trainNet(examples, { ...training, seed: 4 });
    expect(Buffer.from(a.weights.buffer).equals(Buffer.from(other.weights.buffer))).toBe(false);
  });

  it('learns nothing from an example of no weight', () => {
    const net = trainNet(
      examples.map((one) => ({ ...one, weight: 0 })),
      training,
    );
    expect([...net.topBias]).toEqual([0, 0]);
  });
});

describe('smallRows', () => {
  it('rounds each row by its own largest weight', () => {
    const rows = smallRows(Float32Array.from([1, -0.5, 0, 0, 100, 1]), 2);
    const out = new Float32Array(2);
    addRow(rows, 0, 2, out);
    expect(out[0]).toBeCloseTo(2, 5);
    expect(out[1]).toBeCloseTo(-1, 1);
    addRow(rows, 1, 5, out);
    expect(out[0]).toBeCloseTo(2, 5);
    addRow(rows, 2, 1, out);
    expect(out[0]).toBeCloseTo(102, 3);
  });
});
