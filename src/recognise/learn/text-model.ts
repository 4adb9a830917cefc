import type { Speaker } from '../../cases/words.js';
import type { CleanText } from '../text/clean.js';
import { FeatureList } from '../text/grams.js';
import { COLUMNS, HEADS, HEAD_STARTS, type HeadName } from './heads.js';
import { Rows, type RowsData } from './rows.js';
import { softmaxAt } from './softmax.js';
import { textFeatures } from './text-features.js';

/** Probabilities of every head's classes, one after the other (heads.ts). */
export type Reading = Float32Array;

/** Reads one text for itself, before anything is known of the room. */
export class TextModel {
  private readonly rows: Rows;
  private readonly list = new FeatureList();

  constructor(data: RowsData) {
    this.rows = new Rows(data);
  }

  read(clean: CleanText, speaker: Speaker): Reading {
    const scores = new Float32Array(COLUMNS);
    textFeatures(this.list, clean, speaker);
    this.rows.score(this.list, scores);
    for (const head of Object.keys(HEADS) as HeadName[])
      softmaxAt(scores, HEAD_STARTS[head], HEADS[head].length);
    return scores;
  }
}

/** Probability of one class. */
export function chance<H extends HeadName>(
  reading: Reading,
  head: H,
  name: (typeof HEADS)[H][number],
): number {
  return reading[HEAD_STARTS[head] + (HEADS[head] as readonly string[]).indexOf(name)] ?? 0;
}

/** The likeliest class of a head. */
export function likeliest<H extends HeadName>(reading: Reading, head: H): (typeof HEADS)[H][number] {
  const start = HEAD_STARTS[head];
  let best = 0;
  for (let k = 1; k < HEADS[head].length; k++)
    if ((reading[start + k] ?? 0) > (reading[start + best] ?? 0)) best = k;
  return HEADS[head][best] as (typeof HEADS)[H][number];
}
