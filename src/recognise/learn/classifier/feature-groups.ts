import { eachTopic } from '../topics/topic-index.js';
import type { Document } from './document.js';

/**
 * What can be told of a document: runs of one to three characters of its first field or of all of it (`all2`: of one
 * or two), the topics of its words, and which characters occur together in the first field, in any order.
 */
export const GROUPS = ['first', 'all', 'all2', 'firstTopics', 'allTopics', 'pairs'] as const;
export type Group = (typeof GROUPS)[number];

/** Characters of the first field that are paired: more would pair everything with everything. */
const PAIRED = 60;

/** Calls `each` with the key of each feature of a group, as often as it occurs. Keys are 32 bits; few collide. */
export function eachFeature(group: Group, { first, rest }: Document, each: (key: number) => void): void {
  const space = GROUPS.indexOf(group) + 1;
  switch (group) {
    case 'first':
      eachRun(space, first, 3, each);
      break;
    case 'all':
      eachRun(space, `${first} ${rest}`, 3, each);
      break;
    case 'all2':
      eachRun(space, `${first} ${rest}`, 2, each);
      break;
    case 'firstTopics':
      eachTopic(first, (topic) => each(keyOf(space, topic)));
      break;
    case 'allTopics':
      eachTopic(`${first} ${rest}`, (topic) => each(keyOf(space, topic)));
      break;
    case 'pairs':
      eachPair(space, first.slice(0, PAIRED), each);
  }
}

function eachRun(space: number, text: string, longest: 2 | 3, each: (key: number) => void): void {
  const n = text.length;
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)];
    each(keyOf(space, a));
    if (i + 1 < n) each(keyOf(space, a, b));
    if (longest === 3 && i + 2 < n) each(keyOf(space, a, b, c));
  }
}

function eachPair(space: number, text: string, each: (key: number) => void): void {
  const codes = [...new Set(Array.from(text, (character) => character.charCodeAt(0)))].sort((a, b) => a - b);
  codes.forEach((a, i) => {
    for (const b of codes.slice(i + 1)) each(keyOf(space, a, b));
  });
}

/** Mixes a space and up to three numbers into 32 bits; murmur3's constants and finish (Appleby 2011). */
function keyOf(space: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(space, 0x9e3779b1) ^ Math.imul(a + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x27d4eb2f) + Math.imul(b + 1, 0x165667b1);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) + Math.imul(c + 1, 0x5bd1e995);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
