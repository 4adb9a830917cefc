import type { Actor, Handler, Millis, Office } from './case.js';
import type { Role } from './words.js';

/** A chat that the bot serves, as configured and bound. `roomId` is null until found. */
export interface Group {
  key: string; // stable name of the entry: `id:<room id>` or `topic:<topic>`
  topic: string | null;
  roomId: string | null;
  kind: 'village' | 'work';
  place: string;
  mode: 'live' | 'trial';
}

/** A person or unit of the directory with the contacts that are enrolled for it (by configuration or by code). */
export interface Official {
  /** Stable: name + places, used for enrolment codes. */
  key: string;
  name: string;
  contacts: string[];
  offices: Office[];
}

/** Somebody on call. */
export interface OnDuty {
  official: Official;
  until: Millis;
}

/** Who is who at one moment: configuration plus bindings plus enrolments. Immutable; rebuilt on change. */
export interface Directory {
  county: string;
  groups: Group[];
  officials: Official[];
  groupOf(roomId: string): Group | null;
  officialOf(contactId: string): Official | null;
  /** The speaker with their rights; nobody listed = villager without offices. */
  actor(contactId: string, name: string): Actor;
  /** Officials with one of these roles for exactly this place. */
  holders(roles: Role[], place: string): Official[];
  /** Finds who `交办 @某人` or `转办 交通局` means, seen from a place: the place itself, then upward, then below it. Null: nobody or several. */
  find(name: string, from: string): { handler: Handler } | { several: string[] } | null;
  /** The bound work group of the place, or the nearest above it. */
  workGroup(place: string): Group | null;
  villageGroups(place: string): Group[];
  /** Who is on call for exactly this place, and until when; nobody where no shift of the roster runs. */
  onDuty(place: string, at: Millis): OnDuty[];
  /** Known places: those of groups and all above them. */
  places: string[];
}

/** True when `place` is `area` or lies below it; '' is the county and holds all. */
export function within(place: string, area: string): boolean {
  return area === '' || place === area || place.startsWith(`${area}/`);
}

/** The place above, '' for the county; null above the county. */
export function above(place: string): string | null {
  if (place === '') return null;
  const cut = place.lastIndexOf('/');
  return cut < 0 ? '' : place.slice(0, cut);
}

/** Last part of a place, as people say it: `店门镇/石门社区` → `石门社区`. */
export function placeName(place: string, county: string): string {
  return place === '' ? county : place.slice(place.lastIndexOf('/') + 1);
}
