import type { RoomMessage } from '../api.js';
import { nickname, type Nickname } from './names.js';
import type { Reading, TextModel } from '../learn/text-model.js';
import { cleanText, type CleanText } from '../text/clean.js';
import { namedPlaces, numberedPlaces } from '../text/features.js';
import { saysMeToo } from '../text/me-too.js';
import { characterPairs, NO_PAIRS, soundPairs, type PairList } from '../text/pairs.js';

/** One message, read for itself: what every later step of the decision works on. */
export interface Line {
  message: RoomMessage;
  /** Position in the room, counted from 1. */
  index: number;
  clean: CleanText;
  /** null: no words (a picture, a voice message). */
  reading: Reading | null;
  /** The reading of the line together with what the same person wrote just before; null: nothing was. */
  joined: Reading | null;
  /** The joined text, '' without one. */
  joinedText: string;
  pairs: PairList;
  sounds: PairList;
  numbered: ReadonlySet<string>;
  named: ReadonlySet<string>;
  nick: Nickname;
  /** Says that the speaker has the same. */
  meToo: boolean;
}

const WORDLESS: CleanText = { text: '', mentions: [], faces: [], quote: null };
const NOWHERE: ReadonlySet<string> = new Set();
/** Only texts with one of these can name a numbered place. */
const NUMBER = /[一二三四五六七八九十\d]/;

/** What reading a line takes: the text model, and how rare pairs of characters are. */
export interface LineModel {
  text: TextModel;
  rarity: Float32Array;
}

export function readLine(message: RoomMessage, index: number, model: LineModel, before: string[]): Line {
  const worded = message.type === 'text';
  const clean = worded ? cleanText(message.text) : WORDLESS;
  const joinedText = before.length > 0 && worded ? [...before, clean.text].join(' ') : '';
  return {
    message,
    index,
    clean,
    reading: worded ? model.text.read(clean, message.speaker) : null,
    joined: joinedText === '' ? null : model.text.read({ ...clean, text: joinedText }, message.speaker),
    joinedText,
    pairs: worded ? characterPairs(clean.text, model.rarity) : NO_PAIRS,
    sounds: worded ? soundPairs(clean.text) : NO_PAIRS,
    numbered: NUMBER.test(clean.text) ? numberedPlaces(clean.text) : NOWHERE,
    named: worded ? namedPlaces(clean.text) : NOWHERE,
    nick: nickname(message.name),
    meToo: worded && saysMeToo(clean.text),
  };
}
