import { syllable } from './pinyin.js';
import { isEmptyCharacter } from './features.js';

/** Bits of a matter's memory of pairs: some two hundred pairs leave nineteen of twenty bits clear. */
const BITS = 4096;
/** Most pairs compared of one line. */
const MOST = 96;
/** Places of the table of how common pairs are. */
export const COMMON_PLACES = 1 << 16;

/** Pairs of neighbouring characters or syllables of one line, as places in a table of bits. */
export interface PairList {
  places: Uint16Array;
  /** How much a shared pair says: rare ones more (0 to 1.6). */
  weights: Float32Array;
  length: number;
}

export const NO_PAIRS: PairList = { places: new Uint16Array(0), weights: new Float32Array(0), length: 0 };

const mix = (a: number, b: number): number => {
  const h = Math.imul(a * 0x10001 + b, 0x9e3779b1);
  return (h ^ (h >>> 15)) >>> 0;
};

/** Place of a pair of characters in the table of how common pairs are. */
export const commonPlace = (a: number, b: number): number => mix(a, b) % COMMON_PLACES;

/** Place of a pair of characters in a memory of pairs. */
export const pairPlace = (a: number, b: number): number => mix(a, b) % BITS;

const places = new Uint16Array(MOST);
const weights = new Float32Array(MOST);

/** The pairs of topic characters; `rarity`: weight of a pair by its `commonPlace`. */
export function characterPairs(text: string, rarity: Float32Array): PairList {
  let n = 0;
  let before = 0;
  for (let i = 0; i < text.length && n < MOST; i++) {
    const code = text.charCodeAt(i);
    const topical = code >= 0x4e00 && code <= 0x9fff && !isEmptyCharacter(code);
    if (topical && before) {
      places[n] = mix(before, code) % BITS;
      weights[n++] = rarity[commonPlace(before, code)] ?? 0;
    }
    before = topical ? code : 0;
  }
  return { places: places.slice(0, n), weights: weights.slice(0, n), length: n };
}

/** The pairs of syllables. */
export function soundPairs(text: string): PairList {
  let n = 0;
  let before = 0;
  for (let i = 0; i < text.length && n < MOST; i++) {
    const sound = syllable(text.charCodeAt(i));
    if (sound && before) places[n++] = mix(before + 70000, sound) % BITS;
    before = sound;
  }
  return { places: places.slice(0, n), weights: NO_PAIRS.weights, length: n };
}

/** A matter's memory of the pairs that were said of it: 512 bytes, whatever is said. */
export class PairMemory {
  private readonly bits = new Uint32Array(BITS / 32);

  add(list: PairList): void {
    for (const place of list.places)
      this.bits[place >>> 5] = (this.bits[place >>> 5] ?? 0) | (1 << (place & 31));
  }

  /** Every pair of neighbouring characters of a text, topical or not. */
  fill(text: string): this {
    this.bits.fill(0);
    for (let i = 1; i < text.length; i++) {
      const place = pairPlace(text.charCodeAt(i - 1), text.charCodeAt(i));
      this.bits[place >>> 5] = (this.bits[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    return this;
  }

  has(place: number): boolean {
    return (((this.bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
  }

  /** Sum of the weights of the pairs shared. */
  weight(list: PairList): number {
    let sum = 0;
    for (let i = 0; i < list.length; i++) if (this.has(list.places[i] ?? 0)) sum += list.weights[i] ?? 0;
    return sum;
  }

  /** Number of pairs shared. */
  count(list: PairList): number {
    let n = 0;
    for (let i = 0; i < list.length; i++) if (this.has(list.places[i] ?? 0)) n++;
    return n;
  }
}
