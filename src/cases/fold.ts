import type { Case } from './case.js';
import type { CaseEvent } from './event.js';
import { foldBody, openBody, type Occasion } from './fold-body.js';

/** An event that the case can be folded forward with; 撤销 needs the whole history. */
export type ForwardEvent = CaseEvent & { body: Exclude<CaseEvent['body'], { type: 'undone' }> };

/**
 * The case that a history makes. Throws when the history does not begin with its opening: that is a broken store, not
 * something a user did.
 */
export function fold(events: readonly CaseEvent[]): Case {
  const undone = new Set(events.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  const standing = events.filter(isForward).filter((event) => !undone.has(event.seq));
  const folded = standing.reduce<Case | null>(foldOne, null);
  const last = events.at(-1);
  if (folded === null || last === undefined) throw new Error('a case history must begin with its opening');
  // Versions, the chain and what the bot said are of the whole history: taking back unsays nothing.
  const spoken = events.reduce((sum, event) => sum + event.spoke, 0);
  return { ...folded, version: events.length, head: last.hash, spoken };
}

/** One step of the fold: the case with this event on top, null before the opening. */
export function foldOne(c: Case | null, event: ForwardEvent): Case {
  const chain = { version: (c?.version ?? 0) + 1, head: event.hash, spoken: (c?.spoken ?? 0) + event.spoke };
  return { ...foldState(c, event.body, event), ...chain };
}

/** What a body makes of the case, before its event is sealed into the chain. */
export function foldState(c: Case | null, body: ForwardEvent['body'], occasion: Occasion): Case {
  if (body.type === 'open') {
    if (c !== null) throw new Error(`case ${c.id} is opened twice`);
    return openBody(body, occasion);
  }
  if (c === null) throw new Error(`event "${body.type}" stands before the opening of its case`);
  return foldBody(c, body, occasion);
}

export function isForward(event: CaseEvent): event is ForwardEvent {
  return event.body.type !== 'undone';
}
