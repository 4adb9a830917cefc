import type { Speaker } from '../../cases/words.js';
import type { CleanText } from '../text/clean.js';
import { FeatureList } from '../text/grams.js';
import {
  CATEGORY_AT,
  HEADS,
  KIND_AT,
  LABEL_COLUMNS,
  LINE_TYPES,
  TYPE_COLUMNS,
  URGENCY_AT,
  type LineType,
} from './heads.js';
import { Rows, type RowsData } from './rows.js';
import { softmaxAt } from './softmax.js';
import { addForm, LIMIT } from './text-features.js';

/** One text, read for itself. */
export interface Reading {
  /** Probability of each line type. */
  types: Float32Array;
  /** Probabilities of the heads category, urgency and kind; null: plainly chatter, not asked. */
  labels: Float32Array | null;
  /** Sums over the text's features before they are shared out, so that texts can be read together. */
  typeSums: Float32Array;
  labelSums: Float32Array | null;
  /** Number of features. */
  n: number;
}

/** From this probability of talk or notice on, a line's category is not asked. */
const PLAIN_TALK = 0.85;
const ANSWER = LINE_TYPES.indexOf('answer');
const NOTICE = LINE_TYPES.indexOf('notice');
const CHATTER = LINE_TYPES.indexOf('chatter');

/** Reads one text for itself, before anything is known of the room. */
export class TextModel {
  private readonly rows: Rows;
  private readonly form = new FeatureList();

  constructor(data: RowsData) {
    this.rows = new Rows(data);
  }

  /** @param always read the labels whatever the line seems to be */
  read(clean: CleanText, speaker: Speaker, always = false): Reading {
    const { form } = this;
    form.clear();
    addForm(form, clean, speaker);
    const n = this.rows.read(clean.text, LIMIT, form);
    const typeSums = new Float32Array(TYPE_COLUMNS);
    this.rows.types(typeSums);
    const types = this.typesOf(typeSums, n);
    if (!always && isPlainTalk(types)) return { types, labels: null, typeSums, labelSums: null, n };
    const labelSums = new Float32Array(LABEL_COLUMNS);
    this.rows.labels(labelSums);
    return { types, labels: this.labelsOf(labelSums, n), typeSums, labelSums, n };
  }

  /** Several texts of one person read as one: their features together. */
  together(readings: Reading[]): Reading {
    const typeSums = new Float32Array(TYPE_COLUMNS);
    const labelSums = new Float32Array(LABEL_COLUMNS);
    let [n, labelled] = [0, 0];
    for (const reading of readings) {
      add(typeSums, reading.typeSums);
      n += reading.n;
      if (!reading.labelSums) continue;
      add(labelSums, reading.labelSums);
      labelled += reading.n;
    }
    const labels = labelled > 0 ? this.labelsOf(labelSums, labelled) : null;
    return { types: this.typesOf(typeSums, n), labels, typeSums, labelSums, n };
  }

  private typesOf(sums: Float32Array, n: number): Float32Array {
    const types = new Float32Array(TYPE_COLUMNS);
    this.rows.finish(sums, n, 0, types);
    softmaxAt(types, 0, TYPE_COLUMNS);
    return types;
  }

  private labelsOf(sums: Float32Array, n: number): Float32Array {
    const labels = new Float32Array(LABEL_COLUMNS);
    this.rows.finish(sums, n, TYPE_COLUMNS, labels);
    softmaxAt(labels, CATEGORY_AT, HEADS.category.length);
    softmaxAt(labels, URGENCY_AT, HEADS.urgency.length);
    softmaxAt(labels, KIND_AT, HEADS.kind.length);
    return labels;
  }
}

function isPlainTalk(types: Float32Array): boolean {
  return (types[CHATTER] ?? 0) + (types[NOTICE] ?? 0) >= PLAIN_TALK && (types[ANSWER] ?? 0) < 0.05;
}

function add(sums: Float32Array, more: Float32Array): void {
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (more[k] ?? 0);
}

const TYPE_AT = Object.fromEntries(LINE_TYPES.map((type, i) => [type, i])) as Record<LineType, number>;

/** Probability that the line is of a type. */
export const typeChance = (reading: Reading, type: LineType): number => reading.types[TYPE_AT[type]] ?? 0;

/** How likely the line tells of a danger to life or safety. */
export const emergencyChance = (reading: Reading): number => reading.labels?.[URGENCY_AT] ?? 0;

/** Urgent is said more rarely than normal, and missed more often: this share of normal's chance is enough. Measured on left-out writers. */
const NEARLY = 0.6;

/** Whether urgent is about as likely as normal. */
export const seemsUrgent = ({ labels }: Reading): boolean =>
  labels !== null && (labels[URGENCY_AT + 1] ?? 0) > NEARLY * (labels[URGENCY_AT + 2] ?? 0);

/** The likeliest category and kind. */
export const likeliestCategory = (reading: Reading): (typeof HEADS.category)[number] =>
  likeliest(reading.labels, CATEGORY_AT, HEADS.category) ?? 'other';
export const likeliestKind = (reading: Reading): (typeof HEADS.kind)[number] =>
  likeliest(reading.labels, KIND_AT, HEADS.kind) ?? 'petition';

function likeliest<T>(labels: Float32Array | null, from: number, names: readonly T[]): T | undefined {
  if (!labels) return undefined;
  let best = 0;
  for (let k = 1; k < names.length; k++) if ((labels[from + k] ?? 0) > (labels[from + best] ?? 0)) best = k;
  return names[best];
}
