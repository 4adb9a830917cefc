import { addDays, formatDay } from '../calendar.js';
import type { Case, Millis } from '../case.js';
import { summarise, type DaySummary } from '../day-summary.js';
import { placeName, within } from '../directory.js';
import { isOverdue, type Span } from '../rates.js';
import type { Category } from '../words.js';
import { periodFigures, sumPeriods, type PeriodFigures } from './figures.js';
import { dayBars, satisfactionTile, shares } from './period-picture.js';
import type { PostPicture } from './picture.js';
import { lateRows, MOST_LATE } from './post-lists.js';
import type { PlaceView } from './post.js';

export interface DayView extends PlaceView {
  /** Any moment of the calendar day. */
  day: Millis;
  categoryNames: Record<Category, string>;
}

/** So far back does the picture of a day look: its bars, and its kinds of matter. */
export function lookBack(day: Millis): Span {
  return { from: addDays(day, -6), to: addDays(day, 1) };
}

/** What the picture tells beyond the day itself: a week's figures, and who is overdue the longest. */
export interface Week {
  figures: PeriodFigures;
  late: Case[];
}

/** `cases`: the open ones of one place, and those that something happened to since `lookBack`. */
export function weekOf(cases: readonly Case[], day: Millis, now: Millis): Week {
  return { figures: periodFigures(cases, lookBack(day), now), late: latest(cases, now).slice(0, MOST_LATE) };
}

/** Those of several places as one. */
export function addWeeks(weeks: readonly Week[], day: Millis): Week {
  const late = weeks.flatMap((week) => week.late).sort(byLateness).slice(0, MOST_LATE); // prettier-ignore
  return { figures: sumPeriods(weeks.map((week) => week.figures), lookBack(day)), late }; // prettier-ignore
}

/** The daily post as a picture. `cases`: the open ones, and those that something happened to since `lookBack`. */
export function dayPicture(cases: readonly Case[], view: DayView): PostPicture {
  const own = [...new Map(cases.filter((c) => within(c.place, view.place)).map((c) => [c.id, c])).values()];
  const day = summarise(own, view.place, view.day, view.now);
  return dayPictureOf(day, weekOf(own, view.day, view.now), view);
}

/** The same from what was added up before. */
export function dayPictureOf(day: DaySummary, week: Week, view: DayView): PostPicture {
  const { say } = view;
  const { counts: today, overdue } = day;
  const span = lookBack(view.day);
  const { figures } = week;
  const late = lateRows(week, view);
  const tile = (label: string, value: number, note = '', alarm = false) => ({ label, value: String(value), note, alarm }); // prettier-ignore
  return {
    title: say('picture_day', { place: placeName(view.place, view.county) }),
    period: formatDay(view.day),
    tiles: [
      tile(say('picture_received', {}), today.received),
      tile(say('picture_answered', {}), today.answered),
      tile(say('picture_open', {}), today.open),
      tile(say('picture_resolved', {}), day.resolved.count),
      satisfactionTile({ figures: { ...figures, satisfaction: today.satisfaction } }, view),
      tile(say('picture_overdue', {}), overdue, say('picture_standing', { count: day.standing.count }), overdue > 0), // prettier-ignore
    ],
    days: dayBars({ figures }, span, say('picture_week_days', {}), view),
    shares: shares({ figures }, view),
    ranking: null,
    lists: late.length > 0 ? [{ title: say('picture_late', { count: overdue }), rows: late, alarm: true }] : [], // prettier-ignore
    foot: say('picture_foot', {}),
  };
}

/** The overdue among cases that figures count, the longest first. */
export function latest(cases: readonly Case[], now: Millis): Case[] {
  return cases.filter((c) => !c.sealed && isOverdue(c, now)).sort(byLateness);
}

function byLateness(a: Case, b: Case): number {
  return a.resolveBy - b.resolveBy || a.openedAt - b.openedAt;
}
