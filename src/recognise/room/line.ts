import type { RoomMessage } from '../api.js';
import { nickname, type Nickname } from './names.js';
import type { Reading, TextModel } from '../learn/text-model.js';
import { cleanText, type CleanText } from '../text/clean.js';
import { namedPlaces, numberedPlaces } from '../text/features.js';
import { saysMeToo } from '../text/me-too.js';
import { raisedOutright } from '../text/commands.js';
import { characterPairs, NO_PAIRS, soundPairs, type PairList, type PairMemory } from '../text/pairs.js';

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
  pairs: PairList;
  sounds: PairList;
  numbered: ReadonlySet<string>;
  named: ReadonlySet<string>;
  nick: Nickname;
  /** What was said, for comparing with others; made when asked for. */
  memory: PairMemory | null;
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

/** @param before readings of what the same person wrote just before, oldest first */
export function readLine(message: RoomMessage, index: number, model: LineModel, before: Reading[]): Line {
  const worded = message.type === 'text';
  const clean = worded ? cleanText(message.text) : WORDLESS;
  const reading = worded ? model.text.read(clean, message.speaker, raisedOutright(clean.text)) : null;
  return {
    message,
    index,
    clean,
    reading,
    joined: reading && before.length > 0 ? model.text.together([...before, reading]) : null,
    pairs: worded ? characterPairs(clean.text, model.rarity) : NO_PAIRS,
    sounds: worded ? soundPairs(clean.text) : NO_PAIRS,
    numbered: NUMBER.test(clean.text) ? numberedPlaces(clean.text) : NOWHERE,
    named: worded ? namedPlaces(clean.text) : NOWHERE,
    memory: null,
    nick: nickname(message.name),
    meToo: worded && saysMeToo(clean.text),
  };
}
