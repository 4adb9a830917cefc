import type { OpenMatter, Recogniser } from '../api.js';
import { SecondRoom, type SecondOptions } from './room.js';

export interface SecondRecogniser extends Recogniser {
  room(open: OpenMatter[]): SecondRoom;
}

/** The recogniser with rooms in which a second reader may settle what it is unsure of. */
export function withSecondReader(recogniser: Recogniser, options: SecondOptions): SecondRecogniser {
  return {
    version: recogniser.version,
    room: (open) => new SecondRoom(recogniser.room(open), open, options),
  };
}
