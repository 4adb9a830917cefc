import type { Action } from './action.js';
import { DAY } from './calendar.js';
import { SYSTEM_ACTOR, type Actor, type Case, type Handler, type Millis } from './case.js';
import { nameIn } from './case-names.js';
import type { ChangeContext } from './context.js';
import { PLAIN_RULES } from './deadlines.js';
import { stepOf, transition } from './lifecycle.js';
import { isInvolved } from './involved.js';
import type { Refusal } from './outcome.js';
import { mayLift } from './permissions.js';
import { leads } from './standing.js';
import { askConflict } from './waiting.js';

/** After so many hand-backs and transfers a case is not passed on any more: the leader decides. */
export const HOPS_MAX = 3;
/** The longest extension where the category says nothing else. */
export const EXTENSION_DAYS_MAX = 30;
/** The longest time an assignment can give, in days. */
export const DUE_DAYS_MAX = 90;
/** Co-handlers of one case, over its whole time. */
export const CO_HANDLERS_MAX = 10;
/** Pictures and lines that one case holds. */
export const MATERIALS_MAX = 50;

/** Why the transition table does not allow the action now. */
export function refusedByState(c: Case, action: Action, ctx: ChangeContext): Refusal | null {
  const next = transition(c.state, stepOf(action));
  return next.ok ? null : { key: next.refusal, values: { case: nameIn(c, ctx.chat, ctx.placeName) } };
}

/** What speaks against an action that the state allows: counts, dates, what was done before. */
export function conflictOf(c: Case, action: Action, ctx: ChangeContext): Refusal | null {
  if (action.type === 'supervise') return watchConflict(c, ctx);
  if (action.type === 'void' || action.type === 'merge') {
    const watched = watchEndConflict(c, action.type, ctx);
    if (watched) return watched;
  }
  const { now, rules = PLAIN_RULES } = ctx;
  const name = nameIn(c, ctx.chat, ctx.placeName);
  if (action.type === 'ask')
    return refusalOf(askConflict(c, now, rules), { case: name, most: rules.waits.most });
  if (action.type === 'assign' && c.hops >= HOPS_MAX && !mayDecide(c, action.to, ctx))
    return refusalOf('refuse_hops', { case: name });
  if (action.type === 'extend') {
    const most = rules.extendDays[c.category] ?? EXTENSION_DAYS_MAX;
    return refusalOf(extensionConflict(c, action.days, now, most), { case: name, most });
  }
  return refusalOf(conflictWith(c, action, ctx), { case: name });
}

function refusalOf(key: string | null, values: Refusal['values']): Refusal | null {
  return key === null ? null : { key, values };
}

function conflictWith(c: Case, action: Action, ctx: ChangeContext): string | null {
  if (action.type === 'join') return joinConflict(c, ctx.by.id);
  if (action.type === 'decline' && action.consent) return consentConflict(c, ctx.by);
  if (action.type === 'withdraw') return withdrawConflict(c, ctx.by);
  return conflictKey(c, action, ctx.now);
}

function conflictKey(c: Case, action: Action, now: Millis): string | null {
  switch (action.type) {
    case 'assign':
      return handOverConflict(c, action.to, action.dueBy !== null) ?? dueConflict(action.dueBy, now);
    case 'transfer':
      return c.hops >= HOPS_MAX ? 'refuse_hops' : handOverConflict(c, action.to, false);
    case 'hand_back':
      if (c.hops >= HOPS_MAX) return 'refuse_hops';
      return action.reason.trim() === '' ? 'refuse_reason_missing' : null;
    case 'decline':
    case 'propose_decline':
      return action.reason === 'other' && action.note.trim() === '' ? 'refuse_reason_missing' : null;
    case 'go_on':
      return c.waiting === null || now < c.waiting.until ? 'refuse_not_waiting' : null;
    case 'co_assign':
      return sharedConflict(c, action.to);
    case 'rate':
      // Closed with praise: rated. Closed after 不满意: done again, then closed by time, so the late word counts.
      return c.state === 'closed' && c.rating !== null && c.rating !== 'unsatisfied' ? 'refuse_rated' : null;
    case 'merge':
      return action.into === c.id ? 'refuse_merge_same' : null;
    case 'lift':
      return c.supervised === null ? 'refuse_not_supervised' : null;
    case 'card':
      return cardConflict(c, action, now);
    case 'publish':
      return c.published ? 'refuse_published' : null;
    case 'recategorise':
      return action.category === c.category ? 'refuse_same_category' : null;
    case 'add':
      return materialConflict(c, action.material.messageId);
    default:
      return null;
  }
}

/** One case, one watch: who could not lift it cannot put another order in its place. A red card's gives way. */
function watchConflict(c: Case, ctx: ChangeContext): Refusal | null {
  const { supervised } = c;
  if (supervised === null || supervised.by === SYSTEM_ACTOR.name || mayLift(ctx.by, c)) return null;
  const values = { case: nameIn(c, ctx.chat, ctx.placeName), who: supervised.by };
  return { key: 'refuse_supervised', values };
}

/** What ends a watch by ending its case is for those who could lift it: nobody merges or voids themselves out of one. */
function watchEndConflict(c: Case, how: 'void' | 'merge', ctx: ChangeContext): Refusal | null {
  if (c.supervised === null || mayLift(ctx.by, c)) return null;
  const values = { case: nameIn(c, ctx.chat, ctx.placeName) };
  return { key: how === 'void' ? 'refuse_void_watched' : 'refuse_merge_watched', values };
}

/** A card is given once for a deadline, and only for the one that stands. */
function cardConflict(c: Case, { card, due }: Extract<Action, { type: 'card' }>, now: Millis): string | null {
  const given = (c.cards ?? []).some((one) => one.card === card && one.due === due);
  return given || due !== c.resolveBy || now <= due ? 'refuse_card' : null;
}

/** Neighbours whose own case went into this one still wait: nobody ends it for them. */
function withdrawConflict(c: Case, by: Actor): string | null {
  if (by.id === SYSTEM_ACTOR.id) return null;
  return c.alsoRaised.some((one) => one.id !== by.id) ? 'refuse_withdraw_shared' : null;
}

function joinConflict(c: Case, id: string): string | null {
  if (c.petitioner.id === id) return 'refuse_join_own';
  return c.coPetitioners.some((one) => one.id === id) ? 'refuse_joined' : null;
}

/** Handed round long enough: a leader says whose it is. Where the directory knows none, the village still can. */
function mayDecide(c: Case, to: Handler, { by, staff }: ChangeContext): boolean {
  return (
    leads(by, c) ||
    c.sealed ||
    (c.handler !== null && sameOffice(c.handler, to)) ||
    staff?.leaders.length === 0
  );
}

/** Two persons, by their names in the directory: one official with two phones is one. */
function consentConflict(c: Case, by: Actor): string | null {
  if (c.declining === null) return 'refuse_nothing_to_agree';
  const same = c.declining.by.id === by.id || c.declining.by.name === (by.officialName ?? by.name);
  return same ? 'refuse_agree_self' : null;
}

function sharedConflict(c: Case, to: Handler): string | null {
  if (c.coHandlers.length >= CO_HANDLERS_MAX) return 'refuse_co_full';
  if (c.handler !== null && sameOffice(c.handler, to)) return 'refuse_co_handler';
  return c.coHandlers.some((one) => one.doneAt === null && sameOffice(one, to)) ? 'refuse_co_twice' : null;
}

function sameOffice(a: Handler, b: Handler): boolean {
  return a.name === b.name && a.role === b.role && a.place === b.place;
}

function handOverConflict(c: Case, to: Handler, newDate: boolean): string | null {
  // Who handles a sealed case sees it.
  if (c.sealed && to.role !== 'inspector') return 'refuse_sealed_handler';
  if (c.sealed && isInvolved({ name: to.name, offices: [{ role: to.role, place: to.place }] }, c))
    return 'refuse_sealed_named';
  const same = c.handler !== null && sameOffice(c.handler, to);
  return same && !newDate ? 'refuse_same_handler' : null;
}

function dueConflict(dueBy: Millis | null, now: Millis): string | null {
  if (dueBy === null) return null;
  return dueBy > now && dueBy <= now + DUE_DAYS_MAX * DAY ? null : 'refuse_due_range';
}

function extensionConflict(c: Case, days: number, now: Millis, most: number): string | null {
  if (c.extendedOnce) return 'refuse_extended';
  if (!Number.isInteger(days) || days < 1 || days > most) return 'refuse_extend_days';
  return now >= c.resolveBy ? 'refuse_extend_late' : null;
}

function materialConflict(c: Case, messageId: string): string | null {
  if (c.materials.some((one) => one.messageId === messageId)) return 'refuse_material_known';
  return c.materials.length >= MATERIALS_MAX ? 'refuse_materials_full' : null;
}
