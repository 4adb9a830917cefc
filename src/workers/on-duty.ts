import type { Keeper } from '../cases/case.js';
import type { Staff } from '../cases/context.js';
import { above, within } from '../cases/directory.js';
import type { Role } from '../cases/words.js';
import type { Desk } from './desk.js';

/** Who is asked first in a village. */
const KEEPERS: Role[][] = [['village_head'], ['village_cadre'], ['grid_worker']];

/**
 * Who answers for a place: its own cadres, heads in front, and the leaders of the places above it. `first`: whom a rule
 * of routing asks before all of them.
 */
export function staffOf(desk: Desk, place: string, first?: Keeper): Staff {
  const directory = desk.directory();
  const keepers = KEEPERS.flatMap((roles) => directory.holders(roles, place));
  const up = above(place);
  const leaders = directory.officials.filter((one) =>
    one.offices.some(
      (office) => office.role === 'township_leader' && up !== null && within(up, office.place),
    ),
  );
  const own: Keeper[] = [...new Set(keepers)].filter((one) => one.name !== first?.name);
  return { keepers: first ? [first, ...own] : own, leaders };
}
