import type { Action, Opening } from './action.js';
import type { ChatRef, Millis, PersonRef } from './case.js';

/**
 * One thing that happened to a case; the list of them is its history and the case is their fold.
 * `hash` covers the event and the hash before it, personal fields by salted digest only, so that erasing a field
 * with its salt leaves the chain whole (design.md, "One way through").
 */
export interface CaseEvent {
  /** 1.. within the case. */
  seq: number;
  at: Millis;
  by: PersonRef;
  /** The platform message that caused it; '' for the system. */
  messageId: string;
  body: EventBody;
  /** Random, one per event; digests of personal fields are salted with it. */
  salt: string;
  /** Digest of each personal field, kept when the field itself is erased. */
  digests: Record<string, string>;
  /** Bot messages in the case's own chat that this event caused: their sum is the case's `spoken`. */
  spoke: number;
  hash: string;
}

export type EventBody =
  | ({
      type: 'open';
      id: string;
      place: string;
      number: number | null;
      chat: ChatRef;
      title: string;
      answerBy: Millis;
      resolveBy: Millis;
    } & Opening)
  | Exclude<Action, { type: 'undo' }>
  /** Takes the event with this seq out of the fold. */
  | { type: 'undone'; seq: number };
