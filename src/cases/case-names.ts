import type { Case, ChatRef } from './case.js';

/** How a case is called in its own place: `#3`; a sealed one by its code everywhere. */
export function shortName(c: Case): string {
  return c.number === null ? c.id : `#${c.number}`;
}

/** How it is called elsewhere: `石门社区#3`. */
export function longName(c: Case, placeName: string): string {
  return c.number === null ? c.id : `${placeName}#${c.number}`;
}

/** The name that fits the chat in which it is said. */
export function nameIn(c: Case, chat: ChatRef, placeName: string): string {
  return chat.id === c.chat.id ? shortName(c) : longName(c, placeName);
}
