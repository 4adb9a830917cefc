import type { ChatRef, Millis } from '../cases/case.js';
import type { Incoming } from '../cases/message.js';
import type { Say } from '../cases/ports.js';

/** A message, and how long ago its id was heard (the store or the payload may have been away for long). */
export interface Arrived {
  message: Incoming;
  /** Infinity when an earlier run of the product heard it. */
  waitedMs: number;
}

/** What the account tells the rest of the bot. Handlers never throw into the stream: the account catches, logs and retries. */
export interface AccountHandlers {
  /**
   * The next messages of others in one chat, payloads read whole: at least one, and those that arrived while the ones
   * before were handled. Called in arrival order within a chat, chats side by side. Resolves with how many of them, from
   * the first, are handled: their ids are settled, the others come again; when it rejects, all come again, their chat
   * waiting.
   */
  messages(run: Arrived[]): Promise<number>;
  /** A message of the account itself, come back as an event: settles unknown sends. */
  own(message: Incoming): void;
  /** An id whose payload could not be read after all retries: counted and reported, not hidden. */
  unreadable(messageId: string, error: string): void;
  login(self: { id: string; name: string }): void;
  logout(reason: string): void;
  /** A QR code to scan, as the text that the code encodes; null when it is no longer wanted. */
  scan(qr: string | null): void;
  /** The stream is back after a gap: what was said in between may not have been received. */
  gap(from: Millis, to: Millis): void;
  roomJoin(event: { roomId: string; inviteeIds: string[]; inviterId: string; selfJoined: boolean }): void;
  roomLeave(event: { roomId: string; removedIds: string[]; selfLeft: boolean }): void;
  roomTopic(event: { roomId: string; topic: string; changerId: string }): void;
  /** A friend request with its greeting text: true accepts it. */
  friendship(event: { contactId: string; hello: string }): Promise<boolean>;
  /** An invitation to a group: true accepts it. */
  invitation(event: { inviterId: string; topic: string }): Promise<boolean>;
  /** The account is dead or banned, or the gateway away for long: to be told outside WeChat. */
  alarm(what: string): void;
}

export interface RoomInfo {
  id: string;
  topic: string;
  memberIds: string[];
}

/** Since the start; for metrics. */
export interface AccountCounts {
  /** Message ids off the stream, duplicates included. */
  heard: number;
  /** Messages whose handler has succeeded. */
  handled: number;
  own: number;
  /** Failed tries to read a payload, and messages given up. */
  retried: number;
  unreadable: number;
  /** Events that made no sense. */
  garbage: number;
  /** Connections, and gaps between them. */
  connections: number;
  gaps: number;
  sent: number;
  refused: number;
  unknown: number;
}

export interface Account {
  /** Starts supervising; returns at once, keeps trying while the gateway is down. */
  start(): void;
  /** Lets go of the stream without logging the account out; in-flight deliveries end first (at most `ms`). */
  stop(ms: number): Promise<void>;
  readonly self: { id: string; name: string } | null;
  readonly connected: boolean;
  /** Since when the stream has been away; null when connected. */
  readonly awaySince: Millis | null;
  readonly qr: string | null;
  readonly say: Say;
  readonly counts: Readonly<AccountCounts>;
  /** Messages heard and not yet handled. */
  readonly backlog: number;
  rooms(): Promise<RoomInfo[]>;
  room(id: string): Promise<RoomInfo | null>;
  /** Contact ids inside a room, asked from the gateway anew. */
  members(roomId: string): Promise<string[]>;
  contact(id: string): Promise<{ name: string; friend: boolean } | null>;
  /** A picture, voice or video by its message id, as bytes (at most `maxBytes`). */
  file(messageId: string, maxBytes: number): Promise<{ name: string; bytes: Buffer } | null>;
}

export type { ChatRef };
