import { plainCharacters } from '../text/characters.js';
import { PhraseIndex } from '../text/phrase-index.js';
import { commonWords } from '../text/variants.js';
import { TALK, type TalkSign } from './words.js';

const NAMES = Object.keys(TALK) as TalkSign[];

function buildIndex(): PhraseIndex {
  const index = new PhraseIndex();
  NAMES.forEach((name, id) => {
    for (const word of TALK[name].split(/\s+/)) {
      const plain = commonWords(plainCharacters(word));
      if (plain !== '') index.add(plain, id);
    }
  });
  return index;
}

const INDEX = buildIndex();

/** Signs that a negation or a condition before them turns round: 没修好, 就好了. */
const DENIABLE: ReadonlySet<TalkSign> = new Set(['done', 'content']);
const NEGATIONS = '不没未别莫无';

/** Which signs stand in an evened-out text. Linear in its length. */
export function talkSigns(text: string): ReadonlySet<TalkSign> {
  const found = new Set<TalkSign>();
  for (const hit of INDEX.scan(text)) {
    const name = NAMES[hit.value];
    if (name !== undefined && !(DENIABLE.has(name) && denied(text, hit.start))) found.add(name);
  }
  return found;
}

function denied(text: string, start: number): boolean {
  if (start === 0) return false;
  if (text[start - 1] === '就') return true;
  return !NEGATIONS.includes(text.charAt(start)) && NEGATIONS.includes(text.charAt(start - 1));
}
