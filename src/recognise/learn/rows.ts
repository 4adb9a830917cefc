import { HASH_BITS, type FeatureList } from '../text/grams.js';
import { ByteRows } from './byte-rows.js';
import { LABEL_COLUMNS, TYPE_COLUMNS } from './heads.js';

/** A trained linear model as it is stored: one row of small integers for each feature kept. */
export interface RowsData {
  columns: number;
  /** Hashes of the features kept, ascending; row i belongs to the i-th. */
  hashes: Int32Array;
  /** `hashes.length × columns` weights, each to be multiplied by its column's scale. */
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
}

/**
 * The linear model ready to read texts; unknown features say nothing. Which features are kept stands in a table of
 * bits, each word beside the number of bits set before it; types and labels stand apart, because most lines need only
 * the types. All of it is small enough for a processor's cache, and that, not the adding, is what reading costs.
 */
export class Rows {
  private readonly table = new Int32Array(2 << (HASH_BITS - 5));
  private readonly typeWeights: ByteRows;
  private readonly labelWeights: ByteRows;
  private readonly found = new Int32Array(1 << 14);
  private count = 0;

  constructor(private readonly data: RowsData) {
    const { table } = this;
    for (const hash of data.hashes)
      table[(hash >>> 5) * 2] = (table[(hash >>> 5) * 2] ?? 0) | (1 << (hash & 31));
    let sum = 0;
    for (let i = 0; i < table.length; i += 2) {
      table[i + 1] = sum;
      sum += ones(table[i] ?? 0);
    }
    this.typeWeights = new ByteRows(columnsOf(data, 0, TYPE_COLUMNS), TYPE_COLUMNS);
    this.labelWeights = new ByteRows(columnsOf(data, TYPE_COLUMNS, LABEL_COLUMNS), LABEL_COLUMNS);
  }

  /** Finds the rows of a text's features; `types` and `labels` sum over them. */
  look({ ids, length }: FeatureList): void {
    const { table, found } = this;
    const most = Math.min(length, found.length);
    let n = 0;
    for (let i = 0; i < most; i++) {
      const id = ids[i] as number;
      const at = (id >>> 5) << 1;
      const word = table[at] as number;
      if (((word >>> (id & 31)) & 1) === 0) continue;
      found[n++] = (table[at + 1] as number) + ones(word & ((1 << (id & 31)) - 1));
    }
    this.count = n;
  }

  /** Sums of the types' weights, scaled, into `out`; not yet shared out over the text's length. */
  types(out: Float32Array): void {
    this.typeWeights.sum(this.found, this.count, out);
    this.scale(out, 0);
  }

  /** The same for the labels' weights. */
  labels(out: Float32Array): void {
    this.labelWeights.sum(this.found, this.count, out);
    this.scale(out, TYPE_COLUMNS);
  }

  /** Scores from sums over `n` features, the columns from `from` on: texts of any length weigh alike. */
  finish(sums: Float32Array, n: number, from: number, out: Float32Array): void {
    const { bias } = this.data;
    const share = 1 / Math.sqrt(Math.max(1, n));
    for (let k = 0; k < out.length; k++) out[k] = (sums[k] as number) * share + (bias[from + k] as number);
  }

  private scale(out: Float32Array, from: number): void {
    const { scales } = this.data;
    for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) * (scales[from + k] as number);
  }
}

/** Some neighbouring columns of every row, by themselves. */
function columnsOf({ hashes, weights, columns }: RowsData, from: number, width: number): Int8Array {
  const out = new Int8Array(hashes.length * width);
  for (let row = 0; row < hashes.length; row++)
    for (let k = 0; k < width; k++) out[row * width + k] = weights[row * columns + from + k] as number;
  return out;
}

/** Number of bits set. */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
