import type { Action } from './action.js';
import { DAY } from './calendar.js';
import type { Case, Millis, PersonRef } from './case.js';
import type { EventBody } from './event.js';
import { SEALED_PLACE } from './sealed-code.js';
import { stepOf, transition } from './lifecycle.js';

/** When, by whom and by which message something happened. */
export interface Occasion {
  at: Millis;
  by: PersonRef;
  messageId: string;
}
type Forward = Exclude<Action, { type: 'undo' }>;
type Changes = Partial<Case>;

/** The case that an opening makes. */
export function openBody(body: Extract<EventBody, { type: 'open' }>, { at, messageId }: Occasion): Case {
  const { type: _, ...opening } = body;
  return {
    ...opening,
    state: 'received',
    messageId,
    openedAt: at,
    coPetitioners: [],
    handler: null,
    extendedOnce: false,
    answeredAt: null,
    resolvedAt: null,
    closedAt: null,
    resolution: '',
    rating: null,
    ratedAt: null,
    supervised: null,
    published: false,
    mergedInto: null,
    hops: 0,
    spoken: 0,
    version: 0,
    head: '',
  };
}

/** What an action makes of a case that exists. A step that the table refuses leaves the state (a broken history). */
export function foldBody(c: Case, body: Forward, occasion: Occasion): Case {
  const next = transition(c.state, stepOf(body));
  const state = next.ok ? next.state : c.state;
  return { ...c, state, ...changes(c, body, occasion) };
}

function changes(c: Case, body: Forward, { at, by }: Occasion): Changes {
  const answered = { answeredAt: c.answeredAt ?? at };
  switch (body.type) {
    case 'accept':
    case 'progress':
      return answered;
    case 'assign':
      return { ...answered, handler: body.to, resolveBy: body.dueBy ?? c.resolveBy };
    case 'transfer':
      return { ...answered, handler: body.to, hops: c.hops + 1 };
    case 'hand_back':
      return { handler: null, hops: c.hops + 1 };
    case 'resolve':
      return { ...answered, resolvedAt: at, resolution: body.done };
    case 'extend':
      return { resolveBy: c.resolveBy + body.days * DAY, extendedOnce: true };
    case 'decline':
      return { ...answered, closedAt: at };
    case 'merge':
      return { closedAt: at, mergedInto: body.into };
    case 'view':
    case 'export':
      return {};
    case 'seal':
      return sealedAnew(c, body);
    case 'unseal':
      return { closedAt: at, mergedInto: body.into };
    case 'void':
    case 'withdraw':
    case 'close':
      return { closedAt: at };
    case 'supervise':
      return { supervised: { by: by.name, at, note: body.note } };
    case 'lift':
      return { supervised: null };
    case 'publish':
      return { published: true };
    case 'recategorise':
      return { category: body.category };
    case 'rate':
      return rated(c, body.rating, at);
    case 'join':
      return { coPetitioners: withPeople(c, [by]) };
    case 'add':
      return { materials: [...c.materials, body.material] };
    case 'remove_material':
      return { materials: c.materials.filter((one) => one.messageId !== body.messageId) };
    case 'absorb':
      return { coPetitioners: withPeople(c, body.people), materials: [...c.materials, ...body.materials] };
  }
}

/** Begins anew with the inspectors: no number, no village, nobody of it has it; the villager's words and people stay. */
function sealedAnew(c: Case, body: Extract<Forward, { type: 'seal' }>): Changes {
  const { code, answerBy, resolveBy } = body;
  const unhandled = { handler: null, supervised: null, published: false, hops: 0, extendedOnce: false };
  const unfinished = { answeredAt: null, resolvedAt: null, closedAt: null, rating: null, ratedAt: null };
  return {
    ...{ id: code, place: SEALED_PLACE, number: null, kind: 'discipline', sealed: true, origin: c.place },
    ...{ ...unhandled, ...unfinished, resolution: '', answerBy, resolveBy },
  };
}

function rated(c: Case, rating: Case['rating'], at: Millis): Changes {
  const word = { rating, ratedAt: at };
  if (rating !== 'unsatisfied') return { ...word, closedAt: c.closedAt ?? at };
  return { ...word, closedAt: null, resolvedAt: null, published: false, resolveBy: reopenedDue(c, at) };
}

/**
 * Waiting for the villager's word stood outside the clock. Who was in time gets at least a day for the second try;
 * who was late stays late.
 */
function reopenedDue(c: Case, at: Millis): Millis {
  if (c.resolvedAt === null) return c.resolveBy;
  const paused = c.resolveBy + (at - c.resolvedAt);
  return c.resolvedAt > c.resolveBy ? paused : Math.max(paused, at + DAY);
}

/** Everybody once; the petitioner is no co-petitioner of their own case. */
function withPeople(c: Case, people: readonly PersonRef[]): PersonRef[] {
  const known = new Set([c.petitioner.id, ...c.coPetitioners.map((one) => one.id), '']);
  const fresh = people.filter((one) => !known.has(one.id) && known.add(one.id));
  return [...c.coPetitioners, ...fresh];
}
