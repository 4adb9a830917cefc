import type { Case, Millis } from './case.js';
import type { Passed } from './ladder.js';
import type { MailLine } from './mail-line.js';

/** When each case is to be looked at for its next rung, and what it has climbed: beside the case, in its own slot. */
export interface Ladders {
  /**
   * Ids of at most `n` cases of a place whose moment has come: a rung is due, or they changed since the last look. Once
   * an hour, and when the clock was set back, all that is open comes: what was lost is found again.
   */
  due(place: string, now: Millis, n: number): Promise<string[]>;
  passed(caseId: string): Promise<Passed>;
  /** Notes a look; false when the case has changed since it was loaded: then it is looked at again. */
  note(c: Pick<Case, 'id' | 'version'>, passed: Passed, next: Millis | null): Promise<boolean>;
  /** An id that leads to no case any more. */
  drop(caseId: string): Promise<void>;
}

/** Lines of one person that wait to be told in one message. */
export interface Batch {
  id: string;
  lines: MailLine[];
}

/** What the ladder has to say, by person: in one message, once. */
export interface Mailboxes {
  /** Puts a line in, once per line id for ever (a hundred days). */
  put(to: string, line: MailLine): Promise<void>;
  /** Whom something waits for. */
  waiting(): Promise<string[]>;
  /** All that waits for somebody, the same again until it is done; null: nothing, or the last message is not `gapMs` old. */
  take(to: string, now: Millis, gapMs: number): Promise<Batch | null>;
  /** Told, but for `kept`: those wait again as if never taken. `nothingTold`: the next message need not wait for `gapMs`. */
  done(to: string, batchId: string, kept?: MailLine[], nothingTold?: boolean): Promise<void>;
}

/** Numbers of 督办, by year: each cause gets one, and none is left out. */
export interface Orders {
  number(cause: string, year: number): Promise<number>;
  /** What a cause was given and did not use goes to the next. */
  release(cause: string, year: number): Promise<void>;
}
