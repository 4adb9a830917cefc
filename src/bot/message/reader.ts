import type { Clock } from '../../cases/clock.js';
import type { Incoming } from '../../cases/message.js';
import { extrasOf } from './extras.js';
import type { ExtrasSource } from './extras.js';
import { mentionedIn } from './mentions.js';
import { messageAt } from './message-time.js';
import type { Names } from './names.js';
import type { Payload } from './payload.js';
import { contentOf, readPayload } from './payload.js';

export interface ReaderSource extends ExtrasSource {
  messageRawPayload(id: string): Promise<unknown>;
}

export interface ReaderOptions {
  source: ReaderSource;
  names: Names;
  clock: Clock;
  /** The account's own id, when known. */
  selfId: () => string | null;
  /** A private message names two people; one of them is the account. */
  pair: (talkerId: string, listenerId: string) => void;
}

/** A message read whole, and whether the account itself sent it. */
export interface ReadMessage {
  message: Incoming;
  own: boolean;
}

/** Fetches and reads one message. Rejects with the gateway's or the connection's error, or with GarbageError. */
export async function readMessage(options: ReaderOptions, id: string): Promise<ReadMessage> {
  const payload = readPayload(await options.source.messageRawPayload(id));
  if (payload.roomId === '' && payload.listenerId !== '') options.pair(payload.talkerId, payload.listenerId);
  const own = payload.talkerId === options.selfId();
  const roomId = payload.roomId || null;
  const [extras, name] = await Promise.all([
    extrasOf(options.source, id, payload),
    own ? '' : options.names.of(roomId, payload.talkerId),
  ]);
  const content = contentOf(payload, extras);
  const message: Incoming = {
    id,
    chat: chatOf(payload, own),
    who: payload.talkerId,
    name,
    at: messageAt(payload.timestamp, options.clock.now(), Date.now()),
    ...content,
    ...(await mentionsOf(options, payload, content.reply)),
  };
  return { message, own };
}

function chatOf(payload: Payload, own: boolean): Incoming['chat'] {
  if (payload.roomId !== '') return { id: payload.roomId, room: true };
  return { id: own && payload.listenerId !== '' ? payload.listenerId : payload.talkerId, room: false };
}

/** By id where the gateway gives ids; else by the names in the text, of the account and of those seen in the room. */
async function mentionsOf(
  options: ReaderOptions,
  payload: Payload,
  reply: string,
): Promise<Pick<Incoming, 'mentions' | 'mentionsBot'>> {
  const self = options.selfId();
  const byId = payload.mentionIdList;
  if (payload.roomId === '' || !/[@＠]/.test(reply)) {
    return { mentions: byId, mentionsBot: self !== null && byId.includes(self) };
  }
  const us = self === null ? [] : [{ id: self, names: await options.names.all(payload.roomId, self) }];
  const seen = byId.length > 0 ? [] : options.names.seenIn(payload.roomId);
  const byName = mentionedIn(reply, [...us, ...seen]);
  const mentions = [...new Set([...byId, ...byName])];
  return { mentions, mentionsBot: self !== null && mentions.includes(self) };
}
