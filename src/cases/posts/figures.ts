import { addDays } from '../calendar.js';
import type { Case, Millis } from '../case.js';
import { botMessages, humanActions, reopened, type History } from '../rates-history.js';
import {
  answered, answeredOnTime, begunIn, counted, declinedIn, during, isOverdue, isUnfinished, satisfaction, satisfactionOf, unrated,
  type Rate, type Satisfaction, type Span,
} from '../rates.js'; // prettier-ignore
import type { Category } from '../words.js';
import { daysOf } from './period.js';

type Part = Pick<Rate, 'count' | 'of'>;

/** The figures of one place and period, so made that those of several places add up to those of the place above. */
export interface PeriodFigures {
  /** 收到: cases begun in the period. */
  received: number;
  /** 回复, 按时回复, 办理中: of those. */
  answered: number;
  onTime: Part;
  open: number;
  /** 办结, 不予受理, 未评价: in the period, whenever the case began. */
  resolved: number;
  declined: number;
  unrated: number;
  /** 满意度: the period's ratings, whenever the case began. */
  satisfaction: Satisfaction;
  /** Unfinished by now, whenever begun. */
  standing: number;
  overdue: number;
  /** From the villager's message to the first answer (cases begun), and to the solution (cases solved), for medians. */
  answerMs: Millis[];
  solutionMs: Millis[];
  /** What the bot said about the cases begun, in their own chats. */
  spoken: number;
  /** 收到 by category. */
  categories: Partial<Record<Category, number>>;
  /** 收到 and 办结 day by day. */
  days: { received: number[]; resolved: number[] };
  /** From histories, where they were read. */
  effort: { reopened: Part; acts: number } | null;
}

/** Cases of one place, each once, at least those that are open or that something happened to since the period began. */
export function periodFigures(
  listed: readonly Case[],
  span: Span,
  now: Millis,
  histories: readonly History[] | null = null,
): PeriodFigures {
  const cases = counted(listed);
  const begun = begunIn(cases, span);
  const solved = cases.filter((c) => during(c.resolvedAt, span));
  return {
    received: begun.length,
    answered: answered(begun).count,
    onTime: part(answeredOnTime(begun, now)),
    open: begun.filter(isUnfinished).length,
    resolved: solved.length,
    declined: declinedIn(cases, span).length,
    unrated: unrated(cases, span),
    satisfaction: satisfaction(cases, span),
    standing: cases.filter(isUnfinished).length,
    overdue: cases.filter((c) => isOverdue(c, now)).length,
    answerMs: begun.flatMap((c) => (c.answeredAt === null ? [] : [c.answeredAt - c.openedAt])),
    solutionMs: solved.map((c) => (c.resolvedAt ?? 0) - c.openedAt),
    spoken: botMessages(begun).sum,
    categories: tally(begun),
    days: { received: daily(begun, 'openedAt', span), resolved: daily(solved, 'resolvedAt', span) },
    effort: histories && effortOf(histories, span),
  };
}

/** Several places as one. */
export function sumPeriods(all: readonly PeriodFigures[], span: Span): PeriodFigures {
  const sum = (of: (one: PeriodFigures) => number): number => all.reduce((total, one) => total + of(one), 0);
  const parts = (of: (one: PeriodFigures) => Part): Part => ({
    count: sum((one) => of(one).count),
    of: sum((one) => of(one).of),
  });
  const rated = (of: 'satisfied' | 'fairly' | 'unsatisfied'): number => sum((one) => one.satisfaction[of]);
  const days = (of: 'received' | 'resolved'): number[] => all.reduce((total, one) => total.map((n, i) => n + (one.days[of][i] ?? 0)), zeros(span)); // prettier-ignore
  const efforts = all.every((one) => one.effort !== null);
  return {
    received: sum((one) => one.received),
    answered: sum((one) => one.answered),
    onTime: parts((one) => one.onTime),
    open: sum((one) => one.open),
    resolved: sum((one) => one.resolved),
    declined: sum((one) => one.declined),
    unrated: sum((one) => one.unrated),
    satisfaction: satisfactionOf(rated('satisfied'), rated('fairly'), rated('unsatisfied')),
    standing: sum((one) => one.standing),
    overdue: sum((one) => one.overdue),
    answerMs: all.flatMap((one) => one.answerMs),
    solutionMs: all.flatMap((one) => one.solutionMs),
    spoken: sum((one) => one.spoken),
    categories: sumCategories(all),
    days: { received: days('received'), resolved: days('resolved') },
    effort: efforts ? { reopened: parts((one) => one.effort?.reopened ?? NONE), acts: sum((one) => one.effort?.acts ?? 0) } : null, // prettier-ignore
  };
}

const NONE: Part = { count: 0, of: 0 };

/** Acts are those on the cases begun in the period; reopenings those of any case. */
function effortOf(listed: readonly History[], span: Span): PeriodFigures['effort'] {
  const real = new Set(counted(listed.map((one) => one.case)));
  const histories = listed.filter((one) => real.has(one.case));
  const begun = histories.filter((one) => during(one.case.openedAt, span));
  return { reopened: part(reopened(histories, span)), acts: humanActions(begun).sum };
}

function part({ count, of }: Rate): Part {
  return { count, of };
}

function tally(cases: readonly Case[]): PeriodFigures['categories'] {
  const found: PeriodFigures['categories'] = {};
  for (const { category } of cases) found[category] = (found[category] ?? 0) + 1;
  return found;
}

function sumCategories(all: readonly PeriodFigures[]): PeriodFigures['categories'] {
  const found: PeriodFigures['categories'] = {};
  for (const { categories } of all)
    for (const [name, count] of Object.entries(categories) as [Category, number][])
      found[name] = (found[name] ?? 0) + count;
  return found;
}

function zeros(span: Span): number[] {
  return Array.from({ length: daysOf(span) }, () => 0);
}

function daily(cases: readonly Case[], moment: 'openedAt' | 'resolvedAt', span: Span): number[] {
  return zeros(span).map((_, day) => {
    const one: Span = { from: addDays(span.from, day), to: addDays(span.from, day + 1) };
    return cases.filter((c) => during(c[moment], one)).length;
  });
}
