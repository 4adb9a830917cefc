import type { OpenMatter } from '../api.js';
import { readLine, type LineModel } from './line.js';
import { startMatter } from './matter.js';
import type { RoomState } from './room-state.js';

/** Takes in a matter that the case store knows: opened by hand, or before a restart. */
export function rememberMatter(room: RoomState, known: OpenMatter, model: LineModel): void {
  const { id, at, who, text, category, sealed, resolved } = known;
  const held = room.matters.get(id);
  if (held) {
    held.open = true;
    held.resolved = resolved;
    held.category = category;
    return;
  }
  const message = { id, at, who, text, name: '', speaker: 'villager' as const, type: 'text' as const };
  const line = readLine(message, room.index, model, []);
  const matter = startMatter(line, { open: true, sealed, category, urgency: 'normal' });
  matter.answered = matter.resolved = resolved;
  room.matters.add(matter);
  room.found(id);
  // What its petitioner shows next belongs to it, unless they have spoken of something else since.
  if (at >= (room.speakers.of(who)?.at ?? 0)) room.speakers.note(line, id);
}
