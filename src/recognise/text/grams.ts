import { syllable } from './pinyin.js';

/** Bits of a feature's hash: two million places for some hundred thousand features, so that few collide. */
export const HASH_BITS = 21;

/** Namespaces of features. */
const ONE = 1;
const TWO = 2;
const THREE = 3;
const SOUND_TWO = 12;
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
}

const START = 1;
const END = 2;
const DIGIT = 0x30;

/**
 * Adds what an evened-out text is made of: runs of one to three characters, and pairs of syllables, which survive wrong
 * characters of the same sound. Digits count as one character. At most `limit` characters are read. (Pairs with one
 * character left out, single syllables and runs of three add nothing to these: docs/recogniser.md.)
 */
export function addGrams(list: FeatureList, text: string, limit: number): void {
  const n = Math.min(text.length, limit);
  let [a, b] = [0, START];
  let before = 0;
  list.add(hashed(ONE, START));
  for (let i = 0; i <= n; i++) {
    const code = i === n ? END : text.charCodeAt(i);
    const c = code >= 0x30 && code <= 0x39 ? DIGIT : code;
    list.add(hashed(ONE, c));
    list.add(hashed(TWO, b, c));
    if (a !== 0) list.add(hashed(THREE, a, b, c));
    const sound = i === n ? 0 : syllable(code);
    if (sound !== 0 && before !== 0) list.add(hashed(SOUND_TWO, before, sound));
    before = sound;
    a = b;
    b = c;
  }
}
