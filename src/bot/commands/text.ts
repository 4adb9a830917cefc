/**
 * What somebody typed, made comparable without losing their words. `flat` is folded for matching (half width, capital
 * letters, plain spaces); `raw` holds the words themselves. Both have the same length, index by index, so that what is
 * found in `flat` can be cut out of `raw`.
 */
export interface Typed {
  raw: string;
  flat: string;
}

/** Never meant by a hand: zero width, direction marks, tags, controls, halves of surrogate pairs. */
const UNSEEN =
  /[\p{Cs}\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{E0000}-\u{E0FFF}]/gu;
/** Joiners and variation marks belong to pictures (👨‍👩‍👧, ❤️); anywhere else they hide in words. */
const JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;
/** Marks that sit on a Chinese character, a digit or a `#`: 3️⃣ is a 3, and zalgo is nothing. */
const MARKS = /(?<=[\p{Script=Han}\d#@])[\p{Mn}\p{Me}]+/gu;
const SPACES = /[\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/gu;
const SHARPS = /[\u266F\uFE5F\uFF03]/gu;
const CIRCLED = /[\u2460-\u2468\u2776-\u277E]/gu;

/** Cleans and folds a text. Linear in its length. */
export function typed(text: string): Typed {
  const raw = text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(UNSEEN, (c) => (c === '\n' || c === '\t' ? c : ''))
    .replace(JOINER, '')
    .replace(MARKS, '')
    .trim();
  return { raw, flat: fold(raw) };
}

/** One character for one: no index moves. */
function fold(raw: string): string {
  return raw
    .replace(SHARPS, '#')
    .replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(CIRCLED, (c) => String(((c.charCodeAt(0) - 0x2460) % 0x316) + 1))
    .replace(SPACES, ' ')
    .replace(/[a-z]/gu, (c) => c.toUpperCase());
}

/** The part from `start` to `end`, without the blanks around it. */
export function part(text: Typed, start: number, end = text.flat.length): Typed {
  let from = start;
  let to = end;
  while (from < to && text.flat[from] === ' ') from += 1;
  while (to > from && text.flat[to - 1] === ' ') to -= 1;
  return { raw: text.raw.slice(from, to), flat: text.flat.slice(from, to) };
}

/** The text without the stretch from `start` to `end`. */
export function without(text: Typed, start: number, end: number): Typed {
  const joined = {
    raw: `${text.raw.slice(0, start)} ${text.raw.slice(end)}`,
    flat: `${text.flat.slice(0, start)} ${text.flat.slice(end)}`,
  };
  return part(joined, 0);
}

/** What parts a word from the next: blanks, commas, colons, stops. Not `-`, which would make `#-1` a number. */
const GAP = /[ :,;.。、~…—|]/u;

/** Number of separating characters at the start. */
export function gap(flat: string): number {
  let n = 0;
  while (n < flat.length && GAP.test(flat[n] ?? '')) n += 1;
  return n;
}

/** The words of an actor as they are kept: without separators around them, at most 500 characters. */
export function note(text: Typed): string {
  const lead = /^[ :,;.。、~…—|!]*/u.exec(text.flat)?.[0].length ?? 0;
  const body = part(text, lead).raw.replace(/(?<![\s,，、;；:：.。])[\s,，、;；:：.。]+$/u, '');
  return [...body.slice(0, 2000)].slice(0, 500).join('');
}

const TAIL =
  /(?:\[\p{Script=Han}{1,4}\]|[\s!,.;:~…。、—]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)+$/u;

/** A short message without what people put behind it: stops, WeChat's [强], pictures. A question mark stays. */
export function bare(text: Typed): string {
  return text.flat.length > 80 ? text.flat : text.flat.replace(TAIL, '');
}
