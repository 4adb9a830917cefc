import type { Reading } from '../scorer.js';
import type { Topic } from './matter.js';
import { nickname, type Nickname } from './names.js';
import type { Utterance } from './utterance.js';

/** Lines remembered that an official's answer may show to have been matters. */
const MAX_LINES = 10;
/** Answers come soon or with a name; older lines are forgotten. */
const KEEP_MS = 6 * 60 * 60_000;
const MAX_LENGTH = 300;

/** What is kept of a line that opened nothing and joined nothing. */
export interface MissedLine {
  id: string;
  index: number;
  at: number;
  who: string;
  name: Nickname;
  text: string;
  question: boolean;
  topic: Topic;
  reading: Reading;
}

/** The last such lines of a room. Bounded. */
export class MissedLines {
  private lines: MissedLine[] = [];

  remember(u: Utterance): void {
    const { id, at, who, name } = u.message;
    const text = u.clean.text.slice(0, MAX_LENGTH);
    const { index, topic, reading, signals } = u;
    this.lines.push({
      id,
      at,
      who,
      name: nickname(name),
      text,
      index,
      topic,
      reading,
      question: signals.has('question'),
    });
    if (this.lines.length > MAX_LINES) this.lines.shift();
  }

  recent(at: number): MissedLine[] {
    return this.lines.filter((line) => Math.abs(at - line.at) <= KEEP_MS);
  }

  forget(id: string): void {
    this.lines = this.lines.filter((line) => line.id !== id);
  }
}
