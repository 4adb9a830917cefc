import type { Case, Millis } from '../cases/case.js';
import { digest, type Digest } from '../cases/digest.js';
import { dayPicture, lookBack } from '../cases/posts/day-picture.js';
import type { PostPicture } from '../cases/posts/picture.js';
import { casesOfDay } from './day-cases.js';
import type { Desk } from './desk.js';
import { listView } from './list-view.js';

export interface DayPost {
  made: Digest;
  cases: Case[];
  picture: PostPicture | null;
}

/** The daily post of a place, as text and (where the county wants them) picture. `end`: what counts until when. */
export async function dayPost(desk: Desk, place: string, day: Millis, end: Millis): Promise<DayPost> {
  const { posts, categoryNames } = desk.settings;
  const cases = posts.pictures
    ? await casesOfDay(desk, place, end, lookBack(day).from)
    : await casesOfDay(desk, place, end);
  const view = { ...listView(desk, place), place, day };
  const picture = posts.pictures ? dayPicture(cases, { ...view, categoryNames }) : null;
  return { made: digest(cases, view), cases, picture };
}
