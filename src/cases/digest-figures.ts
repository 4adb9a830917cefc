import { addDays, dayStart } from './calendar.js';
import type { Case, Millis } from './case.js';
import {
  answered, begunIn, counted, during, isOverdue, isUnfinished, ratings, satisfactionOf, type Satisfaction, type Span,
} from './rates.js'; // prettier-ignore

/** The figures that add up over places. */
export interface DayCounts {
  /** 收到: cases begun that day. */
  received: number;
  /** 回复: those of them that an official has answered by now. */
  answered: number;
  /** 办理中: those of them unfinished by now. */
  open: number;
  /** 满意度: that day's ratings, whenever the case began. */
  satisfaction: Satisfaction;
}

/** One calendar day of a place and all below it. */
export interface DayFigures extends DayCounts {
  /** 办结: cases solved that day, whenever they began. */
  resolved: Case[];
  /** All cases unfinished by now, the nearest due first. */
  standing: Case[];
  overdue: number;
  /** A case was begun, answered, rated or solved that day. */
  happened: boolean;
}

/** Counts a calendar day (any moment of it) over these cases; each case is counted once, however often it is listed. */
export function dayFigures(listed: readonly Case[], day: Millis, now: Millis): DayFigures {
  const cases = once(counted(listed));
  const span: Span = { from: dayStart(day), to: addDays(day, 1) };
  const begun = begunIn(cases, span);
  const standing = cases
    .filter(isUnfinished)
    .sort((a, b) => a.resolveBy - b.resolveBy || a.openedAt - b.openedAt);
  const happened = (c: Case): boolean =>
    [c.openedAt, c.answeredAt, c.ratedAt, c.resolvedAt].some((at) => during(at, span));
  return {
    received: begun.length,
    answered: answered(begun).count,
    open: begun.filter(isUnfinished).length,
    satisfaction: ratings(cases, span),
    resolved: cases.filter((c) => during(c.resolvedAt, span)),
    standing,
    overdue: standing.filter((c) => isOverdue(c, now)).length,
    happened: cases.some(happened),
  };
}

/** The same case comes twice when it is both open and touched that day. */
function once(cases: Case[]): Case[] {
  return [...new Map(cases.map((c) => [c.id, c])).values()];
}

/** The days of several places as one. */
export function sumFigures(days: readonly DayCounts[]): DayCounts {
  const sum = (of: (day: DayCounts) => number): number => days.reduce((total, day) => total + of(day), 0);
  return {
    received: sum((day) => day.received),
    answered: sum((day) => day.answered),
    open: sum((day) => day.open),
    satisfaction: satisfactionOf(
      sum((day) => day.satisfaction.satisfied),
      sum((day) => day.satisfaction.fairly),
      sum((day) => day.satisfaction.unsatisfied),
    ),
  };
}
