import type { Staff } from '../cases/context.js';
import { above, within } from '../cases/directory.js';
import type { Role } from '../cases/words.js';
import type { Desk } from './desk.js';

/** Who is asked first in a village. */
const KEEPERS: Role[][] = [['village_head'], ['village_cadre'], ['grid_worker']];

/** Who answers for a place: its own cadres, heads in front, and the leaders of the places above it. */
export function staffOf(desk: Desk, place: string): Staff {
  const directory = desk.directory();
  const keepers = KEEPERS.flatMap((roles) => directory.holders(roles, place));
  const up = above(place);
  const leaders = directory.officials.filter((one) =>
    one.offices.some(
      (office) => office.role === 'township_leader' && up !== null && within(up, office.place),
    ),
  );
  return { keepers: [...new Set(keepers)], leaders };
}
