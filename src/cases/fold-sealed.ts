import type { Action } from './action.js';
import type { Case, Millis } from './case.js';
import { SEALED_PLACE } from './sealed-code.js';

export type SealedBody = Extract<Action, { type: 'view' | 'export' | 'seal' | 'unseal' }>;

/** What is done to sealed cases alone; a look changes nothing. */
export function apart(c: Case, body: SealedBody, at: Millis): Partial<Case> {
  switch (body.type) {
    case 'view':
    case 'export':
      return {};
    case 'seal':
      return sealedAnew(c, body);
    case 'unseal':
      return { closedAt: at, mergedInto: body.into };
  }
}

/** Begins anew with the inspectors: no number, no village, nobody of it has it; the villager's words and people stay. */
function sealedAnew(c: Case, body: Extract<SealedBody, { type: 'seal' }>): Partial<Case> {
  const { code, answerBy, resolveBy } = body;
  const unhandled = { handler: null, supervised: null, published: false, hops: 0, extendedOnce: false };
  const shared = {
    asked: null,
    lead: null,
    coHandlers: [],
    declining: null,
    ...(c.returnedFrom && { returnedFrom: null }),
    waiting: null,
    waits: 0,
    cards: [],
  };
  const unfinished = { answeredAt: null, resolvedAt: null, closedAt: null, rating: null, ratedAt: null };
  return {
    ...{ id: code, place: SEALED_PLACE, number: null, kind: 'discipline', sealed: true, origin: c.place },
    ...{ ...unhandled, ...shared, ...unfinished, resolution: '', mergedInto: null, answerBy, resolveBy },
  };
}
