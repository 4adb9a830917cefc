import type { Decision } from '../cases/message.js';
import type { Category, MessageType, Rating, Speaker } from '../cases/words.js';

/** One message as the recogniser sees it: no names of places or people beyond what stands here. */
export interface RoomMessage {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  who: string;
  name: string;
  speaker: Speaker;
  type: MessageType;
  text: string;
}

/** A matter that is still open in this room, known from the case store (after a restart). */
export interface OpenMatter {
  /** Id of the message that opened it. */
  id: string;
  who: string;
  at: number;
  text: string;
  category: Category;
  sealed: boolean;
  resolved: boolean;
}

/** Reads one room's messages in order; bounded memory; pure and synchronous. */
export interface RoomReader {
  read(message: RoomMessage): Decision;
  /** What the case store knows better: matters opened by hand, resolved, closed. */
  open(matter: OpenMatter): void;
  resolve(matter: string): void;
  close(matter: string): void;
}

export interface Recogniser {
  readonly version: string;
  room(open: OpenMatter[]): RoomReader;
}

/** How far an official's plain answer goes; null: an answer of no substance. */
export type AnswerStage = 'accept' | 'progress' | 'resolve' | null;

export type { Rating };
