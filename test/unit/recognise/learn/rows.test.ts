import { COLUMNS, LABEL_COLUMNS, TYPE_COLUMNS } from '../../../../src/recognise/learn/heads.js';
import { Random } from '../../../../src/recognise/learn/random.js';
import { Rows, type RowsData } from '../../../../src/recognise/learn/rows.js';
import { addGrams, FeatureList, HASH_BITS } from '../../../../src/recognise/text/grams.js';

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

/** The words of a model that knows some of a text's features. */
function knowing(features: number[]): RowsData {
  const data = sample();
  const hashes = [...new Set([...data.hashes, ...features.filter((_, i) => i % 3 !== 0)])].sort(
    (a, b) => a - b,
  );
  const weights = Int8Array.from({ length: hashes.length * COLUMNS }, () => below(255) - 127);
  return { ...data, hashes: Int32Array.from(hashes), weights };
}

const LETTERS = [
  '水',
  '电',
  '路',
  '灯',
  '坏',
  '了',
  '三',
  '组',
  '1',
  '7',
  'a',
  ' ',
  ',',
  '冇',
  '得',
  '\ud83d',
  '〇',
];
const someText = (length: number): string =>
  Array.from({ length }, () => LETTERS[below(LETTERS.length)] ?? '').join('');

describe('the linear model’s rows', () => {
  it.each([0, 1, 2, 17, 40, 300, 900])(
    'sum what a plain search sums over a text of %i characters',
    (length) => {
      const text = someText(length);
      const own = new FeatureList();
      for (let i = 0; i < 5; i++) own.add(below(1 << HASH_BITS));
      const all = new FeatureList();
      addGrams(all, text, 600);
      for (let i = 0; i < own.length; i++) all.add(own.ids[i] ?? 0);
      const ids = [...all.ids.slice(0, all.length)];
      const data = knowing(ids);
      const rows = new Rows(data);
      for (let again = 0; again < 2; again++) {
        expect(rows.read(text, 600, own)).toBe(all.length);
        const types = new Float32Array(TYPE_COLUMNS);
        const labels = new Float32Array(LABEL_COLUMNS);
        rows.types(types);
        rows.labels(labels);
        const sums = [...types, ...labels];
        const wanted = plainSums(data, ids);
        expect(wanted.some((sum) => Math.abs(sum) > 1)).toBe(true);
        wanted.forEach((want, k) =>
          expect(Math.abs((sums[k] ?? 0) - want)).toBeLessThan(1e-3 * (1 + Math.abs(want))),
        );
      }
    },
  );

  it('keep two models apart', () => {
    const own = new FeatureList();
    const ids = new FeatureList();
    addGrams(ids, '三组停水了', 600);
    const [a, b] = [knowing([...ids.ids.slice(0, ids.length)]), knowing([...ids.ids.slice(0, ids.length)])];
    const [first, second] = [new Rows(a), new Rows(b)];
    const out = [new Float32Array(TYPE_COLUMNS), new Float32Array(TYPE_COLUMNS)] as const;
    first.read('三组停水了', 600, own);
    second.read('别的', 600, own);
    first.types(out[0]);
    second.read('三组停水了', 600, own);
    second.types(out[1]);
    expect([...out[0]]).not.toEqual([...out[1]]);
    plainSums(a, [...ids.ids.slice(0, ids.length)])
      .slice(0, TYPE_COLUMNS)
      .forEach((want, k) => expect(out[0][k]).toBeCloseTo(want, 1));
  });
});
