import { evened } from '../text/clean.js';

/** A nickname evened out, and the part by which neighbours call its bearer. */
export interface Nickname {
  full: string;
  /** 贺叔 of 石门贺叔, 小谭 of A修车小谭: the last two Chinese characters; '' when there are none. */
  called: string;
}

const LONGEST = 60;
const TAIL = /[\u4e00-\u9fff]{2}(?=[^\u4e00-\u9fff]*$)/;

/** Nicknames are shown, never trusted: this form only serves to see who is spoken to. */
export function nickname(name: string): Nickname {
  const full = evened(name.slice(0, LONGEST));
  return { full, called: full.length <= 16 ? (TAIL.exec(full)?.[0] ?? '') : '' };
}

/** Whether a text calls somebody by that name. */
export function calls(text: string, name: Nickname): boolean {
  if (name.called !== '' && text.includes(name.called)) return true;
  return name.full.length >= 2 && name.full.length <= 16 && text.includes(name.full);
}
