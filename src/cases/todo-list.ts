import type { Actor, Case } from './case.js';
import { listCase, type TodoView } from './digest-case-line.js';
import { isOverdue, isUnfinished } from './rates.js';
import { ownWatched, watchedLine } from './watch-list.js';
import { inArea, isAsked, isHandler, isInspector, isLead, openPartOf } from './standing.js';

/** 待办: what this official put under watch, then what they have to do, the nearest due first. Lines for `splitLines`. */
export function todoLines(cases: readonly Case[], actor: Actor, view: TodoView): string[] {
  const watched = ownWatched(cases, actor, view.privately);
  const mine = todoOf(cases, actor, view.privately).filter((c) => !watched.includes(c));
  const count = watched.length + mine.length;
  if (count === 0) return [view.say('todo_none', {})];
  const lines = [...watched.map((c) => watchedLine(c, view)), ...mine.map((c) => listCase(c, view))];
  return [view.say('todo_head', { count }), ...lines];
}

/** 超期: those of them that are past their day, the latest first. */
export function overdueLines(cases: readonly Case[], actor: Actor, view: TodoView): string[] {
  const late = todoOf(cases, actor, view.privately).filter((c) => isOverdue(c, view.now));
  if (late.length === 0) return [view.say('overdue_none', {})];
  return [view.say('overdue_head', { count: late.length }), ...late.map((c) => listCase(c, view))];
}

/**
 * The unfinished cases that are this official's: what was given to them, and for cadres, leaders, admins and inspectors
 * all of their area. Sealed ones are inspectors' alone, and never shown where others read along.
 */
export function todoOf(cases: readonly Case[], actor: Actor, privately: boolean): Case[] {
  return cases
    .filter((c) => isUnfinished(c) && (c.sealed ? privately && isInspector(actor, c) : concerns(actor, c)))
    .sort((a, b) => a.resolveBy - b.resolveBy || a.openedAt - b.openedAt);
}

function concerns(actor: Actor, c: Case): boolean {
  const own = isHandler(actor, c) || isAsked(actor, c) || isLead(actor, c) || openPartOf(actor, c) >= 0;
  return own || inArea(actor, c) || isInspector(actor, c);
}
