import type { Decision } from '../../cases/message.js';
import { choicesOf } from '../choose/options.js';
import type { VillageModel } from '../model/village-model.js';
import type { Line } from '../room/line.js';
import { continueMatter, type Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import type { CommandLook } from '../text/commands.js';
import { ignored } from './decisions.js';
import { weigh } from './weigh.js';

/** A line that looks like a command counts as the intent behind it; an official's command from a villager is talk. */
export function readCommand(room: RoomState, line: Line, look: CommandLook, model: VillageModel): Decision {
  const official = line.message.speaker === 'official';
  const matter = look === 'official' && !official ? null : meant(room, line, model);
  if (matter) continueMatter(matter, line);
  room.settle(line, matter);
  if (official) return ignored('answer', matter);
  if (look === 'official') return ignored('chatter', null);
  if (look === 'rating') return ignored(matter ? 'feedback' : 'chatter', matter);
  return ignored(matter || /\d/.test(line.clean.text) ? 'followup' : 'chatter', matter);
}

/** One's own matter is sought among so many. */
const OWN_AMONG = 8;

/** The matter that the room's talk points to: one's own first. */
function meant(room: RoomState, line: Line, model: VillageModel): Matter | null {
  const own = room.matters
    .recent(OWN_AMONG)
    .find((matter) => matter.opener === line.message.who && !matter.closed);
  if (own) return own;
  return weigh(line, choicesOf(line, room), model).link?.matter ?? null;
}
