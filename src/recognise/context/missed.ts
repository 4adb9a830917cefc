import type { Utterance } from './utterance.js';

/** Lines remembered that an official's answer may show to have been matters. */
const MAX_LINES = 12;
/** Answers come soon or with a name; older lines are forgotten. */
const KEEP_MS = 6 * 60 * 60_000;

/** The last lines of villagers that opened nothing and joined nothing. Bounded. */
export class MissedLines {
  private lines: Utterance[] = [];

  remember(line: Utterance): void {
    this.lines.push(line);
    if (this.lines.length > MAX_LINES) this.lines.shift();
  }

  recent(at: number): Utterance[] {
    return this.lines.filter((line) => Math.abs(at - line.message.at) <= KEEP_MS);
  }

  forget(id: string): void {
    this.lines = this.lines.filter((line) => line.message.id !== id);
  }
}
