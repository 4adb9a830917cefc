import type { Clock } from '../cases/clock.js';
import type { Millis } from '../cases/case.js';
import type { MessageType, Role } from '../cases/words.js';

/**
 * The simulated village as others see it: `startVillage(options)` in village.ts makes one, `villageRoutes(village, clock)`
 * in routes.ts shows it in a browser. Tests and benchmarks drive the same object.
 */

/** Who lives in the county, as the directory has it (a `Directory` of src/cases fits as it is). */
export interface Census {
  county: string;
  groups: { topic: string | null; roomId?: string | null; kind: 'village' | 'work'; place: string }[];
  officials: { name: string; contacts: string[]; offices: { role: Role; place: string }[] }[];
}

export interface VillageOptions {
  clock: Clock;
  census: Census;
  /** Default: the eight or so built-in villagers, spread over the village groups. */
  villagers?: Villager[];
  /** Loopback port of the gateway; default: a free one. */
  port?: number;
  /** `<sni>_<anything>`; default `insecure_huiyin-village`. */
  token?: string;
  /** Default false: plain gRPC on the loopback. */
  tls?: boolean;
  /** Folder for village.json and the pictures, so that a restart still shows the chat; default: memory only. */
  folder?: string;
  /** Messages kept in memory, over all chats; default 5,000. */
  historyLimit?: number;
}

/** A villager; `village` is the index of a village group in the census (taken modulo their number). */
export interface Villager {
  id: string;
  name: string;
  village: number;
  /** One line for the page: who this is. */
  about: string;
  /** A stranger to the bot: private messages are friend requests until the bot accepts. */
  stranger?: boolean;
}

export interface VillagePerson {
  id: string;
  name: string;
  about: string;
  offices: { role: Role; place: string }[];
}

export interface VillageRoom {
  /** Holds `@`. */
  id: string;
  topic: string;
  kind: 'village' | 'work';
  place: string;
  members: string[];
}

export interface Place {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}

/** One message to post: to a `room`, or `to: 'bot'` privately. */
export interface Post {
  from: string;
  room?: string;
  to?: 'bot';
  /** Default text. */
  type?: Exclude<MessageType, 'recalled'>;
  /** Text; a link's title. At most 20,000 characters from the page; tests may send more. */
  text?: string;
  /** Contact ids; `@name` + U+2005 is put before the text when it is not in it. */
  mentions?: string[];
  /** Id of a message of the same chat. */
  quote?: string;
  /** Pictures, voice, video. */
  file?: { name: string; bytes: Buffer };
  /** Voice: how long, in seconds. */
  seconds?: number;
  place?: Place;
}

/** Something that stands in a chat. */
export interface ChatLine {
  id: string;
  /** Rises by one over the whole village. */
  seq: number;
  /** Room id, or the person's id for their private chat with the bot. */
  chat: string;
  room: boolean;
  from: string;
  at: Millis;
  type: MessageType;
  /** As it goes over the wire, quote included. */
  text: string;
  mentions: string[];
  /** Set while `text` begins with a quote: the quoted line and what was written under it. */
  quoted?: { id: string; name: string; text: string; reply: string };
  file?: { name: string; size: number };
  seconds?: number;
  place?: Place;
  recalled?: boolean;
}

/** A message of the bot. `to` is a room id or a contact id. */
export interface BotMessage {
  id: string;
  to: string;
  text: string;
  mentionIds: string[];
  at: Millis;
}

/** Faults that tests switch on; each stays until set back. */
export interface Faults {
  /** Answering a message payload takes so long. */
  payloadDelayMs: number;
  /** Called when a payload is asked for; a returned text makes that call fail with it. `attempt` counts from 1 per id. */
  payloadError: ((messageId: string, attempt: number) => string | null) | null;
  /** The same for a picture's or voice's bytes. */
  fileError: ((messageId: string, attempt: number) => string | null) | null;
  /** Every send is refused with this text, nothing is posted. */
  sendRefused: string | null;
  /** How many sends were refused so. */
  refusals: number;
  /** The message is posted, but the call fails with this text (outcome unknown to the caller). */
  sendAnswerLost: string | null;
  /** Answering a send takes so long (the message is posted at once). */
  sendDelayMs: number;
  /** Our own messages come back as events after so long; -1: never. */
  echoDelayMs: number;
}

export type VillageEvent =
  | { type: 'line'; line: ChatLine }
  | { type: 'recall'; line: ChatLine }
  | { type: 'rooms' }
  | { type: 'bot'; connected: boolean }
  /** The village ends: open streams of the page let go. */
  | { type: 'stop' };

export interface Village {
  readonly county: string;
  readonly bot: { id: string; name: string };
  /** `127.0.0.1:<port>`; stays the same over restarts of the gateway. */
  readonly endpoint: string;
  readonly token: string;
  readonly tls: boolean;
  /** The gateway in wechaty-puppet-service's own environment variables, ready for the bot's configuration. */
  readonly env: Record<string, string>;
  readonly people: readonly VillagePerson[];
  readonly rooms: readonly VillageRoom[];
  readonly faults: Faults;
  /** True while a client listens to the gateway's stream. */
  readonly botConnected: boolean;

  /** Posts and returns the message id. Throws with one clear line when the post makes no sense (not a member, unknown id). */
  post(post: Post): string;
  /** Takes back an own message. Throws after two minutes of village time or when it is somebody else's. */
  recall(from: string, messageId: string): void;
  /** Tells the gateway's client of this message again. */
  duplicate(messageId: string): void;
  /** The bot's messages so far, oldest first (those not yet dropped by `historyLimit`). */
  sent(): BotMessage[];
  /** The first message of the bot, sent or yet to come, that the predicate accepts; `after`: only those behind this id. Rejects after `ms` (default 10,000) with what was said instead. */
  waitFor(predicate: (message: BotMessage) => boolean, ms?: number, after?: string): Promise<BotMessage>;
  /** The lines of a chat, oldest first, at most `limit` before `beforeSeq`. */
  lines(chat: string, limit?: number, beforeSeq?: number): ChatLine[];
  line(messageId: string): ChatLine | null;
  /** Bytes of a picture or voice. */
  file(messageId: string): Promise<{ name: string; bytes: Buffer } | null>;
  /** Calls `listener` for everything that happens; returns what ends it. */
  listen(listener: (event: VillageEvent) => void): () => void;

  addPerson(person: { id: string; name: string; about?: string; stranger?: boolean }): void;
  /** A new room with the bot inside; its client hears that it joined. `withBot: false`: without. */
  addRoom(room: { id: string; topic: string; members: string[]; withBot?: boolean }): void;
  join(roomId: string, personIds: string[], inviterId: string): void;
  leave(roomId: string, personIds: string[]): void;
  rename(roomId: string, topic: string, changerId: string): void;
  /** The name a person carries in one room (群昵称). */
  setAlias(roomId: string, personId: string, alias: string): void;
  /** A friend request with its greeting; returns its id. Accepting it makes the person a friend. */
  befriend(from: string, hello: string): string;
  setFriend(personId: string, friend: boolean): void;
  isFriend(personId: string): boolean;
  /** Invites the bot to a room it is not in; accepting makes it a member. */
  invite(from: string, roomId: string): void;
  /** The account is logged out on the phone; the client sees a code to scan until `logIn`. */
  logOut(reason: string): Promise<void>;
  logIn(): void;

  stopGateway(): Promise<void>;
  startGateway(): Promise<void>;
  /** The gateway is away for `ms` of real time, then back on the same port. */
  outage(ms: number): Promise<void>;
  /** Ends gateway and puppet, writes what is to be kept. */
  stop(): Promise<void>;
}

/** The product's clock as the page may turn it. */
export interface ClockControl {
  now(): Millis;
  /** Lets the product's time run ahead; resolves when deadlines, digests and closings due by then have been started. */
  advance(ms: number): void | Promise<void>;
}
