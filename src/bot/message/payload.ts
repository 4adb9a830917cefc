import { z } from 'zod';
import type { Incoming } from '../../cases/message.js';
import { issuePaths } from '../gateway/event.js';
import { GarbageError } from '../gateway/fault.js';
import { messageType, PUPPET_TYPE } from './kind.js';
import { normalLines, splitQuote } from './quote.js';
import { recalledId } from './recall.js';

const MAX_TEXT = 100_000;
const optional = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

const schema = z.object({
  talkerId: z.string().min(1).max(512),
  listenerId: optional,
  roomId: optional,
  text: optional.transform((text) => text.slice(0, MAX_TEXT)),
  filename: optional,
  mentionIdList: z.array(z.string()).nullish().transform((ids) => (ids ?? []).filter((id) => id !== '')),
  timestamp: z.number().catch(0),
  type: z.number().int().catch(PUPPET_TYPE.unknown),
}); // prettier-ignore

/** A message's payload, checked. Times are as the gateway gave them. */
export type Payload = z.infer<typeof schema>;

/** Throws GarbageError, which names the fields that are wrong. */
export function readPayload(raw: unknown): Payload {
  const read = schema.safeParse(raw);
  if (!read.success) throw new GarbageError(`message payload: ${issuePaths(read.error)}`);
  return read.data;
}

/** What belongs to some messages and is asked for beside the payload. */
export interface Extras {
  /** A link's title; undefined where there is none. */
  title?: string;
  location?: NonNullable<Incoming['location']>;
}

/** Text, quote and the rest that a payload says by itself. */
export function contentOf(
  payload: Payload,
  extras: Extras,
): Pick<Incoming, 'type' | 'text' | 'reply' | 'quote' | 'recalls' | 'voice' | 'location'> {
  const type = messageType(payload.type, payload.filename);
  const text = textOf(type, payload, extras);
  const recalls = type === 'recalled' ? recalledId(payload.text) : null;
  const seconds = type === 'audio' ? secondsOf(payload.text) : null;
  return {
    type,
    text,
    ...(type === 'text' ? splitQuote(text) : { reply: text, quote: null }),
    ...(recalls === null ? {} : { recalls }),
    ...(seconds === null ? {} : { voice: { seconds, transcribed: false } }),
    ...(extras.location ? { location: extras.location } : {}),
  };
}

/** WeChat's own XML of a voice gives its length in milliseconds; puppets hand it over as the text. */
function secondsOf(text: string): number | null {
  const ms = /<voicemsg[^>]{0,2000}?\bvoicelength="(\d{1,7})"/i.exec(text)?.[1];
  return ms === undefined ? null : Math.max(1, Math.round(Number(ms) / 1000));
}

function textOf(type: Incoming['type'], payload: Payload, extras: Extras): string {
  if (type === 'text') return payload.type === PUPPET_TYPE.text ? normalLines(payload.text) : '';
  if (type === 'location') return extras.location?.address || extras.location?.name || plain(payload.text);
  if (type !== 'link') return '';
  if (payload.type === PUPPET_TYPE.attachment) return payload.filename;
  return extras.title ?? '';
}

/** Text for people; not the XML or JSON that some puppets hand over. */
function plain(text: string): string {
  return /^\s*[<{[]/.test(text) ? '' : normalLines(text).trim();
}
