import type { Action, ActionType } from './action.js';
import { DAY } from './calendar.js';
import { SYSTEM_ACTOR, type Actor, type Case, type Millis } from './case.js';
import { hoursFor, termEnd, type TermRules } from './deadlines.js';
import { canReachPetitioner, isConcerned, isRegistrar } from './standing.js';
import { addWorkingHours, workingTimeBetween, type WorkingHours } from './working-time.js';

/**
 * Waiting for the villager is the one thing that stops a case's clock: an official has asked something (待补充), and
 * the villager was told so. It goes on with the villager's word, with the official's own next step, or by itself after
 * the set days; the solution is then due later by the working time that was waited, never by more.
 */

/** Why an official may not stop the clock now; null: they may. */
export function askConflict(c: Case, now: Millis, rules: TermRules): string | null {
  if (rules.waits.most === 0) return 'refuse_asks_off';
  if (c.waiting !== null) return 'refuse_asked';
  if (c.urgency === 'emergency') return 'refuse_ask_emergency';
  if (c.sealed && !canReachPetitioner(c)) return 'refuse_ask_nobody';
  if (c.waits >= rules.waits.most) return 'refuse_asks_spent';
  return now >= c.resolveBy ? 'refuse_ask_late' : null;
}

/** Until when a question that is asked now keeps the clock. */
export function waitEnds(c: Case, now: Millis, rules: TermRules): Millis {
  return termEnd(now, rules.waits.days * DAY, hoursFor(c.urgency, rules.hours));
}

/** When the solution is due if the clock goes on at `at`: what was waited is put behind, working time by working time. */
export function dueAfterWait(c: Case, at: Millis, rules: TermRules): Millis {
  if (c.waiting === null) return c.resolveBy;
  const { since, until } = c.waiting;
  const end = Math.min(at, until);
  const hours = hoursFor(c.urgency, rules.hours);
  if (hours === null) return c.resolveBy + Math.max(0, end - since);
  return addWorkingHours(hours, c.resolveBy, workingTimeBetween(hours, since, end));
}

/**
 * When the solution is due after 不满意: waiting for the villager's word on it stood outside the clock. Who was in time
 * gets at least a day for the second try; who was late stays late.
 */
export function reopenedDue(c: Case, at: Millis, hours: WorkingHours | null = null): Millis {
  if (c.resolvedAt === null) return c.resolveBy;
  const paused =
    hours === null
      ? c.resolveBy + (at - c.resolvedAt)
      : addWorkingHours(hours, c.resolveBy, workingTimeBetween(hours, c.resolvedAt, at));
  return c.resolvedAt > c.resolveBy ? paused : Math.max(paused, termEnd(at, DAY, hours));
}

/** Steps that take the case on, whoever does them: nobody waits any more. 进展 and 督办 leave the question open. */
const TAKING_ON: readonly ActionType[] = [
  'assign', 'transfer', 'hand_back', 'resolve', 'extend', 'decline', 'merge', 'void', 'withdraw', 'close', 'unseal',
]; // prettier-ignore

/** What the villager says, or what is said for somebody without a phone by who registered it. */
const WORDS: readonly ActionType[] = ['add', 'progress'];

export function saysSomething(action: Action): boolean {
  return WORDS.includes(action.type);
}

/** Whether the clock goes on with this action: the villager has answered, or the matter is taken on anyway. */
export function endsWait(c: Case, action: Action, by: Actor): boolean {
  if (c.waiting === null || by.id === SYSTEM_ACTOR.id) return false;
  return TAKING_ON.includes(action.type) || (saysSomething(action) && answersFor(by, c));
}

/** Whose word is waited for: petitioner and co-petitioners, or who registered it for somebody without a phone. */
export function answersFor(by: Actor, c: Case): boolean {
  return isConcerned(by, c) || (isRegistrar(by, c) && !canReachPetitioner(c));
}

/** Whose clock stands at `now`: a case is late by the time that ran, not by the time that was waited. */
export function clockOf(c: Case, now: Millis): Millis {
  return c.waiting === null ? now : Math.min(now, c.waiting.since);
}
