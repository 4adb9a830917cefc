import type { ChatRef, Millis } from './case.js';
import type { Category, Intent, MessageType, Urgency } from './words.js';

/** A quoted message as it reaches the bot: WeChat hands it over as text (`「name：text」` / `- - -` / reply). */
export interface Quote {
  name: string;
  text: string;
}

/** One message that somebody sent, read whole. Text is normalised only in line ends; `reply` is what commands. */
export interface Incoming {
  /** The platform's message id. */
  id: string;
  chat: ChatRef;
  who: string;
  /** Room alias or nickname: shown, never trusted. */
  name: string;
  /** When it was sent, by the product's clock. */
  at: Millis;
  type: MessageType;
  /** Whole text as received; a location's address, a link's title; '' for other kinds. */
  text: string;
  /** The text without the quoted part. */
  reply: string;
  quote: Quote | null;
  /** Contact ids mentioned with @. */
  mentions: string[];
  mentionsBot: boolean;
  /** A recall: the id of the message that was taken back, when the platform says so. */
  recalls?: string;
  /** A voice message: how long it is, when known, and whether `reply` holds its words as a machine wrote them down. */
  voice?: { seconds: number | null; transcribed: boolean };
  location?: { latitude: number; longitude: number; name: string; address: string };
}

/** What the recogniser made of one message. `matter` is the id of the message that opened or first suggested it. */
export interface Decision {
  action: 'open' | 'suggest' | 'ignore';
  intent: Intent;
  category: Category | '';
  urgency: Urgency | '';
  sealed: boolean;
  matter: string | null;
  /** Probability that this line opens a case. */
  confidence: number;
  ask: boolean;
  /** Who settled it, where it was not the recogniser: the second reader's model. */
  settledBy?: string;
}
