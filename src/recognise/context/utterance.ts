import type { RoomMessage } from '../api.js';
import type { Reading, Scorer } from '../scorer.js';
import { readSignals, type Signals } from '../signals.js';
import { cleanText, type CleanText } from '../text/clean.js';
import { saysMeToo } from '../text/me-too.js';
import { topicPairs } from '../text/features.js';
import { topicOf, type Topic } from './matter.js';

/** One text message, read for itself: what every later step of the decision works on. */
export interface Utterance {
  message: RoomMessage;
  /** Position in the room, counted from 1. */
  index: number;
  clean: CleanText;
  signals: Signals;
  topic: Topic;
  reading: Reading;
  /** Says that the speaker has the same. */
  meToo: boolean;
  /** Topic pairs of the quoted message. */
  quoted: ReadonlySet<number> | null;
}

export function utter(message: RoomMessage, index: number, scorer: Scorer): Utterance {
  const clean = cleanText(message.text);
  const signals = readSignals(clean.text);
  const quoted = clean.quote ? topicPairs(clean.quote.text) : null;
  return {
    message,
    index,
    clean,
    signals,
    topic: topicOf(signals),
    reading: scorer.read(clean, signals),
    meToo: signals.has('meToo') || saysMeToo(clean.text),
    quoted,
  };
}
