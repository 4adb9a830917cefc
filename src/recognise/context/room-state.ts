import type { Matter } from './matter.js';
import { Matters } from './matters.js';
import { Speakers } from './speakers.js';
import { MissedLines } from './missed.js';

/** Everything remembered of one room; every part is bounded. */
export class RoomState {
  readonly matters = new Matters();
  readonly speakers = new Speakers();
  readonly missed = new MissedLines();
  /** Messages read so far. */
  index = 0;

  /** Notes that a message belongs to a matter: the talk is on it now. */
  touch(matter: Matter, who: string, at: number): void {
    matter.lastAt = Math.max(matter.lastAt, at);
    matter.lastIndex = this.index;
    this.matters.bump(matter);
    const speaker = this.speakers.of(who);
    speaker.matter = matter.id;
    speaker.matterAt = at;
    speaker.fragments.length = 0;
  }
}
