import { grpc } from 'wechaty-grpc';
import type { Say } from '../cases/ports.js';
import { AwayError, codeOf, faultLine } from './gateway/fault.js';
import type { PuppetClient } from './gateway/protocol.js';

export interface SayOptions {
  /** Exactly one call for one text; with a deadline of its own. */
  send: (chatId: string, text: string, mentions: string[]) => Promise<string | void>;
  /** Exactly one call for one file. */
  sendFile: (chatId: string, file: { name: string; bytes: Uint8Array }) => Promise<string>;
  /** The connection at this moment; throws AwayError without one. */
  client: () => PuppetClient;
  loggedOut: () => boolean;
  isFriend: (contactId: string) => Promise<boolean>;
  failed: (chatId: string, result: 'refused' | 'unknown', why: string) => void;
}

type Sent = Awaited<ReturnType<Say['text']>>;

/** What gRPC says when the call never left this machine, in its own words. */
const NEVER_LEFT =
  /^(?:No connection established|Channel closed before call started|Channel has been shut down)/;

/** The account's mouth: says how sure it is that a text left, and never says it twice. */
export function createSay(options: SayOptions): Say {
  const connected = (): boolean => !options.loggedOut() && isReady(options.client);
  const say = async (chatId: string, call: () => Promise<string | void>): Promise<Sent> =>
    connected() ? handOver(options, chatId, call) : fail(options, chatId, 'refused', 'not connected');
  return {
    connected,
    canWriteTo: (contactId) => options.isFriend(contactId),
    text: (chat, text, mentions) => say(chat.id, () => options.send(chat.id, text, mentions)),
    file: (chat, file) => say(chat.id, () => options.sendFile(chat.id, file)),
  };
}

/** One call and what is known of it. */
async function handOver(
  options: SayOptions,
  chatId: string,
  call: () => Promise<string | void>,
): Promise<Sent> {
  try {
    return { result: 'sent', messageId: (await call()) || null };
  } catch (error) {
    return fail(options, chatId, neverLeft(error) ? 'refused' : 'unknown', faultLine(error));
  }
}

function isReady(client: () => PuppetClient): boolean {
  try {
    return client().getChannel().getConnectivityState(false) === grpc.connectivityState.READY;
  } catch {
    return false;
  }
}

/** Refused at the gateway's door counts as never left; anything else may have been said. */
function neverLeft(error: unknown): boolean {
  if (error instanceof AwayError || codeOf(error) === grpc.status.UNAUTHENTICATED) return true;
  if (!(error instanceof Error)) return false;
  const details = 'details' in error && typeof error.details === 'string' ? error.details : error.message;
  return NEVER_LEFT.test(details);
}

function fail(options: SayOptions, chatId: string, result: 'refused' | 'unknown', why: string): Sent {
  options.failed(chatId, result, why);
  return { result, messageId: null };
}
