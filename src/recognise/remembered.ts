import type { OpenMatter } from './api.js';
import type { RoomState } from './context/room-state.js';
import { utter } from './context/utterance.js';
import { newMatter } from './opening.js';
import type { Scorer } from './scorer.js';

/** Takes in a matter that the case store knows: opened by hand, or before a restart. */
export function rememberMatter(room: RoomState, known: OpenMatter, scorer: Scorer): void {
  const held = room.matters.get(known.id);
  if (held) {
    held.open = true;
    held.resolved = known.resolved;
    held.category = known.category;
    return;
  }
  const { id, at, who, text } = known;
  const u = utter({ id, at, who, name: '', speaker: 'villager', type: 'text', text }, room.index, scorer);
  const matter = newMatter(u, room.index, true, known.sealed);
  matter.category = known.category;
  matter.answered = matter.resolved = known.resolved;
  room.matters.add(matter);
  room.missed.forget(id);
  // What its petitioner shows next belongs to it, unless they have spoken of something else since.
  if (at >= room.speakers.of(who).matterAt) room.touch(matter, who, at);
}
