import type { DutyShift } from './duty.js';
import type { Category, Role } from './words.js';

/** directory.yaml, read and found sound: what `buildDirectory` makes a Directory of. */
export interface DirectoryEntries {
  county: string;
  groups: GroupEntry[];
  people: PersonEntry[];
  /** Who is on call where and when; people by name. */
  duty?: DutyShift[];
}

/** One chat that the bot serves: exactly one of `topic` and `id` is set. */
export interface GroupEntry {
  topic: string | null;
  id: string | null;
  kind: 'village' | 'work';
  place: string;
  mode: 'live' | 'trial';
}

/** One office of a person or unit; a person with several offices has several entries under one name. */
export interface PersonEntry {
  name: string;
  role: Role;
  /** '' = the county. */
  place: string;
  /** Contact ids that are known already; the others enrol with a one-time code. */
  contacts: string[];
  /** Departments alone: what is theirs. */
  categories: Category[];
  /** Groups of households and landmarks that are theirs: 三组, 枫树坳. */
  words?: string[];
}

/** Every place that exists: those of the groups and all above them, the county ('') first. */
export function placesOf(groupPlaces: readonly string[]): string[] {
  const places = new Set(['']);
  for (const place of groupPlaces) {
    const parts = place.split('/');
    parts.forEach((_, i) => places.add(parts.slice(0, i + 1).join('/')));
  }
  return [...places];
}
