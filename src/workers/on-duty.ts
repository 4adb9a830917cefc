import type { Keeper } from '../cases/case.js';
import type { Staff } from '../cases/context.js';
import { above, within, type Official } from '../cases/directory.js';
import type { Role } from '../cases/words.js';
import type { Desk } from './desk.js';

/** Who is asked first in a village. */
const KEEPERS: Role[][] = [['village_head'], ['village_cadre'], ['grid_worker']];

/**
 * Who answers for a place: its own cadres, whoever is on call now in front, heads next, and the leaders of the places
 * above it.
 */
export function staffOf(
  desk: Desk,
  place: string,
): Staff & { keepers: Official[]; leaders: Official[]; heads: Official[] } {
  const directory = desk.directory();
  const cadres = KEEPERS.flatMap((roles) => directory.holders(roles, place));
  const up = above(place);
  const leaders = directory.officials.filter((one) =>
    one.offices.some(
      (office) => office.role === 'township_leader' && up !== null && within(up, office.place),
    ),
  );
  const called = up === null ? [] : onRoster(desk, up).filter((one) => leaders.includes(one));
  return {
    keepers: unique([...onRoster(desk, place), ...cadres]),
    leaders: unique([...called, ...leaders]),
    heads: directory.holders(['village_head'], place),
  };
}

/** All who have to run when nobody answers: on call in the village (without a roster its cadres) and in the township. */
export function allOnDuty(desk: Desk, place: string): Official[] {
  const here = onRoster(desk, place);
  const up = above(place);
  return unique([
    ...(here.length > 0 ? here : staffOf(desk, place).keepers),
    ...(up === null ? [] : onRoster(desk, up)),
  ]);
}

function onRoster(desk: Desk, place: string): Official[] {
  return desk
    .directory()
    .onDuty(place, desk.clock.now())
    .map((one) => one.official);
}

function unique(people: Official[]): Official[] {
  return [...new Set(people)];
}

/** The same people, whom a rule of routing asks in front of all of them. */
export function askedBefore(staff: Staff, first: Keeper | undefined): Staff {
  if (!first) return staff;
  return { ...staff, keepers: [first, ...staff.keepers.filter((one) => one.name !== first.name)] };
}
