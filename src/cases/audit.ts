import type { Case } from './case.js';
import { canonicalJson, verifyChain } from './chain.js';
import type { CaseEvent } from './event.js';
import { fold } from './fold.js';

/** What is wrong with a history. `event`: not as it was written; `end`: events are missing there; `state`: the case stands otherwise than its events say. */
export type AuditFault = { what: 'event' | 'end'; seq: number } | { what: 'state' };

/** Holds one case against its own history: the hash chain first, then state against fold. Null: whole. */
export function auditHistory(c: Case, events: readonly CaseEvent[]): AuditFault | null {
  const chain = verifyChain(events, c.head);
  if (!chain.ok) return { what: chain.seq > events.length ? 'end' : 'event', seq: chain.seq };
  // An erased person's words stand in neither, and no fold can bring them back.
  if (events.some((event) => event.salt === '')) return null;
  return canonicalJson(fold(events)) === canonicalJson(c) ? null : { what: 'state' };
}
