import type { PetitionKind } from '../../cases/words.js';
import type { Finding, Signals } from '../signals.js';

/** What kind of petition a text would be, and what its form adds to the odds. */
export interface KindReading {
  kind: PetitionKind;
  gain: number;
}

/** A proposal for the village: says so, or wishes for something and ends like a wish. */
const SUGGESTION_GAIN = 1.8;
/** A question about how things are done, next to a policy or paper: the frame itself carries the weight. */
const CONSULTATION_GAIN = 0.4;

/** Consultation and help are told by their findings, suggestions by their form. */
export function kindOf(signals: Signals, best: Finding | undefined): KindReading {
  if (isSuggestion(signals, best)) return { kind: 'suggestion', gain: best ? SUGGESTION_GAIN : 0 };
  if (best?.meaning.kind === 'consultation') return { kind: 'consultation', gain: CONSULTATION_GAIN };
  if (best) return { kind: best.meaning.kind, gain: 0 };
  return { kind: 'petition', gain: 0 };
}

function isSuggestion(signals: Signals, best: Finding | undefined): boolean {
  if (best?.meaning.kind === 'suggestion') return true;
  if (best?.meaning.kind === 'consultation') return false;
  const wish = signals.has('suggest') && signals.has('suggestEnd');
  if (best?.meaning.urgency === 'emergency') return wish && !signals.has('harm');
  return wish || (signals.has('suggest') && /建议|提议|意见/.test(signals.text));
}
