import { dayStart } from '../cases/calendar.js';
import type { Case, Millis } from '../cases/case.js';
import { within } from '../cases/directory.js';
import type { Desk } from './desk.js';

/** Open cases of these places. */
export async function openCases(desk: Desk, places: string[]): Promise<Case[]> {
  return (await Promise.all(places.map((place) => desk.cases.open(place)))).flat();
}

/** What a daily post of this place counts: everything open, and everything that something happened to that day, or since `from`. */
export async function casesOfDay(
  desk: Desk,
  place: string,
  now: Millis,
  from = dayStart(now),
): Promise<Case[]> {
  const known = await desk.cases.places();
  const places = known.filter((one) => !one.startsWith('~') && within(one, place));
  const touched = await Promise.all(places.map((one) => desk.cases.touched(one, from, now + 1)));
  const all = [...(await openCases(desk, places)), ...touched.flat()];
  return [...new Map(all.map((c) => [c.id, c])).values()];
}
