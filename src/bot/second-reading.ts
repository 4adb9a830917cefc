import { z } from 'zod';
import { memoKey } from '../cases/memo-keys.js';
import type { Decision } from '../cases/message.js';
import type { Memos } from '../cases/ports.js';
import type { RoomMessage, RoomReader } from '../recognise/api.js';
import { verdictSchema, type AskSecond } from '../recognise/second/question.js';
import { SecondRoom } from '../recognise/second/room.js';

export interface SecondReadingOptions {
  ask: AskSecond;
  /** The second reader's model, as cases keep it. */
  model: string;
  memos: Memos;
}

/** As long as the message stands in the recents. */
const KEEP_MS = 24 * 3_600_000;

const wordSchema = z
  .string()
  .transform((raw, at) => {
    try {
      return JSON.parse(raw) as unknown;
    } catch {
      at.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.object({ verdict: verdictSchema, matters: z.array(z.string()) }));
type Word = z.infer<typeof wordSchema>;

/**
 * Lets a second reader settle what the recogniser is unsure of. Its word is kept for a day (no text, only the decision),
 * so that a message that is handled again, or read again after a restart, means the same and is asked about once.
 */
export class SecondReading {
  constructor(private readonly options: SecondReadingOptions) {}

  /** The decision that counts, for a message just read in this room. */
  async settle(chatId: string, room: RoomReader, message: RoomMessage, local: Decision): Promise<Decision> {
    if (!(room instanceof SecondRoom) || !local.ask) return local;
    const word = (await this.known(chatId, message)) ?? (await this.asked(chatId, room, message, local));
    return word ? this.settled(room, message, local, word) : local;
  }

  /** The same while a room's context is rebuilt: nobody is asked. */
  async remember(chatId: string, room: RoomReader, message: RoomMessage, local: Decision): Promise<void> {
    if (!(room instanceof SecondRoom) || !local.ask) return;
    const word = await this.known(chatId, message);
    if (word) this.settled(room, message, local, word);
  }

  private settled(room: SecondRoom, message: RoomMessage, local: Decision, word: Word): Decision {
    const decision = room.settle(message, local, word.verdict, word.matters);
    return decision === local ? local : { ...decision, settledBy: this.options.model };
  }

  private async asked(
    chatId: string,
    room: SecondRoom,
    message: RoomMessage,
    local: Decision,
  ): Promise<Word | null> {
    const asked = room.ask(message, local);
    const verdict = asked && (await this.options.ask(asked.question));
    if (!asked || !verdict) return null;
    const word = { verdict, matters: asked.matters };
    await this.options.memos.set(memoKey.secondWord(chatId, message.id), JSON.stringify(word), KEEP_MS);
    return word;
  }

  private async known(chatId: string, message: RoomMessage): Promise<Word | null> {
    const raw = await this.options.memos.get(memoKey.secondWord(chatId, message.id));
    const word = wordSchema.safeParse(raw);
    return word.success ? word.data : null;
  }
}
