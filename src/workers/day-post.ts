import { addUp } from '../cases/day-summary.js';
import { digestOf, type Digest } from '../cases/digest.js';
import { addWeeks, dayPictureOf } from '../cases/posts/day-picture.js';
import type { Millis } from '../cases/case.js';
import type { PostPicture } from '../cases/posts/picture.js';
import type { PlaceDay } from './day-cases.js';
import type { Desk } from './desk.js';
import { listView } from './list-view.js';

export interface DayPost {
  made: Digest;
  /** Cases unfinished by now. */
  standing: number;
  picture: PostPicture | null;
}

/** The daily post of a place out of what was read of it and the places below, as text and (where it is wanted) picture. */
export function dayPost(
  desk: Desk,
  place: string,
  days: readonly PlaceDay[],
  day: Millis,
  pictured: boolean,
): DayPost {
  const total = totalOf(days, place, day);
  const view = { ...listView(desk, place), place, day };
  return {
    made: digestOf(total.day, view),
    standing: total.day.standing.count,
    picture: pictured && total.week ? dayPictureOf(total.day, total.week, { ...view, categoryNames: desk.settings.categoryNames }) : null, // prettier-ignore
  };
}

/** Several places as the one above them. */
export function totalOf(days: readonly PlaceDay[], place: string, day: Millis): PlaceDay {
  const weeks = days.flatMap(({ week }) => week ?? []);
  return {
    place,
    day: addUp(days.map((one) => one.day), place), // prettier-ignore
    week: weeks.length === days.length ? addWeeks(weeks, day) : null,
  };
}
