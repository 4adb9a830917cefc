import type { Millis } from './case.js';
import { within, type Official, type OnDuty } from './directory.js';
import { endOf, shiftsAt, type DutyShift } from './duty.js';

/** The people of the shifts that run, each once, as officials of the directory. */
export function onDutyOf(
  shifts: readonly DutyShift[],
  officials: readonly Official[],
  place: string,
  at: Millis,
): OnDuty[] {
  const found = shiftsAt(shifts, place, at).flatMap((shift) =>
    shift.people.flatMap((name) => {
      const official = named(officials, name, place);
      return official ? [{ official, until: endOf(shift, at) ?? at }] : [];
    }),
  );
  return found.filter((one, i) => found.findIndex((other) => other.official === one.official) === i);
}

/** Of several people of one name the one whose office is nearest to the place. */
function named(officials: readonly Official[], name: string, place: string): Official | undefined {
  const called = officials.filter((one) => one.name === name);
  const holds =
    (fits: (office: string) => boolean) =>
    (one: Official): boolean =>
      one.offices.some((office) => fits(office.place));
  return (
    called.find(holds((office) => office === place)) ??
    called.find(holds((office) => within(place, office) || within(office, place))) ??
    called[0]
  );
}
