import type { Reading } from '../learn/text-model.js';
import type { Line } from './line.js';

/** What is remembered of one person in a room: when they last wrote, and the matter of that message. */
export interface SpeakerState {
  at: number;
  matter: string | null;
}

/** People remembered per room: those longest silent are forgotten first. */
const MAX_SPEAKERS = 300;
/** Lines of one person read together, and lines of the room among which they are sought. */
const MAX_LINES = 3;
const MAX_RECENT = 24;
/** Lines of one person within this time are read together, in milliseconds. */
export const TOGETHER_MS = 4 * 60_000;

/** What each person of a room said last. Bounded. */
export class SpeakerMemory {
  private readonly byId = new Map<string, SpeakerState>();
  private readonly recent: { at: number; who: string; reading: Reading }[] = [];

  of(who: string): SpeakerState | undefined {
    return this.byId.get(who);
  }

  /** Readings of what the person wrote just before `at`, oldest first. */
  before(who: string, at: number): Reading[] {
    const found: Reading[] = [];
    for (let i = this.recent.length - 1; i >= 0 && found.length < MAX_LINES; i--) {
      const line = this.recent[i];
      if (line?.who === who && Math.abs(at - line.at) <= TOGETHER_MS) found.unshift(line.reading);
    }
    return found;
  }

  note(line: Line, matter: string | null): void {
    const { who, at, speaker } = line.message;
    if (line.reading && speaker !== 'official') {
      this.recent.push({ at, who, reading: line.reading });
      if (this.recent.length > MAX_RECENT) this.recent.shift();
    }
    this.byId.delete(who);
    this.byId.set(who, { at, matter });
    if (this.byId.size <= MAX_SPEAKERS) return;
    const oldest = this.byId.keys().next().value;
    if (oldest !== undefined) this.byId.delete(oldest);
  }
}
