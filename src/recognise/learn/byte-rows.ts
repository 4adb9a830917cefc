/** A byte of either sign, moved so that it is none below zero: sums of such bytes need no sign. */
const ZERO = 128;
/** So many rows can be added up in 16 bits. */
const BLOCK = 256;
/** Every second byte of a word. */
const EVEN = 0x00ff00ff;
/** Columns of two words. */
const WIDTH = 8;

/**
 * Rows of small weights, packed four to a word and each row beginning where a word does: summing rows takes a quarter of
 * the reads, and a row lies in one line of the processor's cache. Two of the four bytes are added at a time, each in 16
 * bits of its own. Whole numbers throughout: the sums are exact.
 */
export class ByteRows {
  private readonly words: Int32Array;
  /** Words of a row: an even number. */
  private readonly width: number;
  private readonly sums: Int32Array;

  /** @param weights row after row, `columns` of each */
  constructor(
    weights: Int8Array,
    private readonly columns: number,
  ) {
    const rows = weights.length / columns;
    this.width = 2 * Math.ceil(columns / WIDTH);
    this.sums = new Int32Array(this.width * 4);
    this.words = new Int32Array(rows * this.width);
    for (let row = 0; row < rows; row++)
      for (let k = 0; k < columns; k++) {
        const byte = (weights[row * columns + k] as number) + ZERO;
        const at = row * this.width + (k >> 2);
        this.words[at] = (this.words[at] as number) | (byte << (8 * (k & 3)));
      }
  }

  /** Adds up the first `count` rows named in `found`, column by column. */
  sum(found: Int32Array, count: number, out: Float32Array): void {
    const { sums, columns } = this;
    sums.fill(0);
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      for (let word = 0; word < this.width; word += 2) this.addBlock(found, from, to, word);
    }
    for (let k = 0; k < columns; k++) out[k] = (sums[k] as number) - ZERO * count;
  }

  /** Two words of each row from `from` to `to`, in four registers. */
  private addBlock(found: Int32Array, from: number, to: number, word: number): void {
    const { words, width } = this;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = from; i < to; i++) {
      const at = Math.imul(found[i] as number, width) + word;
      const first = words[at] as number;
      const second = words[at + 1] as number;
      a = (a + (first & EVEN)) | 0;
      b = (b + ((first >>> 8) & EVEN)) | 0;
      c = (c + (second & EVEN)) | 0;
      d = (d + ((second >>> 8) & EVEN)) | 0;
    }
    this.put(word * 4, a, b);
    this.put(word * 4 + 4, c, d);
  }

  private put(at: number, even: number, odd: number): void {
    const { sums } = this;
    sums[at] = (sums[at] as number) + (even & 0xffff);
    sums[at + 1] = (sums[at + 1] as number) + (odd & 0xffff);
    sums[at + 2] = (sums[at + 2] as number) + (even >>> 16);
    sums[at + 3] = (sums[at + 3] as number) + (odd >>> 16);
  }
}
