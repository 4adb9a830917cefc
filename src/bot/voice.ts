import type { Logger } from 'pino';
import type { Incoming } from '../cases/message.js';
import type { Recents } from '../cases/ports.js';

/** The bytes of a message's file, at most so many; null: it cannot be had, or is larger. */
export type FetchFile = (
  messageId: string,
  maxBytes: number,
) => Promise<{ name: string; bytes: Buffer } | null>;

export interface VoiceOptions {
  /** The words of a voice; null: none, for whatever reason. */
  transcribe: (fetchVoice: () => ReturnType<FetchFile>) => Promise<string | null>;
  file: FetchFile;
  recents: Pick<Recents, 'find'>;
  maxSeconds: number;
  maxBytes: number;
  log: Logger;
}

/** The voice message with its words in `reply`, where they can be had; else the message as it is. */
export async function withWords(options: VoiceOptions, message: Incoming): Promise<Incoming> {
  const seconds = message.voice?.seconds ?? null;
  if (seconds !== null && seconds > options.maxSeconds) return message;
  // Handled before and not to the end: its words are known.
  const known = await options.recents.find(message.chat.id, message.id);
  if (known?.voice?.transcribed) return known;
  const words = await options.transcribe(() => options.file(message.id, options.maxBytes));
  if (words === null || words === '') return message;
  options.log.debug({ message: message.id, seconds }, 'a voice message was written down');
  return { ...message, text: words, reply: words, voice: { seconds, transcribed: true } };
}
