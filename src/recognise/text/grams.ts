import { syllable } from './pinyin.js';

/** Bits of a feature's hash: four million places for some hundred thousand features, so that few collide. */
export const HASH_BITS = 22;

/** Namespaces of features. */
const ONE = 1;
const TWO = 2;
const THREE = 3;
const SKIP = 5;
const SOUND_ONE = 11;
const SOUND_TWO = 12;
const SOUND_THREE = 13;
/** From here on namespaces are the caller's. */
export const OWN_NAMESPACES = 30;

/** Places a feature (namespace and up to three numbers) in the hash table. */
export function hashed(space: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(space, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) + Math.imul(b + 1, 0x165667b1);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + Math.imul(c + 1, 0x5bd1e995);
  h = Math.imul(h ^ (h >>> 16), 0x9e3779b1);
  return (h ^ (h >>> 15)) >>> (32 - HASH_BITS);
}

/** A list of features that grows in place; reused from text to text, so that reading allocates nothing. */
export class FeatureList {
  ids = new Int32Array(4096);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(id: number): void {
    if (this.length === this.ids.length) {
      const more = new Int32Array(this.ids.length * 2);
      more.set(this.ids);
      this.ids = more;
    }
    this.ids[this.length++] = id;
  }

  /** A copy without repetitions, in ascending order. */
  distinct(): Int32Array {
    const sorted = this.ids.slice(0, this.length).sort();
    let n = 0;
    for (let i = 0; i < sorted.length; i++)
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[n++] = sorted[i] ?? 0;
    return sorted.slice(0, n);
  }
}

const START = 1;
const END = 2;
const DIGIT = 0x30;
const codes = new Uint16Array(8192);
const sounds = new Uint16Array(8192);

/**
 * Adds what an evened-out text is made of: runs of one to three characters, pairs with one left out, and runs of one
 * to three syllables, which survive wrong characters of the same sound. Digits count as one character. At most
 * `limit` characters are read.
 */
export function addGrams(list: FeatureList, text: string, limit: number): void {
  const n = Math.min(text.length, limit, codes.length - 4);
  codes[0] = START;
  sounds[0] = 0;
  for (let i = 0; i < n; i++) {
    const code = text.charCodeAt(i);
    codes[i + 1] = code >= 0x30 && code <= 0x39 ? DIGIT : code;
    sounds[i + 1] = syllable(code);
  }
  codes[n + 1] = END;
  codes.fill(0, n + 2, n + 5);
  sounds.fill(0, n + 1, n + 5);
  for (let i = 0; i < n + 2; i++) {
    addCharacters(list, i);
    if (sounds[i]) addSounds(list, i);
  }
}

function addCharacters(list: FeatureList, i: number): void {
  const a = codes[i] ?? 0;
  const b = codes[i + 1] ?? 0;
  const c = codes[i + 2] ?? 0;
  list.add(hashed(ONE, a));
  if (b === 0) return;
  list.add(hashed(TWO, a, b));
  if (c === 0) return;
  list.add(hashed(THREE, a, b, c));
  list.add(hashed(SKIP, a, c));
}

function addSounds(list: FeatureList, i: number): void {
  const a = sounds[i] ?? 0;
  const b = sounds[i + 1] ?? 0;
  const c = sounds[i + 2] ?? 0;
  list.add(hashed(SOUND_ONE, a));
  if (b === 0) return;
  list.add(hashed(SOUND_TWO, a, b));
  if (c !== 0) list.add(hashed(SOUND_THREE, a, b, c));
}
