import type { Case, Millis } from './case.js';
import type { Erasure } from './erase.js';
import type { CaseEvent } from './event.js';

/** What is left behind of people beside their cases, and whose. */
export interface Traces {
  ids: string[];
  /** Cases that were theirs: what was said about them goes, too. */
  caseIds: string[];
  /** Corrections that were made on what they said (correctionId): no message's own id has to be kept for it. */
  corrections: string[];
}

/** How much was taken out where. */
export interface Forgot {
  outbox: number;
  recents: number;
  aside: number;
  corrections: number;
}

/** Taking people out of what is kept, on a running product. Doing any of it again changes nothing. */
export interface Privacy {
  /**
   * Writes a case without what `change` takes out of it, histories and links too; null: there was nothing. `run` counts it,
   * once, under the case's state.
   */
  rewrite(
    id: string,
    change: (c: Case, events: CaseEvent[]) => Erasure | null,
    run?: string,
  ): Promise<Erasure | null>;
  /** Cases of a place in whose history one of these texts stands between quotes, page by page. */
  mentioning(place: string, texts: string[]): AsyncIterable<{ ids: string[]; looked: number }>;
  /** Cases that ended in [from, to], the earliest first, with the moment; `next`: where to go on, null at the end. */
  endedBetween(place: string, from: Millis, to: Millis): Promise<{ ids: string[]; next: Millis | null }>;
  /** What a run counted in a place. */
  counted(place: string, run: string): Promise<Record<string, number>>;
  /** What was said about one sealed case, and is still to be said. At once: nothing may be noted of whose it is. */
  hush(sealedCase: string): Promise<void>;
  /** Everything beside the cases: what was said to them and about them, what they said lately, indexes, enrolments. */
  forget(traces: Traces): Promise<Forgot>;
  /** Contacts who asked to be forgotten, and when. */
  requests(): Promise<Record<string, Millis>>;
  request(contactId: string, at: Millis): Promise<void>;
  dropRequests(contactIds: string[]): Promise<void>;
}
