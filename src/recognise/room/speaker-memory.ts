import type { Line } from './line.js';

/** What is remembered of one person in a room. */
export interface SpeakerState {
  /** When they last wrote, and the matter of that message. */
  at: number;
  matter: string | null;
  /** Their last lines, oldest first. */
  lines: { at: number; text: string; id: string }[];
}

/** People remembered per room: those longest silent are forgotten first. */
const MAX_SPEAKERS = 300;
const MAX_LINES = 3;
const MAX_LENGTH = 200;
/** Lines of one person within this time are read together, in milliseconds. */
export const TOGETHER_MS = 4 * 60_000;

/** What each person of a room said last. Bounded. */
export class SpeakerMemory {
  private readonly byId = new Map<string, SpeakerState>();

  of(who: string): SpeakerState | undefined {
    return this.byId.get(who);
  }

  /** Texts that the person wrote just before `at`, oldest first. */
  before(who: string, at: number): string[] {
    const state = this.byId.get(who);
    if (!state) return [];
    return state.lines.filter((line) => Math.abs(at - line.at) <= TOGETHER_MS).map((line) => line.text);
  }

  note(line: Line, matter: string | null): void {
    const { who, at, id, speaker } = line.message;
    const lines = this.byId.get(who)?.lines ?? [];
    if (line.clean.text !== '' && speaker !== 'official') {
      lines.push({ at, id, text: line.clean.text.slice(0, MAX_LENGTH) });
      if (lines.length > MAX_LINES) lines.shift();
    }
    this.byId.delete(who);
    this.byId.set(who, { at, matter, lines });
    if (this.byId.size <= MAX_SPEAKERS) return;
    const oldest = this.byId.keys().next().value;
    if (oldest !== undefined) this.byId.delete(oldest);
  }
}
