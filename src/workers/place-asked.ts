import type { Actor } from '../cases/case.js';
import { within } from '../cases/directory.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';

/** Whose figures 日报, 周报 and 月报 give: the group's place, in private the asker's widest. Null: none of theirs. */
export function placeAsked(desk: Desk, item: IntakeItem, by: Actor): string | null {
  const { chat } = item.message;
  const group = chat.room ? desk.directory().groupOf(chat.id) : null;
  const own = by.offices.map((office) => office.place);
  if (!group) return own.sort((a, b) => a.length - b.length)[0] ?? null;
  // Somebody of its own villages reads along in a township's group; a stranger to the place asks nothing of it.
  return own.some((place) => within(group.place, place) || within(place, group.place)) ? group.place : null;
}
