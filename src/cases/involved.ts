import type { Case, Office } from './case.js';
import { within } from './directory.js';

/**
 * Who has no part in an accusation, whatever their rights are: who is named in it, and whose village or township it
 * comes from or speaks of. In doubt somebody is kept out: another inspector can look.
 */

export type Accusation = Pick<Case, 'text' | 'title' | 'materials' | 'petitioner' | 'origin'>;

/** 欧书记, 周主任: how people name an official whom they do not call by name. */
const TITLES =
  '(?:副?(?:支书|书记|主任|委员|组长|科长|股长|局长|镇长|乡长|县长|主席|站长|所长|会计|村长)|纪委|干部)';
/** Surnames that are everyday words before a title: 我向书记反映. */
const WORDS_TOO = '向对和于同连给让叫找问是当有被把';

export function isInvolved(
  official: { name: string; offices: readonly Office[] },
  about: Accusation,
): boolean {
  const words = wordsOf(about);
  return isNamed(official.name, words) || official.offices.some((office) => isTheirs(office, about, words));
}

/** The accuser's words alone: an inspector's notes name colleagues for good reasons. */
function wordsOf({ text, title, materials, petitioner }: Accusation): string {
  const own = materials.filter((one) => one.by.id === petitioner.id).map((one) => one.text);
  return [text, title, ...own].join('\n').replace(/\s+/gu, '');
}

function isNamed(name: string, words: string): boolean {
  if (name.length < 2) return false;
  if (words.includes(name)) return true;
  const surname = name.slice(0, 1);
  return !WORDS_TOO.includes(surname) && new RegExp(`${surname}${TITLES}`, 'u').test(words);
}

/** An office of the village, or of the township above it; the county's own offices are nobody's village. */
function isTheirs({ place }: Office, { origin }: Accusation, words: string): boolean {
  if (place === '') return false;
  const called = place.slice(place.lastIndexOf('/') + 1);
  return (origin !== undefined && within(origin, place)) || words.includes(called);
}
