import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';

/** Most matters that a line is compared with. */
export const CANDIDATES = 6;
/** Always compared: nine lines in ten belong to the matter spoken of last. */
const ALWAYS = 2;
/** Older ones are compared only when something ties the line to them. */
const AMONG = 12;
/** Weight of shared pairs that ties: one rare pair. */
const TIE = 0.5;

/** The matters that a line may belong to, the one spoken of last first. */
export function candidates(line: Line, room: RoomState): Matter[] {
  const addressed = line.clean.quote !== null || line.clean.mentions.length > 0;
  const found: Matter[] = [];
  for (const matter of room.matters.recent(AMONG)) {
    if (found.length < ALWAYS || addressed || tied(line, matter)) found.push(matter);
    if (found.length === CANDIDATES) break;
  }
  return found;
}

function tied(line: Line, matter: Matter): boolean {
  return matter.people.has(line.message.who) || matter.pairs.weight(line.pairs) >= TIE;
}
