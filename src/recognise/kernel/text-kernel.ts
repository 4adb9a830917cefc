import { TEXT_KERNEL } from './code.js';
import { loadKernel, type Call } from './load.js';

/** Where things lie in the kernel's memory, in bytes; kernel/text.ts has the same numbers. */
const AT = { chars: 0, sounds: 2048, own: 4096, sums: 40_960, table: 41_216 } as const;
const TABLE_WORDS = 1 << 17;
const ROWS_AT = AT.table + TABLE_WORDS * 4;

/** Most characters of one text, and most features that are hashed outside. */
export const MOST_CHARS = 1024;
export const MOST_OWN = 1024;
/** Columns of a row of types and of one of labels, filled up with zeros. */
export const TYPE_WIDTH = 8;
export const LABEL_WIDTH = 24;

/** What a model's rows are to the kernel. */
export interface KernelRows {
  /** Hash bits: pairs of a word of bits and the number of bits set before it, 2^17 numbers. */
  table: Int32Array;
  /** `TYPE_WIDTH` and `LABEL_WIDTH` weights of each row. */
  types: Int8Array;
  labels: Int8Array;
}

/** The compiled loops of reading a text (kernel/text.ts), with one model's rows in their memory. */
export class TextKernel {
  /** Codes and sounds of the text to read. */
  readonly chars: Uint16Array;
  readonly sounds: Uint16Array;
  /** Features hashed by the caller. */
  readonly own: Int32Array;
  /** Sums over the text's rows: of types or labels, whichever was asked for last. */
  readonly sums: Int32Array;
  /** Reads `n` characters and `own` features; the number of features. */
  readonly read: Call;
  readonly sumTypes: Call;
  readonly sumLabels: Call;

  constructor({ table, types, labels }: KernelRows) {
    const bytes = ROWS_AT + types.length + labels.length;
    const { buffer, calls } = loadKernel(TEXT_KERNEL, bytes, ['begin', 'read', 'sumTypes', 'sumLabels']);
    new Int32Array(buffer, AT.table, TABLE_WORDS).set(table);
    new Int8Array(buffer, ROWS_AT, types.length).set(types);
    new Int8Array(buffer, ROWS_AT + types.length, labels.length).set(labels);
    calls.begin(types.length / TYPE_WIDTH);
    this.chars = new Uint16Array(buffer, AT.chars, MOST_CHARS);
    this.sounds = new Uint16Array(buffer, AT.sounds, MOST_CHARS);
    this.own = new Int32Array(buffer, AT.own, MOST_OWN);
    this.sums = new Int32Array(buffer, AT.sums, LABEL_WIDTH);
    ({ read: this.read, sumTypes: this.sumTypes, sumLabels: this.sumLabels } = calls);
  }
}
