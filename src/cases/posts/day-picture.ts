import { addDays, formatDay } from '../calendar.js';
import type { Case, Millis } from '../case.js';
import { dayFigures } from '../digest-figures.js';
import { placeName, within } from '../directory.js';
import { isOverdue, type Span } from '../rates.js';
import type { Category } from '../words.js';
import { periodFigures } from './figures.js';
import { dayBars, satisfactionTile, shares } from './period-picture.js';
import type { PostPicture } from './picture.js';
import { lateRows } from './post-lists.js';
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

/** The daily post as a picture. `cases`: the open ones, and those that something happened to since `lookBack`. */
export function dayPicture(cases: readonly Case[], view: DayView): PostPicture {
  const { say } = view;
  const own = [...new Map(cases.filter((c) => within(c.place, view.place)).map((c) => [c.id, c])).values()];
  const today = dayFigures(own, view.day, view.now);
  const span = lookBack(view.day);
  const figures = periodFigures(own, span, view.now);
  const late = lateRows({ figures, late: latest(own, view.now) }, view);
  const tile = (label: string, value: number, note = '', alarm = false) => ({ label, value: String(value), note, alarm }); // prettier-ignore
  return {
    title: say('picture_day', { place: placeName(view.place, view.county) }),
    period: formatDay(view.day),
    tiles: [
      tile(say('picture_received', {}), today.received),
      tile(say('picture_answered', {}), today.answered),
      tile(say('picture_open', {}), today.open),
      tile(say('picture_resolved', {}), today.resolved.length),
      satisfactionTile({ figures: { ...figures, satisfaction: today.satisfaction } }, view),
      tile(say('picture_overdue', {}), today.overdue, say('picture_standing', { count: today.standing.length }), today.overdue > 0), // prettier-ignore
    ],
    days: dayBars({ figures }, span, say('picture_week_days', {}), view),
    shares: shares({ figures }, view),
    ranking: null,
    lists: late.length > 0 ? [{ title: say('picture_late', { count: today.overdue }), rows: late, alarm: true }] : [], // prettier-ignore
    foot: say('picture_foot', {}),
  };
}

/** The overdue among cases that figures count, the longest first. */
export function latest(cases: readonly Case[], now: Millis): Case[] {
  return cases
    .filter((c) => !c.sealed && isOverdue(c, now))
    .sort((a, b) => a.resolveBy - b.resolveBy || a.openedAt - b.openedAt);
}
