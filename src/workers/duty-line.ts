import { dueText } from '../cases/due.js';
import { above, placeName } from '../cases/directory.js';
import type { Desk } from './desk.js';
import { staffOf } from './on-duty.js';

/** Whose rosters concern somebody of these places: their own, those right below (a township's villages), those above. */
export function dutyPlaces(own: readonly string[], all: readonly string[]): string[] {
  return [...new Set(own.flatMap((place) => [place, ...below(place, all), ...upward(place).slice(1)]))];
}

function below(place: string, all: readonly string[]): string[] {
  return all.filter((one) => one !== place && above(one) === place);
}

/** A place and all above it. */
function upward(place: string): string[] {
  const up = above(place);
  return up === null ? [place] : [place, ...upward(up)];
}

/** Who is on call for a place now; without a roster its cadres (a township or county without one says nothing). */
export function dutyLine(desk: Desk, place: string): string[] {
  const now = desk.clock.now();
  const directory = desk.directory();
  const name = placeName(place, directory.county);
  const called = directory.onDuty(place, now);
  if (called.length > 0) {
    const who = called.map(({ official, until }) =>
      desk.render('duty_until', { who: official.name, until: endText(until, now) }),
    );
    return [desk.render('duty_line', { place: name, who: who.join('、') })];
  }
  const fallback = staffOf(desk, place).keepers.map((one) => one.name);
  if (fallback.length > 0) return [desk.render('duty_fallback', { place: name, who: fallback.join('、') })];
  return place === '' ? [] : [desk.render('duty_nobody', { place: name })];
}

/** `今天18点`, `明天上午`: dueText without its 前. */
function endText(until: number, now: number): string {
  return dueText(until, now).replace(/前$/u, '');
}
