import { dayStart } from '../cases/calendar.js';
import type { Case, Millis } from '../cases/case.js';
import { summarise, type DaySummary } from '../cases/day-summary.js';
import { within } from '../cases/directory.js';
import { lookBack, weekOf, type Week } from '../cases/posts/day-picture.js';
import type { Desk } from './desk.js';

/** Open cases of these places. */
export async function openCases(desk: Desk, places: string[]): Promise<Case[]> {
  return (await Promise.all(places.map((place) => desk.cases.open(place)))).flat();
}

/** What daily posts tell of one place's own cases. */
export interface PlaceDay {
  place: string;
  day: DaySummary;
  /** Null where no picture is drawn. */
  week: Week | null;
}

/** Which day: any moment of it, and the moment until which things count. */
export interface Until {
  day: Millis;
  end: Millis;
}

/** So many places are read side by side: their cases are held until they are counted. */
const AT_ONCE = 8;

/** Places that ever held a case, within this one. */
export async function placesWithin(desk: Desk, place: string): Promise<string[]> {
  return (await desk.cases.places()).filter((one) => !one.startsWith('~') && within(one, place)).sort();
}

/** Reads each place once: everything open, and everything that something happened to that day (for a picture: that week). */
export async function readDays(
  desk: Desk,
  places: readonly string[],
  until: Until,
  pictures: boolean,
): Promise<PlaceDay[]> {
  const found: PlaceDay[] = [];
  for (let at = 0; at < places.length; at += AT_ONCE) {
    const page = places.slice(at, at + AT_ONCE);
    found.push(...(await Promise.all(page.map((place) => readDay(desk, place, until, pictures)))));
  }
  return found;
}

async function readDay(desk: Desk, place: string, { day, end }: Until, pictures: boolean): Promise<PlaceDay> {
  const from = pictures ? lookBack(day).from : dayStart(end);
  const cases = await desk.cases.openOrTouched(place, from, end + 1);
  const now = desk.clock.now();
  return {
    place,
    day: summarise(cases, place, day, now),
    week: pictures ? weekOf(cases, day, now) : null,
  };
}
