import type { Case, Millis } from './case.js';
import type { ApplyContext } from './context.js';
import { DEFAULT_DEADLINES, deadlines, hoursFor, PLAIN_RULES, type TermRules } from './deadlines.js';
import type { CaseEvent } from './event.js';
import { foldState, isForward, type ForwardEvent } from './fold.js';
import { isUnfinished } from './rates.js';
import { dueAfterWait, reopenedDue } from './waiting.js';
import type { Category } from './words.js';

/** The dates that 改类 moves; one that stays is left out. */
export interface Moved {
  answerBy?: Millis;
  resolveBy?: Millis;
}

type Context = Pick<ApplyContext, 'now' | 'history' | 'rules' | 'terms'>;

/**
 * 改类 gives a case the terms of its new category, counted from the villager's message as ever, with what was waited for
 * the villager behind it. What stays: a day that an official named (交办 with days, 延期); an answer that was given; a date
 * that has passed, for late is late, whatever it is called since; and the dates of what is done or sealed.
 */
export function movedDates(c: Case, category: Category, ctx: Context): Moved {
  const { now, rules = PLAIN_RULES, terms = DEFAULT_DEADLINES } = ctx;
  const history = standing(ctx.history);
  if (c.sealed || !isUnfinished(c) || history.length === 0) return {};
  const fresh = deadlines(c.openedAt, category, c.urgency, terms, rules.hours);
  const resolveBy = history.some(namesDay) ? c.resolveBy : replayed(history, fresh, rules);
  return {
    ...(c.answeredAt === null &&
      now <= c.answerBy &&
      fresh.answerBy !== c.answerBy && { answerBy: fresh.answerBy }),
    ...(now <= c.resolveBy && resolveBy !== c.resolveBy && { resolveBy }),
  };
}

function standing(history: readonly CaseEvent[]): ForwardEvent[] {
  const undone = new Set(history.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  return history.filter(isForward).filter((event) => !undone.has(event.seq));
}

function namesDay({ body }: ForwardEvent): boolean {
  return body.type === 'extend' || (body.type === 'assign' && body.dueBy !== null);
}

/** The solution's date as the same history would have made it, had the case been opened in the new category. */
function replayed(
  history: readonly ForwardEvent[],
  fresh: { answerBy: Millis; resolveBy: Millis },
  rules: TermRules,
): Millis {
  const last = history.reduce<Case | null>(
    (c, event) => foldState(c, rebased(c, event, fresh, rules), event),
    null,
  );
  return last?.resolveBy ?? fresh.resolveBy;
}

/** A step with the dates that it would have settled on the other beginning. */
function rebased(
  c: Case | null,
  { body, at }: ForwardEvent,
  fresh: { answerBy: Millis; resolveBy: Millis },
  rules: TermRules,
): ForwardEvent['body'] {
  if (body.type === 'open') return { ...body, ...fresh };
  if (c === null) return body;
  if (body.type === 'recategorise') return { type: 'recategorise', category: body.category };
  if (body.type === 'go_on') return { type: 'go_on', resolveBy: dueAfterWait(c, at, rules) };
  if (body.type !== 'rate' || body.rating !== 'unsatisfied') return body;
  return { ...body, dueBy: reopenedDue(c, at, hoursFor(c.urgency, rules.hours)) };
}
