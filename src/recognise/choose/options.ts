import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import { PairMemory } from '../text/pairs.js';
import { lineFeatures } from './line-features.js';
import { linkFeatures } from './link-features.js';
import { missedFeatures } from './missed-features.js';
import type { Options } from './net.js';
import { Vector } from './vector.js';
import { candidates, CANDIDATES } from './candidates.js';

/** What a line may be, with what speaks for each. */
export interface Choices extends Options {
  matters: Matter[];
  missedLines: Line[];
}

/** Lines let pass that an official's line is compared with. */
const MAX_MISSED = 6;

// Filled anew for each line: reading allocates next to nothing.
const lineVector = new Vector(80);
const linkVectors = Array.from({ length: CANDIDATES }, () => new Vector(80));
const missedVectors = Array.from({ length: MAX_MISSED }, () => new Vector(40));
const said = new PairMemory();

/** What the line may be in this room. Its numbers stand only until the next line is asked about: see `kept`. */
export function choicesOf(line: Line, room: RoomState): Choices {
  const { message } = line;
  lineFeatures(lineVector.reset(), line, room);
  said.fill(line.clean.text);
  const matters = candidates(line, room);
  const links = matters.map((matter, rank) => {
    const vector = linkVectors[rank]?.reset() ?? new Vector(80);
    linkFeatures(vector, line, matter, rank, said);
    return vector.filled();
  });
  const official = message.speaker === 'official' && message.type === 'text';
  const missedLines = official ? room.missed(message.at).slice(0, MAX_MISSED) : [];
  const missed = missedLines.map((one, rank) => {
    const vector = missedVectors[rank]?.reset() ?? new Vector(40);
    missedFeatures(vector, line, one, rank, said);
    return vector.filled();
  });
  const begins = message.speaker !== 'official' && message.type === 'text';
  return { line: lineVector.filled(), links, missed, begins, matters, missedLines };
}

/** A copy of the numbers, to learn from later. */
export function kept({ line, links, missed, begins }: Options): Options {
  return {
    line: line.slice(),
    links: links.map((one) => one.slice()),
    missed: missed.map((one) => one.slice()),
    begins,
  };
}
