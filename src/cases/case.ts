import type { Category, CaseState, MessageType, PetitionKind, Rating, Role, Urgency } from './words.js';

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

/** A picture, voice, place or further line that belongs to a case; `messageId` is the reference to fetch it by. */
export interface Material {
  messageId: string;
  type: MessageType;
  text: string;
  by: PersonRef;
  at: Millis;
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
  handler: Handler | null;
  /** When the first answer and the solution are due. */
  answerBy: Millis;
  resolveBy: Millis;
  extendedOnce: boolean;
  /** First substantive word of an official (件件有回音). */
  answeredAt: Millis | null;
  resolvedAt: Millis | null;
  closedAt: Millis | null;
  /** What was done, in the handler's words. */
  resolution: string;
  rating: Rating | null;
  ratedAt: Millis | null;
  supervised: { by: string; at: Millis; note: string } | null;
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
