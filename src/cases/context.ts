import type { Actor, ChatRef, Keeper, Millis } from './case.js';
import type { DeadlineTable, TermRules } from './deadlines.js';
import type { CaseEvent } from './event.js';
import type { Category } from './words.js';

/** Who answers for the case's place: its own cadres, who should be asked first in front; the township's leaders. */
export interface Staff {
  keepers: Keeper[];
  leaders: Keeper[];
  /** Heads of the village itself. */
  heads?: Keeper[];
}

/** What a change needs of the world. Time and randomness are arguments: the domain is pure. */
export interface ChangeContext {
  by: Actor;
  /** The honest time of the cause: when the message was written. */
  now: Millis;
  /** The message that caused it; '' for the system. */
  messageId: string;
  /** Where the command was given. */
  chat: ChatRef;
  /** Fresh randomness for this event's digests. */
  salt: string;
  /** The place as people say it: `石门社区`. */
  placeName: string;
  /** Without it notices for cadres and leaders go to the work group. */
  staff?: Staff;
  /** When it will be read (after the quiet hours, or long after `now`): dates are told as of then. Default: `now`. */
  readAt?: Millis;
  /** How time is counted; default: by the plain clock. */
  rules?: TermRules;
  /** The terms of each category, where 改类 moves dates; default: the built-in ones. */
  terms?: DeadlineTable;
  /** Whether pictures are told, too (config: pictures). */
  pictures?: boolean;
  /** Categories whose matter is never named, beyond welfare and health (config: private). */
  discreet?: readonly Category[];
}

export interface ApplyContext extends ChangeContext {
  /** The case's whole history; read by 撤销 and 改类 alone, may be empty for all other actions. */
  history: CaseEvent[];
}

/** `now` is when the villager wrote: the honest clock starts there, also for what is registered later. */
export interface OpenContext extends ChangeContext {
  /** `caseId(place, number)`, or the code of a sealed case. */
  id: string;
  place: string;
  /** null for a sealed case. */
  number: number | null;
  /** The case's own chat, when the command was given in another one (a registration from the work group). */
  home?: ChatRef;
  /** From deadlines(). */
  due: { answerBy: Millis; resolveBy: Millis };
}

/** The id of a numbered case. */
export function caseId(place: string, number: number): string {
  return `${place}#${number}`;
}
