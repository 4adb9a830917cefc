import { plainCharacters } from './characters.js';
import { commonWords } from './variants.js';

/** A message's text, taken apart and evened out. */
export interface CleanText {
  /** Own words: no quote, no @names, no bracketed emoji; common words for dialect and misspelling. */
  text: string;
  /** Names mentioned with @, evened out like text. */
  mentions: string[];
  /** Bracketed emoji, as `捂脸`. */
  faces: string[];
  /** The quoted message (`「name：text」` / `- - -` / reply), evened out. */
  quote: { name: string; text: string } | null;
}

/** Head and tail that are read of a long text: the point of a long message stands at one of its ends. */
const HEAD = 1200;
const TAIL = 600;

const QUOTE = /^\s*「([^「」:：\n]{0,40})[:：]([\s\S]{0,4000}?)」\s*\n[ \t]*(?:- ?){3,}[^\n]*\n?/;
const MENTION = /@(?:([^@\u2005\n]{1,30})\u2005|([^\s@,，.。:：!！?？]{1,20}))/g;
const FACE = /\[([\u4e00-\u9fa5a-z]{1,5})\]/gi;

/** Reads one raw text. Any string is accepted; time is linear in its length. */
export function cleanText(raw: string): CleanText {
  const quoted = raw.includes('」') ? QUOTE.exec(raw) : null;
  const reply = shorten(quoted ? raw.slice(quoted[0].length) : raw);
  const mentions: string[] = [];
  const faces: string[] = [];
  let bare = reply;
  if (bare.includes('@'))
    bare = bare.replace(MENTION, (_, closed: string | undefined, open: string | undefined) => {
      mentions.push(plainCharacters(closed ?? open ?? '').trim());
      return ' ';
    });
  if (bare.includes('['))
    bare = bare.replace(FACE, (_, face: string) => {
      faces.push(face);
      return ' ';
    });
  const quote = quoted ? { name: evened(quoted[1] ?? ''), text: evened(shorten(quoted[2] ?? '')) } : null;
  return { text: evened(bare), mentions, faces, quote };
}

function shorten(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)} ${text.slice(-TAIL)}`;
}

/** Characters and words evened out, runs of blanks folded into one. */
export function evened(text: string): string {
  return commonWords(plainCharacters(text)).replace(/\s+/g, ' ').trim();
}
