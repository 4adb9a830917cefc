import type { Decision } from '../../cases/message.js';
import type { Intent } from '../../cases/words.js';
import type { Matter } from '../room/matter.js';

/** Rounded, so that runs compare byte by byte. */
export const round = (x: number): number => Math.round(x * 1000) / 1000;

/** What is known of a line beside its decision. */
export interface Doubt {
  /** Probability that the line begins a matter. */
  begins: number;
  /** Whether a second reader, were one configured, would be asked. */
  ask: boolean;
}

export const NO_DOUBT: Doubt = { begins: 0, ask: false };

/** A message that opens nothing; `matter`: the one it belongs to. */
export function ignored(intent: Intent, matter: Matter | null, doubt: Doubt = NO_DOUBT): Decision {
  const linked = intent === 'followup' || intent === 'answer' || intent === 'feedback';
  return {
    action: 'ignore',
    intent,
    category: '',
    urgency: '',
    sealed: matter?.sealed === true && linked,
    matter: matter?.id ?? null,
    confidence: round(doubt.begins),
    ask: doubt.ask && matter?.sealed !== true,
  };
}
