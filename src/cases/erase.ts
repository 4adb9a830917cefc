import type { Case, Keeper, Material, PersonRef } from './case.js';
import { blankPerson } from './chain-personal.js';
import { eraseEvent } from './chain.js';
import type { CaseEvent } from './event.js';

/** Taking people out of cases. The chain of every history still holds afterwards: see chain.ts. */

/** Who is to be forgotten: contacts; or somebody without a contact, as they were registered by name in one place. */
export interface Forgotten {
  ids: ReadonlySet<string>;
  named: { name: string; place: string } | null;
}

/** A case without what was personal in it, and the messages that it came from. */
export interface Erasure {
  case: Case;
  events: CaseEvent[];
  messageIds: string[];
}

/** The bare facts of a case: number, kind, category, states, times, ratings, offices. Null: nothing else is left in it. */
export function anonymise(c: Case, events: readonly CaseEvent[]): Erasure | null {
  if (events.every(isErased)) return null;
  return {
    case: bare(c),
    events: events.map((event) => (isErased(event) ? event : eraseEvent(event))),
    messageIds: messageIds(events),
  };
}

/**
 * The case without one person: all of it where it was theirs, else their own words and name. Null: nothing of them is
 * in it.
 */
export function forgetPerson(c: Case, events: readonly CaseEvent[], who: Forgotten): Erasure | null {
  const is = (person: PersonRef): boolean => isMeant(person, c.place, who);
  if (ownsCase(c, events, is)) return anonymise(c, events);
  const touched = events.filter((event) => !isErased(event) && mentions(event, is, who));
  const next = without(withoutWords(c, touched), is, who);
  if (touched.length === 0 && JSON.stringify(next) === JSON.stringify(c)) return null;
  return {
    case: next,
    events: events.map((event) => (touched.includes(event) ? eraseEvent(event) : event)),
    messageIds: messageIds(touched.filter((event) => is(event.by))),
  };
}

/** Whether this case is the person's own petition. */
export function isOwn(c: Case, who: Forgotten): boolean {
  return isMeant(c.petitioner, c.place, who);
}

function isMeant(person: PersonRef, place: string, { ids, named }: Forgotten): boolean {
  if (person.id !== '') return ids.has(person.id);
  return named !== null && person.name === named.name && place === named.place;
}

function isErased(event: CaseEvent): boolean {
  return event.salt === '';
}

function ownsCase(c: Case, events: readonly CaseEvent[], is: (person: PersonRef) => boolean): boolean {
  const [first] = events;
  return is(c.petitioner) || (first?.body.type === 'open' && is(first.body.petitioner));
}

/** An event is erased whole or not at all: its salt goes with its fields. */
function mentions(event: CaseEvent, is: (person: PersonRef) => boolean, { ids }: Forgotten): boolean {
  const { body, by } = event;
  if (is(by)) return true;
  const any = (people: readonly PersonRef[], materials: readonly Material[]): boolean =>
    people.some(is) || materials.some((one) => is(one.by));
  switch (body.type) {
    case 'open':
      return any(body.registrar ? [body.registrar] : [], body.materials) || holds(body.asked?.who, ids);
    case 'absorb':
      return any(body.people, body.materials);
    case 'add':
      return is(body.material.by);
    case 'assign':
    case 'transfer':
      return holds(body.to, ids);
    default:
      // Whatever a later version adds: an id anywhere in it counts.
      return [...ids].some((id) => JSON.stringify(body).includes(JSON.stringify(id)));
  }
}

function without(c: Case, is: (person: PersonRef) => boolean, { ids }: Forgotten): Case {
  const out = <Who extends Keeper>(keeper: Who): Who => (holds(keeper, ids) ? struck(keeper, ids) : keeper);
  return {
    ...c,
    coPetitioners: c.coPetitioners.filter((one) => !is(one)),
    materials: c.materials.filter((one) => !is(one.by)),
    registrar: c.registrar && is(c.registrar) ? blankPerson() : c.registrar,
    handler: c.handler && out(c.handler),
    ...(c.returnedFrom && { returnedFrom: out(c.returnedFrom) }),
    alsoRaised: c.alsoRaised.filter((one) => !is(one)),
    asked: c.asked && { ...c.asked, who: out(c.asked.who) },
    lead: c.lead && out(c.lead),
    coHandlers: c.coHandlers.map((one) =>
      holds(one, ids) ? { ...struck(one, ids), part: '', done: '' } : one,
    ),
    declining:
      c.declining && is(c.declining.by) ? { ...c.declining, by: blankPerson(), note: '' } : c.declining,
  };
}

/** What the person asked the villager, and ordered: their own words. */
function withoutWords(c: Case, theirs: readonly CaseEvent[]): Case {
  const wrote = (type: CaseEvent['body']['type'], at: number | undefined): boolean =>
    theirs.some((event) => event.body.type === type && event.at === at);
  return {
    ...c,
    waiting: c.waiting && wrote('ask', c.waiting.since) ? { ...c.waiting, question: '' } : c.waiting,
    supervised:
      c.supervised && wrote('supervise', c.supervised.at)
        ? { ...c.supervised, by: '', note: '' }
        : c.supervised,
  };
}

function holds(keeper: Keeper | undefined, ids: ReadonlySet<string>): boolean {
  return keeper?.contacts.some((id) => ids.has(id)) === true;
}

function struck<Who extends Keeper>(keeper: Who, ids: ReadonlySet<string>): Who {
  return { ...keeper, name: '', contacts: keeper.contacts.filter((id) => !ids.has(id)) };
}

function nameless<Who extends Keeper>(keeper: Who): Who {
  return { ...keeper, name: '', contacts: [] };
}

function bare(c: Case): Case {
  return {
    ...c,
    title: '',
    text: '',
    petitioner: blankPerson(),
    registrar: c.registrar && blankPerson(),
    chat: c.chat.room ? c.chat : { id: '', room: false },
    coPetitioners: [],
    handler: c.handler && nameless(c.handler),
    ...(c.returnedFrom && { returnedFrom: nameless(c.returnedFrom) }),
    alsoRaised: [],
    asked: c.asked && { ...c.asked, who: nameless(c.asked.who) },
    lead: c.lead && nameless(c.lead),
    coHandlers: c.coHandlers.map((one) => ({ ...nameless(one), part: '', done: '' })),
    declining: c.declining && { ...c.declining, by: blankPerson(), note: '' },
    waiting: c.waiting && { ...c.waiting, question: '' },
    resolution: '',
    supervised: c.supervised && { ...c.supervised, by: '', note: '' },
    materials: [],
  };
}

function messageIds(events: readonly CaseEvent[]): string[] {
  const ids = events.flatMap(({ messageId, body }) => {
    if (body.type === 'add') return [messageId, body.material.messageId];
    if (body.type === 'open' || body.type === 'absorb')
      return [messageId, ...body.materials.map((one) => one.messageId)];
    return [messageId];
  });
  return [...new Set(ids)].filter((id) => id !== '');
}
