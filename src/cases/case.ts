import type {
  Category,
  CaseState,
  DeclineReason,
  MessageType,
  PetitionKind,
  Rating,
  Role,
  Urgency,
} from './words.js';

/** Milliseconds since 1970, by the product's injected clock. */
export type Millis = number;

/** A chat that the bot can speak in: a room's id (holds `@`) or a contact's id (a private chat). */
export interface ChatRef {
  id: string;
  room: boolean;
}

/** Somebody as the case remembers them. `id` is the contact id of the account; the name proves nothing. */
export interface PersonRef {
  id: string;
  name: string;
}

/** An office held by a person: the role, and the place ('' = the county) it is held for. */
export interface Office {
  role: Role;
  place: string;
  /** Departments: the categories that are theirs. */
  categories?: Category[];
  /** Village offices: groups of households and landmarks that are theirs. */
  words?: string[];
}

/** Who acts, with the rights that the directory gave them at that moment. No offices = villager. */
export interface Actor extends PersonRef {
  offices: Office[];
  /** The directory's name for an official (昵称 never counts). */
  officialName?: string;
}

/** The system itself as an actor: closings by time, restarts. */
export const SYSTEM_ACTOR: Actor = { id: 'system', name: '系统', offices: [] };

/** Who has the case: a person or unit of the directory. */
export interface Handler {
  name: string;
  role: Role;
  place: string;
  contacts: string[];
}

/** A person or unit as far as it is told things (an Official and a Handler are one). */
export interface Keeper {
  name: string;
  contacts: string[];
}

/** Who is asked first, and by which rule of routing. Asked is not accepted. */
export interface Asked {
  /** As the configuration calls it: `三组`, `道路归交通局`. */
  rule: string;
  who: Handler;
}

/** Somebody with a part of their own in a case that another leads (协办). */
export interface CoHandler extends Handler {
  part: string;
  doneAt: Millis | null;
  done: string;
}

/** A picture, voice, place or further line that belongs to a case; `messageId` is the reference to fetch it by. */
export interface Material {
  messageId: string;
  type: MessageType;
  text: string;
  by: PersonRef;
  at: Millis;
  /** Sent in a group, where all have seen it; absent: in private, or not known. */
  shown?: true;
}

/** 督办: who ordered it, and what. */
export interface Supervision {
  by: string;
  at: Millis;
  note: string;
  /** `督办〔2026〕12号`; absent on what was ordered before there were numbers. */
  number?: string;
  /** The day that the orderer set ends then. */
  until?: Millis;
}

/** A card for being late. */
export interface CardGiven {
  card: 'yellow' | 'red';
  at: Millis;
  /** The deadline that was missed. */
  due: Millis;
}

/** A case as it stands: the fold of its events, kept beside them. */
export interface Case {
  /** `place#N`, or the code of a sealed case. Unique over the county. */
  id: string;
  place: string;
  /** From 1 per place, never reused; null for a sealed case. */
  number: number | null;
  kind: PetitionKind;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
  /** Of a sealed case alone: the village that it comes from, whose officials have no part in it. */
  origin?: string;
  state: CaseState;
  /** A few words for lists and receipts, cleaned and masked. */
  title: string;
  /** The villager's words, masked of nothing: personal data, never sent to a group. */
  text: string;
  petitioner: PersonRef;
  /** Set when somebody registered it for the petitioner: receipts mention the registrar. */
  registrar: PersonRef | null;
  /** Where the petition was raised; answers go there. */
  chat: ChatRef;
  /** The message that opened it. */
  messageId: string;
  /** When the villager wrote: the honest clock starts here. */
  openedAt: Millis;
  coPetitioners: PersonRef[];
  /** Those of them whose own case went into this one: they are answered by name, too. */
  alsoRaised: PersonRef[];
  handler: Handler | null;
  /** Who said nothing until it went back to the village, and may still take it up; null or absent: nobody. */
  returnedFrom?: Handler | null;
  /** Whom routing asks first; null: the village's own. */
  asked: Asked | null;
  /** 首接负责: who first received it, until somebody else does. */
  lead: Keeper | null;
  coHandlers: CoHandler[];
  /** 不予受理 that waits for a second official's word. */
  declining: { by: PersonRef; reason: DeclineReason; note: string; at: Millis } | null;
  /** When the first answer and the solution are due. */
  answerBy: Millis;
  resolveBy: Millis;
  /** Dates of the solution that 改类, or time waited for the villager, put others in place of; absent: none. */
  movedFrom?: Millis[];
  extendedOnce: boolean;
  /** Asked the villager something: the clock stands since then, until their word, at most until `until`. */
  waiting: { since: Millis; until: Millis; question: string } | null;
  /** How often it has waited so far. */
  waits: number;
  /** First substantive word of an official (件件有回音). */
  answeredAt: Millis | null;
  resolvedAt: Millis | null;
  closedAt: Millis | null;
  /** What was done, in the handler's words. */
  resolution: string;
  rating: Rating | null;
  ratedAt: Millis | null;
  supervised: Supervision | null;
  /** 黄牌 and 红牌 given so far, each for one deadline; absent: none. */
  cards?: CardGiven[];
  published: boolean;
  mergedInto: string | null;
  /** Hand-backs and transfers so far. */
  hops: number;
  materials: Material[];
  /** Bot messages about this case in its own chat so far; kept low (product.md, rule 2). */
  spoken: number;
  /** The recogniser that opened it, for later learning; null when opened by hand. */
  recognised: { model: string; confidence: number } | null;
  /** Number of events = version, for optimistic writes. */
  version: number;
  /** Hash of the last event. */
  head: string;
}
