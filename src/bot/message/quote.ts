import type { Quote } from '../../cases/message.js';

/** Text with the line ends of this house. */
export function normalLines(text: string): string {
  return text.replace(/\r\n?|\u2028|\u2029/g, '\n');
}

/** The end of a quoted part: `」`, then a line of at least three dashes, then the reply or nothing. */
const END = /」[ \t]*\n[ \t]*(?:[-‐-―−─━][ \t]*){3,}(?:\n|$)/g;
const NAMED = /^([^：:\n]{1,64})[：:]([\s\S]*)$/;

interface End {
  /** Where the closing bracket stands, and where the reply begins. */
  at: number;
  after: number;
}

/**
 * WeChat's quote as puppets hand it over: `「name：text」`, a line of `- - - -`, the reply. Only at the very beginning
 * of a text; anything else is a reply without a quote.
 */
export function splitQuote(text: string): { quote: Quote | null; reply: string } {
  const lines = normalLines(text);
  if (!lines.startsWith('「')) return { quote: null, reply: lines };
  const end = outermostEnd(lines);
  if (end === null) return { quote: null, reply: lines };
  return { quote: quoteOf(lines.slice(1, end.at)), reply: lines.slice(end.after) };
}

/**
 * A quoted text may itself begin with a quote, so the first end need not be ours: it is the one where the brackets
 * balance. Where none balances (somebody typed half a bracket), the last one: less is taken for a command.
 */
function outermostEnd(text: string): End | null {
  let depth = 0;
  let seen = 0;
  let last: End | null = null;
  for (const found of text.matchAll(END)) {
    depth += depthOf(text.slice(seen, found.index + 1));
    seen = found.index + 1;
    last = { at: found.index, after: found.index + found[0].length };
    if (depth <= 0) return last;
  }
  return last;
}

function depthOf(part: string): number {
  return count(part, '「') - count(part, '」');
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function quoteOf(inside: string): Quote {
  const named = NAMED.exec(inside);
  return named
    ? { name: (named[1] ?? '').trim(), text: (named[2] ?? '').trim() }
    : { name: '', text: inside.trim() };
}
