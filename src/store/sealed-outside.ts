import type { AuditFault } from '../cases/audit.js';
import { outsideOfEvent, outsideOfState } from './sealed-text.js';
import { envelopeOf, type Vault } from './vault.js';

/**
 * Walks a sealed history without its key: every envelope is as it was written, in its order, none is missing, and the
 * state is of the last one. What the envelopes hold, only the key can tell.
 */
export function walkOutside(state: string | null, events: readonly string[]): AuditFault | null {
  const outer = events.map(outsideOfEvent);
  const wrong = outer.findIndex((one, i) => one === null || !one.whole || one.seq !== i + 1);
  if (wrong >= 0) return { what: 'event', seq: wrong + 1 };
  const stands = state === null ? null : outsideOfState(state);
  if (stands === null) return { what: 'state' };
  if (stands.version > events.length) return { what: 'end', seq: events.length + 1 };
  return stands.head === (outer.at(-1)?.hash ?? '') ? null : { what: 'state' };
}

/** How many of these texts are sealed with a key that is not here. */
export function lostAmong(texts: readonly (readonly [string, string | null])[], vault: Vault): number {
  const envelopes = texts.map(([, text]) => (text === null ? null : envelopeOf(text)));
  return envelopes.filter((one) => one !== null && !vault.has(one.key)).length;
}
