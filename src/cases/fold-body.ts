import type { Action } from './action.js';
import { DAY } from './calendar.js';
import type { Case, Millis, PersonRef } from './case.js';
import type { EventBody } from './event.js';
import { apart, type SealedBody } from './fold-sealed.js';
import { stepOf, transition } from './lifecycle.js';
import { reopenedDue } from './waiting.js';

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
  const { type: _, asked = null, ...opening } = body;
  return {
    ...opening,
    asked,
    alsoRaised: [],
    lead: null,
    coHandlers: [],
    declining: null,
    state: 'received',
    messageId,
    openedAt: at,
    coPetitioners: [],
    handler: null,
    extendedOnce: false,
    waiting: null,
    waits: 0,
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
      return { ...answered, ...taken(c, body, by) };
    case 'assign':
      return { ...answered, handler: body.to, ...anew(c), resolveBy: body.dueBy ?? c.resolveBy };
    case 'transfer':
      return { ...answered, handler: body.to, ...anew(c), hops: c.hops + 1 };
    case 'hand_back':
      // Who was only asked is asked no more.
      return {
        ...(body.drops && { declining: null }),
        ...(c.handler === null ? { asked: null } : { handler: null, hops: c.hops + 1 }),
      };
    case 'resolve':
      return { ...answered, ...taken(c, body, by), resolvedAt: at, resolution: body.done };
    case 'extend':
      return { resolveBy: c.resolveBy + body.days * DAY, extendedOnce: true };
    case 'ask':
      return { ...answered, waiting: asked(body, at), waits: c.waits + 1 };
    case 'go_on':
      return wentOn(c, body);
    case 'decline':
      return { ...answered, declining: null, closedAt: at };
    case 'propose_decline':
      return { declining: { by, reason: body.reason, note: body.note, at } };
    case 'merge':
      return { closedAt: at, mergedInto: body.into };
    case 'void':
    case 'withdraw':
    case 'close':
      return { closedAt: at };
    case 'supervise':
      return { supervised: { by: by.name, at, ...orderOf(body) } };
    case 'card':
      return carded(c, body, { at, by });
    case 'return':
      return { handler: body.to };
    case 'lift':
      return { supervised: null };
    case 'publish':
      return { published: true };
    case 'recategorise':
      return regraded(c, body);
    case 'rate':
      return rated(c, body, at);
    case 'join':
      return { coPetitioners: withPeople(c, [by]) };
    case 'add':
      return { materials: [...c.materials, body.material] };
    case 'remove_material':
      return { materials: c.materials.filter((one) => one.messageId !== body.messageId) };
    default:
      return shared(c, body, at);
  }
}

function asked(body: Extract<Forward, { type: 'ask' }>, at: Millis): Case['waiting'] {
  return { since: at, until: body.until ?? at, question: body.question };
}

function wentOn(c: Case, { resolveBy, from }: Extract<Forward, { type: 'go_on' }>): Changes {
  const moved = from !== undefined && { movedFrom: [...(c.movedFrom ?? []), from] };
  return { waiting: null, resolveBy: resolveBy ?? c.resolveBy, ...moved };
}

/** The dates of the new category, and which one went: what was told under it is not told again. */
function regraded(c: Case, body: Extract<Forward, { type: 'recategorise' }>): Changes {
  const { category, answerBy, resolveBy } = body;
  return {
    category,
    ...(answerBy !== undefined && { answerBy }),
    ...(resolveBy !== undefined && { resolveBy, movedFrom: [...(c.movedFrom ?? []), c.resolveBy] }),
  };
}

/** What came of several cases, or several people, in one. */
function shared(c: Case, body: SharedBody, at: Millis): Changes {
  switch (body.type) {
    case 'release': {
      const gone = new Set(body.people.map((one) => one.id));
      return {
        coPetitioners: c.coPetitioners.filter((one) => !gone.has(one.id)),
        alsoRaised: c.alsoRaised.filter((one) => !gone.has(one.id)),
        materials: c.materials.filter((one) => !body.messages.includes(one.messageId)),
      };
    }
    case 'co_assign':
      return { coHandlers: [...c.coHandlers, { ...body.to, part: body.part, doneAt: null, done: '' }] };
    case 'co_done':
      return {
        coHandlers: c.coHandlers.map((one, i) =>
          i === body.part ? { ...one, doneAt: at, done: body.done } : one,
        ),
      };
    case 'return_idle':
      return { handler: null, lead: body.to ?? c.lead, ...(body.keeps && { returnedFrom: c.handler }) };
    case 'absorb':
      return {
        coPetitioners: withPeople(c, body.people),
        alsoRaised: [...c.alsoRaised, ...(body.raised ?? [])],
        materials: [...c.materials, ...body.materials],
      };
    default:
      return apart(c, body, at);
  }
}

type SharedBody =
  Extract<Forward, { type: 'release' | 'absorb' | 'co_assign' | 'co_done' | 'return_idle' }> | SealedBody;

/** Somebody's first word on a case that nobody leads; work that goes on lets a proposed refusal fall. */
function taken(c: Case, body: { leads?: true; back?: true }, by: PersonRef): Changes {
  const lead = body.leads && { lead: { name: by.name, contacts: [by.id] } };
  return {
    declining: null,
    ...lead,
    ...(body.back && { handler: c.returnedFrom ?? null, returnedFrom: null }),
  };
}

/** Given to somebody: who had it before is out of it. */
function anew(c: Case): Changes {
  return { declining: null, ...(c.returnedFrom && { returnedFrom: null }) };
}

/** Only what was written: an order without number or date stays one without. */
function orderOf({ note, number, until }: { note: string; number?: string; until?: Millis }) {
  return { note, ...(number !== undefined && { number }), ...(until !== undefined && { until }) };
}

/** With a red card the system itself puts the case under watch, unless somebody has. */
function carded(
  c: Case,
  { card, due, number }: Extract<Forward, { type: 'card' }>,
  { at, by }: Pick<Occasion, 'at' | 'by'>,
): Changes {
  const cards = [...(c.cards ?? []), { card, at, due }];
  if (card === 'yellow') return { cards };
  if (c.supervised)
    return { cards, supervised: { ...c.supervised, ...(number !== undefined && { number }) } };
  return {
    cards,
    supervised: { by: by.name, at, ...orderOf({ note: '', ...(number !== undefined && { number }) }) },
  };
}

function rated(c: Case, body: Extract<Forward, { type: 'rate' }>, at: Millis): Changes {
  const { rating } = body;
  const word = { rating, ratedAt: at };
  if (rating !== 'unsatisfied') return { ...word, closedAt: c.closedAt ?? at };
  return {
    ...word,
    closedAt: null,
    resolvedAt: null,
    published: false,
    resolveBy: body.dueBy ?? reopenedDue(c, at),
  };
}

/** Everybody once; the petitioner is no co-petitioner of their own case. */
function withPeople(c: Case, people: readonly PersonRef[]): PersonRef[] {
  const known = new Set([c.petitioner.id, ...c.coPetitioners.map((one) => one.id), '']);
  const fresh = people.filter((one) => !known.has(one.id) && known.add(one.id));
  return [...c.coPetitioners, ...fresh];
}
