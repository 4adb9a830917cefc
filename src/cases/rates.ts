import type { CardGiven, Case, Millis } from './case.js';
import { clockOf } from './waiting.js';
import { FINAL_STATES, type CaseState } from './words.js';

/**
 * What the figures mean, once for digests, lists, exports and pages. Every rate carries what it was counted over; a
 * rate over nothing has no value. Sealed cases stand in none of them.
 */

/** A moment `t` with from <= t < to. */
export interface Span {
  from: Millis;
  to: Millis;
}

/** `count` of `of`; `value` = count ÷ of, null when `of` is 0. */
export interface Rate {
  count: number;
  of: number;
  value: number | null;
}

/** The villagers' words: `value` = (满意 + 0.9 × 基本满意) ÷ rated, null when nobody rated. */
export interface Satisfaction {
  satisfied: number;
  fairly: number;
  unsatisfied: number;
  /** The denominator: satisfied + fairly + unsatisfied. */
  rated: number;
  value: number | null;
}

/** The middle of `of` durations in milliseconds (the mean of the two middle ones when even); null when there are none. */
export interface Median {
  value: Millis | null;
  of: number;
}

/** What 基本满意 counts for. In tenths, so that shares of whole cases stay exact. */
const FAIRLY_TENTHS = 9;

/**
 * Cases that figures count: not sealed; not void, which never were petitions; not merged, which are counted in the
 * case that they went into.
 */
export function counted(cases: readonly Case[]): Case[] {
  return cases.filter((c) => !c.sealed && c.state !== 'void' && c.state !== 'merged');
}

/** 收到: cases whose petition was made in the span. */
export function begunIn(cases: readonly Case[], span: Span): Case[] {
  return cases.filter((c) => during(c.openedAt, span));
}

/** Somebody still has something to do: neither resolved nor in a final state. Waiting for the villager's word is no work. */
export function isUnfinished(c: Case): boolean {
  return c.state !== 'resolved' && !(FINAL_STATES as readonly CaseState[]).includes(c.state);
}

/** Unfinished, and past the day that it was to be solved by; what waits for the villager's word grows no later. */
export function isOverdue(c: Case, now: Millis): boolean {
  return isUnfinished(c) && c.resolveBy < clockOf(c, now);
}

/** 回复率: cases that an official has answered ÷ these cases. */
export function answered(cases: readonly Case[]): Rate {
  return rate(cases.filter((c) => c.answeredAt !== null).length, cases.length);
}

/** 办结率: cases solved (and not reopened since) ÷ these cases. Declined and withdrawn ones are not solved. */
export function solved(cases: readonly Case[]): Rate {
  return rate(cases.filter((c) => c.resolvedAt !== null).length, cases.length);
}

/** 超期率: overdue cases ÷ unfinished cases. */
export function overdue(cases: readonly Case[], now: Millis): Rate {
  return rate(cases.filter((c) => isOverdue(c, now)).length, cases.filter(isUnfinished).length);
}

/** 黄牌, 红牌: cards given in the span, one for each missed deadline, whenever the case began. */
export function cardsIn(cases: readonly Case[], span: Span): { yellow: number; red: number } {
  const given = cases.flatMap((c) => c.cards ?? []).filter((one) => during(one.at, span));
  const count = (card: CardGiven['card']): number => given.filter((one) => one.card === card).length;
  return { yellow: count('yellow'), red: count('red') };
}

/** 亮牌率: cases that ever got a card ÷ these cases. */
export function carded(cases: readonly Case[]): Rate {
  return rate(cases.filter((c) => (c.cards ?? []).length > 0).length, cases.length);
}

/**
 * 按时回复率: answered within the term ÷ those whose answer has come or fallen due. A case that ended (withdrawn) before
 * its term was out is in neither.
 */
export function answeredOnTime(cases: readonly Case[], now: Millis): Rate {
  const due = cases.filter((c) => c.answeredAt !== null || c.answerBy < Math.min(now, c.closedAt ?? now));
  return rate(due.filter((c) => c.answeredAt !== null && c.answeredAt <= c.answerBy).length, due.length);
}

/** 解决率, by the villagers' own word: 满意 and 基本满意 ÷ rated. Who says nothing is in neither. */
export function solvedByWord({ satisfied, fairly, rated }: Satisfaction): Rate {
  return rate(satisfied + fairly, rated);
}

/** 不予受理: declined in the span, whenever the case began. Told beside the satisfaction, never as part of it. */
export function declinedIn(cases: readonly Case[], span: Span): Case[] {
  return cases.filter((c) => c.state === 'declined' && during(c.closedAt, span));
}

/**
 * 满意度 of the span: the last word of each case that was rated in it, whenever the case began. A case that was declined
 * after a 不满意 is out of scope with its word; that it was reopened stays in 重办率, that it was declined is told.
 */
export function satisfaction(cases: readonly Case[], span: Span): Satisfaction {
  return ratings(
    cases.filter((c) => c.state !== 'declined'),
    span,
  );
}

/** The span's ratings, whatever became of the case since: what was said that day was said. */
export function ratings(cases: readonly Case[], span: Span): Satisfaction {
  const words = cases.filter((c) => c.rating !== null && during(c.ratedAt, span)).map((c) => c.rating);
  const of = (word: Case['rating']): number => words.filter((one) => one === word).length;
  return satisfactionOf(of('satisfied'), of('fairly'), of('unsatisfied'));
}

/** From the counts, also those summed over many places. */
export function satisfactionOf(satisfied: number, fairly: number, unsatisfied: number): Satisfaction {
  const rated = satisfied + fairly + unsatisfied;
  const value = rated === 0 ? null : (10 * satisfied + FAIRLY_TENTHS * fairly) / (10 * rated);
  return { satisfied, fairly, unsatisfied, rated, value };
}

/** 未评价: cases closed in the span without any rating. Told beside the satisfaction, never as part of it. */
export function unrated(cases: readonly Case[], span: Span): number {
  return cases.filter((c) => c.state === 'closed' && c.rating === null && during(c.closedAt, span)).length;
}

/** From the villager's message to an official's first word of substance. */
export function medianAnswer(cases: readonly Case[]): Median {
  return median(cases.flatMap((c) => (c.answeredAt === null ? [] : [c.answeredAt - c.openedAt])));
}

/** From the villager's message to the solution. */
export function medianSolution(cases: readonly Case[]): Median {
  return median(cases.flatMap((c) => (c.resolvedAt === null ? [] : [c.resolvedAt - c.openedAt])));
}

/** `97.8%`, one place after the point at most. 100% and 0% are said only when they are exact. */
export function percent(value: number): string {
  const tenths = Math.round(Number((value * 1000).toFixed(6)));
  const honest = value < 1 ? Math.min(tenths, 999) : tenths;
  return `${(value > 0 ? Math.max(honest, 1) : honest) / 10}%`;
}

export function during(at: Millis | null, { from, to }: Span): boolean {
  return at !== null && from <= at && at < to;
}

/** `count` of `of`, also from counts summed over places. */
export function rate(count: number, of: number): Rate {
  return { count, of, value: of === 0 ? null : count / of };
}

/** The middle of durations, also of those put together from several places. */
export function median(durations: readonly Millis[]): Median {
  const sorted = [...durations].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  const value = upper === undefined || lower === undefined ? null : (lower + upper) / 2;
  return { value, of: sorted.length };
}
