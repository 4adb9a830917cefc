import { CANDIDATES } from '../room/matter-list.js';
import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import { lineFeatures } from './line-features.js';
import { linkFeatures } from './link-features.js';
import { missedFeatures } from './missed-features.js';
import type { Options } from './net.js';
import { Vector } from './vector.js';

/** What a line may be, with what speaks for each. */
export interface Choices extends Options {
  matters: Matter[];
  missedLines: Line[];
}

/** Lines let pass that an official's line is compared with. */
const MAX_MISSED = 6;

const line80 = new Vector(80);
const link80 = new Vector(80);
const missed40 = new Vector(40);

export function choicesOf(line: Line, room: RoomState): Choices {
  const { message } = line;
  lineFeatures(line80.reset(), line, room);
  const matters = room.matters.recent(CANDIDATES);
  const links = matters.map((matter, rank) => {
    linkFeatures(link80.reset(), line, matter, rank);
    return link80.copy();
  });
  const official = message.speaker === 'official' && message.type === 'text';
  const missedLines = official ? room.missed(message.at).slice(0, MAX_MISSED) : [];
  const missed = missedLines.map((one, rank) => {
    missedFeatures(missed40.reset(), line, one, rank);
    return missed40.copy();
  });
  const begins = message.speaker !== 'official' && message.type === 'text';
  return { line: line80.copy(), links, missed, begins, matters, missedLines };
}
