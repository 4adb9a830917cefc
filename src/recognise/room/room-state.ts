import type { Line } from './line.js';
import type { Matter } from './matter.js';
import { MatterList } from './matter-list.js';
import { SpeakerMemory } from './speaker-memory.js';

/** What the room's last message was. */
export interface LastMessage {
  at: number;
  who: string;
  official: boolean;
  notice: boolean;
  matter: string | null;
  /** The matter of the message before that one. */
  before: string | null;
}

/** Lines that opened and joined nothing: an official's answer may show that one of them was a matter. */
const MAX_MISSED = 8;
const KEEP_MS = 6 * 3_600_000;

/** Everything remembered of one room; every part is bounded. */
export class RoomState {
  readonly matters = new MatterList();
  readonly speakers = new SpeakerMemory();
  last: LastMessage | null = null;
  /** Messages read so far. */
  index = 0;
  private missedLines: Line[] = [];

  /** Nothing is known yet: the message at hand is the first of the room, as far as the bot can tell. */
  get silentSoFar(): boolean {
    return this.last === null && this.matters.size === 0;
  }

  /** The lines let pass within the last hours, the latest first. */
  missed(at: number): Line[] {
    return this.missedLines.filter((line) => Math.abs(at - line.message.at) <= KEEP_MS);
  }

  /** Notes what became of a line: its matter, or none. */
  settle(line: Line, matter: Matter | null, notice = false): void {
    const { at, who, speaker, type } = line.message;
    this.last = {
      at,
      who,
      official: speaker === 'official',
      notice,
      matter: matter?.id ?? null,
      before: this.last?.matter ?? null,
    };
    this.speakers.note(line, matter?.id ?? null);
    if (matter) this.matters.bump(matter);
    else if (type === 'text' && speaker !== 'official') {
      this.missedLines.unshift(line);
      if (this.missedLines.length > MAX_MISSED) this.missedLines.pop();
    }
  }

  /** A line let pass that was a matter after all. */
  found(id: string): void {
    this.missedLines = this.missedLines.filter((line) => line.message.id !== id);
  }
}
