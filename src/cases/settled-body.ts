import type { Action } from './action.js';
import { SYSTEM_ACTOR, type Actor, type Case, type Millis } from './case.js';
import type { ApplyContext } from './context.js';
import { hoursFor, PLAIN_RULES } from './deadlines.js';
import { movedDates } from './regrade.js';
import { hadIt, isCoHandler, isHandler, leads } from './standing.js';
import { dueAfterWait, reopenedDue, waitEnds } from './waiting.js';

/** An action as the history keeps it: what was asked for, settled to what holds. */
export function settledBody(
  c: Case,
  action: Exclude<Action, { type: 'undo' }>,
  ctx: ApplyContext,
): Exclude<Action, { type: 'undo' }> {
  const { by, now, rules = PLAIN_RULES } = ctx;
  switch (action.type) {
    case 'assign':
      return { ...action, dueBy: settledDue(c, action.dueBy, by) };
    case 'accept':
    case 'progress':
    case 'resolve':
      return {
        ...action,
        ...(takesLead(c, action.type, by) && { leads: true }),
        ...(hadIt(by, c) && { back: true }),
      };
    case 'return_idle':
      return { ...action, keeps: true };
    case 'hand_back':
      return c.declining === null ? action : { ...action, drops: true };
    case 'ask':
      return { ...action, until: action.until ?? waitEnds(c, now, rules) };
    case 'go_on':
      return wentOn(c, action.resolveBy ?? dueAfterWait(c, now, rules));
    case 'recategorise':
      return { type: 'recategorise', category: action.category, ...movedDates(c, action.category, ctx) };
    case 'rate':
      if (action.rating !== 'unsatisfied') return action;
      return { ...action, dueBy: reopenedDue(c, now, hoursFor(c.urgency, rules.hours)) };
    default:
      return action;
  }
}

/** What was told under the old date is not told again under the new one: the same work goes on. */
function wentOn(c: Case, resolveBy: Millis): Extract<Action, { type: 'go_on' }> {
  return { type: 'go_on', resolveBy, ...(resolveBy !== c.resolveBy && { from: c.resolveBy }) };
}

/**
 * 首接负责: the first official who says something of it is responsible, until another accepts it or the one to whom it
 * was given speaks. A word from the side changes nothing.
 */
function takesLead(c: Case, type: 'accept' | 'progress' | 'resolve', by: Actor): boolean {
  if (c.sealed || by.id === SYSTEM_ACTOR.id || c.lead?.contacts.includes(by.id)) return false;
  if (isHandler(by, c) || hadIt(by, c)) return true;
  return c.handler === null && (c.lead === null || type === 'accept') && !isCoHandler(by, c);
}

/**
 * The first assignment and the one after a reopening set the date. Later ones may bring it forward; only a leader may
 * push it back, else passing a case round would stop its clock. Null: the standing date holds.
 */
function settledDue(c: Case, dueBy: Millis | null, by: Actor): Millis | null {
  if (dueBy === null) return null;
  const first = (c.handler === null && c.hops === 0) || c.state === 'reopened';
  return first || dueBy <= c.resolveBy || leads(by, c) ? dueBy : null;
}
