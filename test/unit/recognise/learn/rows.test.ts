import { COLUMNS, LABEL_COLUMNS, TYPE_COLUMNS } from '../../../../src/recognise/learn/heads.js';
import { Random } from '../../../../src/recognise/learn/random.js';
import { Rows, type RowsData } from '../../../../src/recognise/learn/rows.js';
import { FeatureList, HASH_BITS } from '../../../../src/recognise/text/grams.js';

const random = new Random(5);
const below = (n: number): number => Math.floor(random.next() * n);

function sample(): RowsData {
  const hashes = [...new Set(Array.from({ length: 3000 }, () => below(1 << HASH_BITS)))].sort(
    (a, b) => a - b,
  );
  return {
    columns: COLUMNS,
    hashes: Int32Array.from(hashes),
    weights: Int8Array.from({ length: hashes.length * COLUMNS }, () => below(255) - 127),
    scales: Float32Array.from({ length: COLUMNS }, () => 0.01 + random.next()),
    bias: new Float32Array(COLUMNS),
  };
}

/** The sums, the slow and plain way. */
function plainSums(data: RowsData, ids: number[]): number[] {
  const sums = new Array<number>(COLUMNS).fill(0);
  for (const id of ids) {
    const row = data.hashes.indexOf(id);
    if (row < 0) continue;
    for (let k = 0; k < COLUMNS; k++)
      sums[k] = (sums[k] ?? 0) + (data.weights[row * COLUMNS + k] ?? 0) * (data.scales[k] ?? 0);
  }
  return sums;
}

describe('the linear model’s tables', () => {
  it('sum what a plain search sums, known and unknown features, repeated ones too', () => {
    const data = sample();
    const rows = new Rows(data);
    for (let round = 0; round < 20; round++) {
      const known = Array.from({ length: 40 }, () => data.hashes[below(data.hashes.length)] ?? 0);
      const ids = [...known, known[0] ?? 0, below(1 << HASH_BITS), 0, (1 << HASH_BITS) - 1];
      const list = new FeatureList();
      for (const id of ids) list.add(id);
      rows.look(list);
      const types = new Float32Array(TYPE_COLUMNS);
      const labels = new Float32Array(LABEL_COLUMNS);
      rows.types(types);
      rows.labels(labels);
      const sums = [...types, ...labels];
      plainSums(data, ids).forEach((want, k) => expect(sums[k]).toBeCloseTo(want, 1));
    }
  });
});
