import type { Document } from './document.js';
import { eachFeature, type Group } from './feature-groups.js';

/** A group of features that a learner sees, and the length of its part of every vector. */
export interface Part {
  group: Group;
  length: number;
}

/** The features that a learner knows. */
export interface SpaceData {
  /** Keys, ascending; row i belongs to the i-th. */
  keys: Int32Array;
  /** How much each says: ln((1 + texts) / (1 + texts with it)) + 1, scikit-learn's smoothed inverse frequency. */
  rarity: Float32Array;
}

/** A sparse vector: value of each row that is not 0. */
export interface Vector {
  rows: Int32Array;
  values: Float32Array;
}

/** Turns documents into vectors: (1 + ln count) × rarity, each part brought to its length. */
export class FeatureSpace {
  private readonly index = new Map<number, number>();

  constructor(
    private readonly parts: readonly Part[],
    private readonly data: SpaceData,
  ) {
    data.keys.forEach((key, row) => this.index.set(key, row));
  }

  vector(document: Document): Vector {
    const rows: number[] = [];
    const values: number[] = [];
    for (const { group, length } of this.parts) this.addPart(group, length, document, rows, values);
    return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
  }

  private addPart(group: Group, length: number, document: Document, rows: number[], values: number[]): void {
    const counts = new Map<number, number>();
    eachFeature(group, document, (key) => {
      const row = this.index.get(key);
      if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 1);
    });
    const from = values.length;
    let square = 0;
    for (const [row, count] of counts) {
      const value = (1 + Math.log(count)) * (this.data.rarity[row] as number);
      rows.push(row);
      values.push(value);
      square += value * value;
    }
    const share = length / Math.sqrt(square || 1);
    for (let i = from; i < values.length; i++) values[i] = (values[i] as number) * share;
  }
}

/** Which features to know: those in at least `minTexts` documents; at most `maxRows`, those in the most. */
export function fitSpace(
  parts: readonly Part[],
  documents: readonly Document[],
  { minTexts, maxRows }: { minTexts: number; maxRows: number },
): SpaceData {
  const texts = new Map<number, number>();
  for (const document of documents) {
    const seen = new Set<number>();
    for (const { group } of parts) eachFeature(group, document, (key) => seen.add(key));
    for (const key of seen) texts.set(key, (texts.get(key) ?? 0) + 1);
  }
  const known = [...texts].filter(([, n]) => n >= minTexts);
  if (known.length > maxRows) {
    known.sort(([a, n], [b, m]) => m - n || a - b);
    known.length = maxRows;
  }
  known.sort(([a], [b]) => a - b);
  const all = documents.length;
  return {
    keys: Int32Array.from(known, ([key]) => key),
    rarity: Float32Array.from(known, ([, n]) => Math.log((1 + all) / (1 + n)) + 1),
  };
}
