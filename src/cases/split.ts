import type { Case, Material, PersonRef } from './case.js';
import type { ChangeContext } from './context.js';
import type { CaseEvent, EventBody } from './event.js';
import { fold } from './fold.js';
import { nextEvent } from './next-event.js';

/** A case with its whole history. */
export interface Told {
  case: Case;
  history: CaseEvent[];
}

/** What 拆分 makes of one of the cases. */
export interface Moved {
  case: Case;
  expectVersion: number;
  events: CaseEvent[];
}

export interface Split {
  /** The one that stands by itself again, then each that it had gone into. */
  moved: Moved[];
  /** Messages that were said to the merged number since: they belong to it again. */
  messages: string[];
}

/**
 * Takes a merge back whole, however long ago and however many merges have followed it. `chain`: the merged case, the one
 * that it went into, the one that this went into …; `under`: the merged case and all that had been merged into it
 * before. The living ones lose what came by it: people, pictures, words; what they have of their own stays. What was
 * said to its number since is its own again.
 */
export function split(
  chain: readonly Told[],
  under: readonly string[],
  ctx: Omit<ChangeContext, 'chat'>,
): Split {
  const [ended, ...later] = chain;
  const merge = ended && standing(ended.history).findLast(({ body }) => body.type === 'merge');
  if (!ended || !merge) throw new Error('a case that was not merged cannot be taken apart');
  const said = saidSince(later, under);
  const people = [ended.case.petitioner, ...ended.case.coPetitioners, ...said.flatMap((one) => one.people)];
  const materials = [...ended.case.materials, ...said.flatMap((one) => one.materials)];
  const messages = materials.map((one) => one.messageId);
  const released = later.map((told, i): Moved => {
    const own = ownPeople(later.slice(0, i + 1), ended.case.id, under);
    const gone = people.filter((one) => !own.has(one.id));
    return grown(told, [{ type: 'release', from: ended.case.id, people: gone, messages }], ctx, i + 1);
  });
  const living = later.at(-1)?.case.id ?? '';
  const back = said.map(({ via, people: joined, materials: added }): EventBody => ({
    type: 'absorb',
    from: living,
    people: joined,
    materials: added,
    ...(via !== ended.case.id && { via }),
  }));
  const restored = grown(ended, [{ type: 'undone', seq: merge.seq }, ...back], ctx, 0);
  return { moved: [restored, ...released], messages: said.flatMap((one) => one.messages) };
}

function standing(history: readonly CaseEvent[]): CaseEvent[] {
  const undone = new Set(history.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  return history.filter((event) => !undone.has(event.seq));
}

interface Said {
  /** The number that it was said to. */
  via: string;
  people: PersonRef[];
  materials: Material[];
  messages: string[];
}

/** Joins and additions that were said to one of these numbers after they had been merged, by number. */
function saidSince(later: readonly Told[], under: readonly string[]): Said[] {
  const events = later.flatMap((told) => standing(told.history));
  const gone = new Set(
    events.flatMap(({ body }) => (body.type === 'remove_material' ? [body.messageId] : [])),
  );
  return under.flatMap((via) => {
    const said = events.filter(({ body }) => viaOf(body) === via);
    if (said.length === 0) return [];
    const materials = said.flatMap(({ body }) => (body.type === 'add' ? [body.material] : body.type === 'absorb' ? body.materials : [])); // prettier-ignore
    const people = said.flatMap(({ body, by }) => (body.type === 'join' ? [by] : body.type === 'absorb' ? body.people : [])); // prettier-ignore
    const ids = [...said.map(({ messageId }) => messageId), ...materials.map((one) => one.messageId)];
    const messages = [...new Set(ids)].filter((id) => id !== '');
    return [{ via, people, materials: materials.filter((one) => !gone.has(one.messageId)), messages }];
  });
}

function viaOf(body: EventBody): string | null {
  return 'via' in body ? (body.via ?? null) : null;
}

/** Ids of those who are in the last of these cases without the merged one: by themselves, or by another merge. */
function ownPeople(chain: readonly Told[], ended: string, under: readonly string[]): Set<string> {
  const told = chain.at(-1);
  if (!told) return new Set();
  const before = chain.at(-2)?.case.id ?? ended;
  const events = standing(told.history);
  const left = new Map(
    events.flatMap(({ body, seq }) => (body.type === 'release' ? [[body.from, seq] as const] : [])),
  );
  const ids = events.flatMap(({ body, by, seq }) => {
    const via = viaOf(body);
    if (via !== null && under.includes(via)) return [];
    if (body.type === 'join') return [by.id];
    // What came and was taken out again is no reason to stay.
    if (body.type !== 'absorb' || seq < (left.get(body.from) ?? 0)) return [];
    if (body.from !== before) return body.people.map((one) => one.id);
    return chain.length === 1 ? [] : [...ownPeople(chain.slice(0, -1), ended, under)];
  });
  return new Set([told.case.petitioner.id, ...ids]);
}

/** The case with these events behind its history; each event has randomness of its own. */
function grown(told: Told, bodies: EventBody[], ctx: Omit<ChangeContext, 'chat'>, at: number): Moved {
  let history = told.history;
  let now = told.case;
  for (const [i, body] of bodies.entries()) {
    const event = nextEvent(now, body, [], { ...ctx, chat: now.chat, salt: `${ctx.salt}${at}${i}` });
    history = [...history, event];
    now = fold(history);
  }
  return { case: now, expectVersion: told.case.version, events: history.slice(told.history.length) };
}
