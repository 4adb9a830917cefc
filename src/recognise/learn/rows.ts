import { syllable } from '../text/pinyin.js';
import { HASH_BITS, type FeatureList } from '../text/grams.js';
import { LABEL_COLUMNS, TYPE_COLUMNS } from './heads.js';
import { LABEL_WIDTH, MOST_CHARS, MOST_OWN, TextKernel, TYPE_WIDTH } from '../kernel/text-kernel.js';

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
 * the types. The loops over features and rows run in the kernel; the sums are whole numbers, exact.
 */
export class Rows {
  private readonly kernel: TextKernel;

  constructor(private readonly data: RowsData) {
    const table = new Int32Array(2 << (HASH_BITS - 5));
    for (const hash of data.hashes)
      table[(hash >>> 5) * 2] = (table[(hash >>> 5) * 2] ?? 0) | (1 << (hash & 31));
    let sum = 0;
    for (let i = 0; i < table.length; i += 2) {
      table[i + 1] = sum;
      sum += ones(table[i] ?? 0);
    }
    this.kernel = new TextKernel({
      table,
      types: columnsOf(data, { from: 0, columns: TYPE_COLUMNS, width: TYPE_WIDTH }),
      labels: columnsOf(data, { from: TYPE_COLUMNS, columns: LABEL_COLUMNS, width: LABEL_WIDTH }),
    });
  }

  /**
   * Finds the rows of a text's features; `types` and `labels` sum over them. @param limit most characters read
   * @param own features beside those of the text's characters @returns number of features
   */
  read(text: string, limit: number, own: FeatureList): number {
    const { kernel } = this;
    const { chars, sounds } = kernel;
    const n = Math.min(text.length, limit, MOST_CHARS);
    for (let i = 0; i < n; i++) {
      const code = text.charCodeAt(i);
      chars[i] = code;
      sounds[i] = syllable(code);
    }
    const more = Math.min(own.length, MOST_OWN);
    for (let i = 0; i < more; i++) kernel.own[i] = own.ids[i] as number;
    return kernel.read(n, more);
  }

  /** Sums of the types' weights, scaled, into `out`; not yet shared out over the text's length. */
  types(out: Float32Array): void {
    this.kernel.sumTypes();
    this.scaled(out, 0);
  }

  /** The same for the labels' weights. */
  labels(out: Float32Array): void {
    this.kernel.sumLabels();
    this.scaled(out, TYPE_COLUMNS);
  }

  /** Scores from sums over `n` features, the columns from `from` on: texts of any length weigh alike. */
  finish(sums: Float32Array, n: number, from: number, out: Float32Array): void {
    const { bias } = this.data;
    const share = 1 / Math.sqrt(Math.max(1, n));
    for (let k = 0; k < out.length; k++) out[k] = (sums[k] as number) * share + (bias[from + k] as number);
  }

  private scaled(out: Float32Array, from: number): void {
    const { scales } = this.data;
    const { sums } = this.kernel;
    for (let k = 0; k < out.length; k++) out[k] = (sums[k] as number) * (scales[from + k] as number);
  }
}

interface Columns {
  from: number;
  columns: number;
  /** With zeros behind them. */
  width: number;
}

/** Some neighbouring columns of every row, by themselves. */
function columnsOf(
  { hashes, weights, columns: all }: RowsData,
  { from, columns, width }: Columns,
): Int8Array {
  const out = new Int8Array(hashes.length * width);
  for (let row = 0; row < hashes.length; row++)
    for (let k = 0; k < columns; k++) out[row * width + k] = weights[row * all + from + k] as number;
  return out;
}

/** Number of bits set. */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
