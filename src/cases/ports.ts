import type { AuditFault } from './audit.js';
import type { Case, ChatRef, Millis } from './case.js';
import type { Correction } from './correction.js';
import type { CaseEvent } from './event.js';
import type { Family, FamilyRecord } from './family.js';
import type { Decision, Incoming } from './message.js';
import type { OutboxRow } from './outcome.js';
import type { Command } from './command.js';

export type { Batch, Ladders, Mailboxes, Orders } from './ports-ladder.js';

/**
 * What the workers need of the world. Implementations: src/store (Redis) and src/bot (the account).
 * Everything that can be done twice after a crash is made so that the second time changes nothing.
 */

/** One atomic change in one place's slot. All cases in it belong to `place`. */
export interface Change {
  place: string;
  /** Id of what caused it (message id, `close:<case>:<version>` …): the same id is applied once, for ever within 30 days. */
  opId: string;
  /** For new cases: the number counter as it was read; another writer in between makes it a conflict. */
  expectCounter: number | null;
  cases: { case: Case; expectVersion: number; events: CaseEvent[] }[];
  rows: OutboxRow[];
  /** Message id → case id, for later quotes, recalls and matters. */
  links: Record<string, string>;
}
export type SaveResult = 'saved' | 'already' | 'conflict';

export interface CaseStore {
  save(change: Change): Promise<SaveResult>;
  /** Whether this operation was applied already (asked first, so that a second run after a crash refuses nothing). */
  applied(place: string, opId: string): Promise<boolean>;
  /** Rows of an applied operation that are not yet known to the sender (crash between save and enqueue). */
  rowsOf(place: string, opId: string): Promise<OutboxRow[]>;
  counter(place: string): Promise<number>;
  /** @throws SealedLostError for a sealed case whose key is not here */
  load(id: string): Promise<Case | null>;
  byNumber(place: string, number: number): Promise<Case | null>;
  history(id: string): Promise<CaseEvent[]>;
  caseOfMessage(place: string, messageId: string): Promise<string | null>;
  /** Cases not in a final state, oldest first. */
  open(place: string): Promise<Case[]>;
  /** Cases that something happened to in [from, to), for digests: opened, answered, rated or closed then. */
  touched(place: string, from: Millis, to: Millis): Promise<Case[]>;
  /** Both of these, each case once, in one reading. */
  openOrTouched(place: string, from: Millis, to: Millis): Promise<Case[]>;
  /** What can be said of a sealed history without its key: how many events, and the first that is not as it was written. */
  outside(id: string): Promise<{ events: number; fault: AuditFault | null }>;
  /** 密封: takes a case out of its village, at this version, until `gone`; 'conflict': it has moved on. */
  leave(c: Case): Promise<'left' | 'conflict'>;
  /** A case that has left its village and may not have arrived with the inspectors yet. */
  leaving(id: string): Promise<{ case: Case; events: CaseEvent[] } | null>;
  /** It has arrived: nothing of it stays in its village. */
  gone(id: string): Promise<void>;
  /** Open sealed cases whose key is not here. */
  sealedLost(): Promise<number>;
  /** Ids of open cases that this contact handles, over all places. */
  handledBy(contactId: string): Promise<string[]>;
  /** Ids of cases that this contact raised or joined, newest first, at most 50. */
  raisedBy(contactId: string): Promise<string[]>;
  sealedOpen(): Promise<Case[]>;
  /** Cases of this place under 督办, also those that ended since, in the order of the orders. */
  watched(place: string): Promise<Case[]>;
  /** All places that ever held a case. */
  places(): Promise<string[]>;
  /** Every case that a place (or the sealed slot) ever held, page by page. */
  ids(place: string): AsyncIterable<string>;
  /** Resolved cases whose `resolvedAt` is before `t`, over one place (for closing unrated ones). */
  resolvedBefore(place: string, t: Millis): Promise<Case[]>;
  /** Cases whose clock waits for the villager, and should not any more at `t`, over one place (or the sealed slot). */
  waitedOut(place: string, t: Millis): Promise<Case[]>;
}

/** What the bot hands to the workers for one message, durable and in room order. */
export interface IntakeItem {
  account: string;
  message: Incoming;
  /** null where recognition does not apply (commands, private enrolment). */
  decision: Decision | null;
  command: Command | null;
  /** Set when the text was a command with a wrong form: what would have been right (key of messages). */
  malformed: string | null;
}

/** Per-chat durable queues of intake items; jobs only wake their consumer. */
export interface IntakeQueue {
  /**
   * Puts messages of one chat into its queue, in their order and in one step, and takes them from the inbox; how many
   * of them are new.
   */
  push(items: IntakeItem[]): Promise<number>;
  /** Up to `n` items at the head, not removed. */
  peek(chatId: string, n: number): Promise<IntakeItem[]>;
  /** Removes the head once done; `messageId` guards against removing another. */
  done(chatId: string, messageId: string): Promise<void>;
  /** Moves a head that failed again and again aside, with its error, for the operator. */
  setAside(chatId: string, messageId: string, error: string): Promise<void>;
  /** Chats with items waiting. */
  waiting(): Promise<string[]>;
  /** One consumer at a time: true when the lease is ours for `ms`. */
  lease(chatId: string, token: string, ms: number): Promise<boolean>;
  release(chatId: string, token: string): Promise<void>;
}

export type RowState = 'pending' | 'sending' | 'sent' | 'unknown' | 'dropped';

export interface Outbox {
  load(place: string, rowId: string): Promise<{ row: OutboxRow; state: RowState; at: Millis } | null>;
  /** pending → sending, for all of these at once; returns those that were ours to claim. */
  claim(place: string, rowIds: string[], now: Millis): Promise<string[]>;
  settle(place: string, rowIds: string[], state: RowState, now: Millis): Promise<void>;
  /** Rows pending or left in `sending`, over one place. */
  unsettled(place: string): Promise<{ row: OutboxRow; state: RowState; at: Millis }[]>;
  /** Adds rows that no case change caused (digests, gap notices, enrolment answers), once per row id. */
  add(rows: OutboxRow[]): Promise<OutboxRow[]>;
  places(): Promise<string[]>;
}

/** The account's mouth. Resolves with the message id if the platform gave one. */
export interface Say {
  /**
   * Hands one text to the gateway, within `timeoutMs`.
   * 'sent': accepted by the gateway. 'refused': certainly never left (not connected), may be tried again.
   * 'unknown': no answer or an error after it left; never repeat.
   */
  text(
    chat: ChatRef,
    text: string,
    mentions: string[],
  ): Promise<{ result: 'sent' | 'refused' | 'unknown'; messageId: string | null }>;
  /** The same for a file, handed over once in one call. */
  file(
    chat: ChatRef,
    file: { name: string; bytes: Uint8Array },
  ): Promise<{ result: 'sent' | 'refused' | 'unknown'; messageId: string | null }>;
  /** Whether this contact can be written to privately (is a friend of the account). */
  canWriteTo(contactId: string): Promise<boolean>;
  connected(): boolean;
}

/** Ids as they arrive from the gateway, before anything is known about them. Per account. */
export interface Inbox {
  /** Persists ids in arrival order; returns those never seen in 7 days (a duplicate or replay is not returned). */
  accept(ids: string[]): Promise<string[]>;
  /** Accepted and not settled, in order of arrival: what a crash left behind. */
  pending(): Promise<string[]>;
  /** The message has its outcome (decided, queued, or chatter). */
  settle(id: string): Promise<void>;
}

/** The last 24 hours of a chat for fragments, quotes and restarts; then gone (product.md, rule 1). */
export interface Recents {
  /** Messages of one chat; `hidden`: ids of those that speak of an accusation and are kept sealed. */
  remember(messages: Incoming[], hidden?: ReadonlySet<string>): Promise<void>;
  /** Seals these messages where they stand: they turned out to speak of an accusation. */
  veil(chatId: string, messageIds: string[]): Promise<void>;
  /** Oldest first, at most `n`, none older than 24 hours before `now`. */
  recall(chatId: string, n: number, now: Millis): Promise<Incoming[]>;
  find(chatId: string, messageId: string): Promise<Incoming | null>;
  forget(chatId: string, messageId: string): Promise<void>;
  /** Drops what is older than 24 hours before `now` in every chat; returns how many. */
  sweep(now: Millis): Promise<number>;
}

export type Redeemed =
  { result: 'ok'; official: string } | { result: 'wrong'; left: number } | { result: 'locked' };

/** What the directory learns at run time: rooms bound to topics, people enrolled by code, silenced groups. */
export interface DirectoryStore {
  /** Group key → room id. */
  bindings(): Promise<Record<string, string>>;
  /** Binds once: false when the key is bound already, or the room to another key. */
  bind(groupKey: string, roomId: string): Promise<boolean>;
  /** Contact id → official key. */
  enrolments(): Promise<Record<string, string>>;
  enrol(contactId: string, officialKey: string): Promise<void>;
  /** A one-time code of six digits for this official, kept hashed, valid until `expiresAt`. */
  putCode(code: string, officialKey: string, expiresAt: Millis): Promise<void>;
  /** Uses a code up and enrols; five wrong ones lock the contact for a day. */
  redeem(code: string, contactId: string, now: Millis): Promise<Redeemed>;
  silenced(): Promise<string[]>;
  setSilenced(roomId: string, silent: boolean): Promise<void>;
  /** True the first time this is told (unregistered rooms, doubled topics: the admins hear of it once). */
  tellOnce(key: string): Promise<boolean>;
  /** Raised by every change above, over all processes: rebuild the directory. */
  version(): Promise<number>;
}

/** Small short-lived notes: an official's last action (撤销), an open one-line question, a chat's list of suggestions. */
export interface Memos {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** The same for what speaks of accusations: sealed, under a name of its own. Null too when its key is not here. */
  hide(key: string, value: string, ttlMs: number): Promise<void>;
  reveal(key: string): Promise<string | null>;
}

/** What cadres said of the recogniser's decisions, masked: labelled data of this county, kept for the set period. */
export interface Corrections {
  /** One entry a message: a later word takes the place of the earlier one. */
  put(correction: Correction): Promise<void>;
  get(id: string): Promise<Correction | null>;
  /** Oldest first, page by page. */
  all(): AsyncIterable<Correction>;
  /** Takes out entries by id (correctionId of a message). Returns how many there were. */
  drop(ids: string[]): Promise<number>;
  /** Takes out what belongs to these cases: when a person is erased, or a correction was undone. */
  dropCases(caseIds: string[]): Promise<number>;
  /** Drops what is older than `t`; returns how many. */
  sweep(t: Millis): Promise<number>;
}

/** Cases of several villages that are offered, or handled, as one. */
export interface Families {
  /** A new one with the township's next number; null when one of its cases stands in a family already. */
  offer(record: FamilyRecord): Promise<Family | null>;
  load(township: string, number: number): Promise<Family | null>;
  /** Writes that it is handled as one; a case of another family stays there. */
  join(family: Family): Promise<void>;
  /** The family of a case, offered or joined. */
  of(township: string, caseId: string): Promise<Family | null>;
  /** Those of a township. */
  all(township: string): Promise<Family[]>;
}
