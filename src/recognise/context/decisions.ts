import type { Decision } from '../../cases/message.js';
import type { Intent } from '../../cases/words.js';
import type { Reading } from '../scorer.js';
import { ASK, NEVER_IN_PUBLIC } from '../thresholds.js';
import type { Matter } from './matter.js';

/** A message that opens nothing. `reading` gives the confidence, rounded so that runs compare byte by byte. */
export function ignored(intent: Intent, matter: Matter | null, reading: Reading | null): Decision {
  const confidence = reading ? round(Math.max(reading.matter, reading.accusation) * (matter ? 0.3 : 1)) : 0;
  const sealed =
    matter?.sealed === true && (intent === 'followup' || intent === 'answer' || intent === 'feedback');
  const ask =
    reading !== null &&
    matter?.sealed !== true &&
    reading.accusation < NEVER_IN_PUBLIC &&
    reading.matter >= ASK;
  return {
    action: 'ignore',
    intent,
    category: '',
    urgency: '',
    sealed,
    matter: matter?.id ?? null,
    confidence,
    ask,
  };
}

export const round = (x: number): number => Math.round(x * 1000) / 1000;
