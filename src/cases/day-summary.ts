import type { Case, Millis } from './case.js';
import { dayFigures, sumFigures, type DayCounts } from './digest-figures.js';

/** Cases that are told by name: how many there are, and the first of them. */
export interface Named {
  count: number;
  cases: Case[];
}

/** The counts of a village, for its line in the post of a place above. */
export interface PlaceCounts extends DayCounts {
  place: string;
  happened: boolean;
}

/** What a daily post tells of a place, without the cases that it does not name: those of many places add up. */
export interface DaySummary {
  counts: PlaceCounts;
  /** Solved that day, in the order of that. */
  resolved: Named;
  /** Unfinished by now, the nearest due first. */
  standing: Named;
  overdue: number;
  /** The places that it was added up from. */
  parts: PlaceCounts[];
}

/** More names than these nobody reads in a chat; the rest is a number. */
export const MOST_STANDING = 30;
export const MOST_RESOLVED = 12;

/** One calendar day (any moment of it) of one place's own cases. */
export function summarise(cases: readonly Case[], place: string, day: Millis, now: Millis): DaySummary {
  const { received, answered, open, satisfaction, happened, resolved, standing, overdue } = dayFigures(cases, day, now); // prettier-ignore
  const counts = { place, happened, received, answered, open, satisfaction };
  return {
    counts,
    resolved: named(resolved, resolved.length, byResolution, MOST_RESOLVED),
    standing: named(standing, standing.length, byDue, MOST_STANDING),
    overdue,
    parts: [counts],
  };
}

/** The days of several places as that of the place above them. */
export function addUp(days: readonly DaySummary[], place: string): DaySummary {
  const many = (of: (day: DaySummary) => Named): [Case[], number] => [days.flatMap((day) => of(day).cases), sum(days.map((day) => of(day).count))]; // prettier-ignore
  return {
    counts: {
      place,
      happened: days.some((day) => day.counts.happened),
      ...sumFigures(days.map((day) => day.counts)),
    },
    resolved: named(...many((day) => day.resolved), byResolution, MOST_RESOLVED),
    standing: named(...many((day) => day.standing), byDue, MOST_STANDING),
    overdue: sum(days.map((day) => day.overdue)),
    parts: days.flatMap((day) => day.parts),
  };
}

/** The first of all are among the first of each. */
function named(cases: Case[], count: number, order: (a: Case, b: Case) => number, most: number): Named {
  return { count, cases: [...cases].sort(order).slice(0, most) };
}

function byDue(a: Case, b: Case): number {
  return a.resolveBy - b.resolveBy || a.openedAt - b.openedAt || byId(a, b);
}

function byResolution(a: Case, b: Case): number {
  return (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0) || a.openedAt - b.openedAt || byId(a, b);
}

/** Cases of one moment stand in one order, whichever way their places were added up. */
function byId(a: Case, b: Case): number {
  return (a.number ?? 0) - (b.number ?? 0) || (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
