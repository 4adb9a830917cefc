import type { OpenMatter, Recogniser } from '../api.js';
import { SecondRoom, type SecondOptions } from './room.js';

/** The recogniser with rooms in which a second reader may settle what it is unsure of. */
export function withSecondReader(
  recogniser: Recogniser,
  options: SecondOptions,
): Recogniser & { room(open: OpenMatter[]): SecondRoom } {
  return {
    version: recogniser.version,
    room: (open) => new SecondRoom(recogniser.room(open), open, options),
  };
}
