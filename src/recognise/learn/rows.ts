import { HASH_BITS, type FeatureList } from '../text/grams.js';

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

/** The linear model ready to read texts. Unknown features say nothing. */
export class Rows {
  /** Row of each hash, counted from 1; 0: not kept. */
  private readonly index = new Int32Array(1 << HASH_BITS);

  constructor(private readonly data: RowsData) {
    data.hashes.forEach((hash, i) => (this.index[hash] = i + 1));
  }

  /** Scores of all columns for a text's features, into `out`; features count alike, texts of any length too. */
  score(list: FeatureList, out: Float32Array): void {
    const { columns, weights, scales, bias } = this.data;
    out.fill(0);
    for (let i = 0; i < list.length; i++) {
      const row = this.index[list.ids[i] ?? 0] ?? 0;
      if (row === 0) continue;
      const at = (row - 1) * columns;
      for (let k = 0; k < columns; k++) out[k] = (out[k] ?? 0) + (weights[at + k] ?? 0);
    }
    const share = 1 / Math.sqrt(Math.max(1, list.length));
    for (let k = 0; k < columns; k++) out[k] = (out[k] ?? 0) * (scales[k] ?? 0) * share + (bias[k] ?? 0);
  }
}
