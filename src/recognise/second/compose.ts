import type { Decision } from '../../cases/message.js';
import type { MessageType } from '../../cases/words.js';
import type { RoomMessage } from '../api.js';
import type { Book } from './book.js';
import type { Asked } from './question.js';
import { StandIns, type Person } from './stand-ins.js';
import { staysHere } from './unsent.js';

/** A line of the room, with what was made of it. */
export interface KeptLine {
  message: RoomMessage;
  decision: Decision;
  /** Said right after an accusation of the same person. */
  hushed: boolean;
}

/** Lines that a room keeps for questions. */
export const CONTEXT_LINES = 14;
const BEFORE = 10;
const BEFORE_MS = 6 * 3_600_000;
const BEFORE_CHARS = 120;
const LINE_CHARS = 600;
const MATTERS = 12;
const MATTER_CHARS = 80;

const SHOWN: Partial<Record<MessageType, string>> = {
  image: '[图片]', audio: '[语音]', video: '[视频]', location: '[位置]', link: '[链接]', sticker: '[表情]',
}; // prettier-ignore

/** A quote reaches the bot as `「name：text」`, a line of dashes, the reply. */
const QUOTE = /^\s*「([^「」:：\n]{0,40})[:：]([\s\S]{0,4000}?)」\s*\n[ \t]*(?:- ?){3,}[^\n]*\n?/u;

/** What a room knows around a line. */
export interface Surroundings {
  lines: readonly KeptLine[];
  book: Book;
  people: readonly Person[];
  /** Names that stand for an official wherever they are said. */
  officials: readonly string[];
  /** Texts that go to nobody. */
  hidden: (text: string) => boolean;
}

/** The question about one line: it, a few lines before it, and the matters that it may belong to; all masked. */
export function composed(asked: KeptLine, { lines, book, people, officials, hidden }: Surroundings): Asked {
  const { message } = asked;
  const masks = new StandIns(people, officials);
  const byId = new Map(people.map((person) => [person.id, person]));
  const minutes = (at: number): number => Math.max(0, Math.round((message.at - at) / 60_000));
  const who = (id: string): string => masks.who(byId.get(id) ?? { id, name: '', speaker: 'villager' });
  const before = lines
    .filter((line) => line !== asked && maySend(line, message.at) && !hidden(line.message.text))
    .slice(-BEFORE)
    .map(({ message: one }) => ({ who: who(one.who), minutes: minutes(one.at), text: words(masks, one) }));
  const matters = book.latest(MATTERS, message.id).filter((one) => !hidden(one.text));
  const quoted = QUOTE.exec(message.text);
  const quotes =
    quoted && !staysHere({ ...asked.decision, ask: false }, quoted[0]) ? (quoted[2] ?? '') : null;
  return {
    matters: matters.map(({ id }) => id),
    question: {
      before,
      line: {
        who: who(message.who),
        speaker: message.speaker,
        text: masks.text(quoted ? message.text.slice(quoted[0].length) : message.text, LINE_CHARS),
        quotes: quotes === null ? null : masks.text(quotes, BEFORE_CHARS),
      },
      matters: matters.map((one) => ({
        who: who(one.who),
        minutes: minutes(one.at),
        text: masks.text(withoutQuote(one.text), MATTER_CHARS),
        category: one.category,
        state: one.state,
      })),
    },
  };
}

function maySend({ message, decision, hushed }: KeptLine, at: number): boolean {
  if (hushed || at - message.at > BEFORE_MS || message.type === 'recalled') return false;
  return !staysHere(decision, message.text) && (message.type !== 'text' || message.text.trim() !== '');
}

function words(masks: StandIns, { type, text }: RoomMessage): string {
  return SHOWN[type] ?? masks.text(withoutQuote(text), BEFORE_CHARS);
}

const withoutQuote = (text: string): string => text.replace(QUOTE, '');
