import { evened } from '../text/clean.js';
import { pairPlace, type PairMemory } from '../text/pairs.js';

/** A nickname evened out, and the part by which neighbours call its bearer. */
export interface Nickname {
  full: string;
  /** 贺叔 of 石门贺叔, 小谭 of A修车小谭: the last two Chinese characters; '' when there are none. */
  called: string;
  /** Places of the first two characters of `called` and `full` among a text's pairs; -1: not looked for. */
  calledPlace: number;
  fullPlace: number;
}

const LONGEST = 60;
const LONGEST_CALLED = 16;
const TAIL = /[\u4e00-\u9fff]{2}(?=[^\u4e00-\u9fff]*$)/;

/** Names met lately, evened out once: neighbours speak more than once. Bounded. */
const known = new Map<string, Nickname>();
const MOST_KNOWN = 4096;

/** Nicknames are shown, never trusted: this form only serves to see who is spoken to. */
export function nickname(name: string): Nickname {
  const held = known.get(name);
  if (held) return held;
  const full = evened(name.slice(0, LONGEST));
  const called = full.length <= LONGEST_CALLED ? (TAIL.exec(full)?.[0] ?? '') : '';
  const whole = full.length >= 2 && full.length <= LONGEST_CALLED;
  const nick = {
    full,
    called,
    calledPlace: called === '' ? -1 : pairPlace(called.charCodeAt(0), called.charCodeAt(1)),
    fullPlace: whole ? pairPlace(full.charCodeAt(0), full.charCodeAt(1)) : -1,
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, nick);
  return nick;
}

/** Whether a text calls somebody by that name. `pairs`: every pair of neighbouring characters of the text. */
export function calls(text: string, pairs: PairMemory, name: Nickname): boolean {
  if (name.calledPlace >= 0 && pairs.has(name.calledPlace) && text.includes(name.called)) return true;
  return name.fullPlace >= 0 && pairs.has(name.fullPlace) && text.includes(name.full);
}
