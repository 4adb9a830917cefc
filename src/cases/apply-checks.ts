import type { Action } from './action.js';
import { DAY } from './calendar.js';
import type { Case, Handler, Millis } from './case.js';
import { nameIn } from './case-names.js';
import type { ChangeContext } from './context.js';
import { stepOf, transition } from './lifecycle.js';
import { isInvolved } from './involved.js';
import type { Refusal } from './outcome.js';

/** After so many hand-backs and transfers a case is not passed on any more: the leader decides. */
export const HOPS_MAX = 3;
export const EXTENSION_DAYS_MAX = 30;
/** The longest time an assignment can give, in days. */
export const DUE_DAYS_MAX = 90;
/** Pictures and lines that one case holds. */
export const MATERIALS_MAX = 50;

/** Why the transition table does not allow the action now. */
export function refusedByState(c: Case, action: Action, ctx: ChangeContext): Refusal | null {
  const next = transition(c.state, stepOf(action));
  return next.ok ? null : { key: next.refusal, values: { case: nameIn(c, ctx.chat, ctx.placeName) } };
}

/** What speaks against an action that the state allows: counts, dates, what was done before. */
export function conflictOf(c: Case, action: Action, ctx: ChangeContext): Refusal | null {
  const key = action.type === 'join' ? joinConflict(c, ctx.by.id) : conflictKey(c, action, ctx.now);
  if (key === null) return null;
  return { key, values: { case: nameIn(c, ctx.chat, ctx.placeName) } };
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
      return action.reason === 'other' && action.note.trim() === '' ? 'refuse_reason_missing' : null;
    case 'extend':
      return extensionConflict(c, action.days, now);
    case 'rate':
      // Closed with praise: rated. Closed after 不满意: done again, then closed by time, so the late word counts.
      return c.state === 'closed' && c.rating !== null && c.rating !== 'unsatisfied' ? 'refuse_rated' : null;
    case 'merge':
      return action.into === c.id ? 'refuse_merge_same' : null;
    case 'lift':
      return c.supervised === null ? 'refuse_not_supervised' : null;
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

function joinConflict(c: Case, id: string): string | null {
  if (c.petitioner.id === id) return 'refuse_join_own';
  return c.coPetitioners.some((one) => one.id === id) ? 'refuse_joined' : null;
}

function handOverConflict(c: Case, to: Handler, newDate: boolean): string | null {
  // Who handles a sealed case sees it.
  if (c.sealed && to.role !== 'inspector') return 'refuse_sealed_handler';
  if (c.sealed && isInvolved({ name: to.name, offices: [{ role: to.role, place: to.place }] }, c))
    return 'refuse_sealed_named';
  const same = c.handler?.name === to.name && c.handler.role === to.role && c.handler.place === to.place;
  return same && !newDate ? 'refuse_same_handler' : null;
}

function dueConflict(dueBy: Millis | null, now: Millis): string | null {
  if (dueBy === null) return null;
  return dueBy > now && dueBy <= now + DUE_DAYS_MAX * DAY ? null : 'refuse_due_range';
}

function extensionConflict(c: Case, days: number, now: Millis): string | null {
  if (c.extendedOnce) return 'refuse_extended';
  if (!Number.isInteger(days) || days < 1 || days > EXTENSION_DAYS_MAX) return 'refuse_extend_days';
  return now >= c.resolveBy ? 'refuse_extend_late' : null;
}

function materialConflict(c: Case, messageId: string): string | null {
  if (c.materials.some((one) => one.messageId === messageId)) return 'refuse_material_known';
  return c.materials.length >= MATERIALS_MAX ? 'refuse_materials_full' : null;
}
