import type { z } from 'zod';
import { placesOf } from '../cases/directory-entries.js';
import type { Role } from '../cases/words.js';
import {
  contactsOf,
  groupSchema,
  personSchema,
  shiftSchema,
  type GroupFile,
  type PersonFile,
} from './directory.js';
import { checkDuty } from './duty-checks.js';
import { didYouMean, type Fault } from './fault.js';
import { shown, valueAt } from './issues.js';
import type { YamlFile } from './yaml.js';

/** An entry that is sound in itself, with its index in the file. */
interface Entry<Value> {
  index: number;
  value: Value;
}

/**
 * What no single line shows: places that do not exist, doubled chats, one contact under two names. Entries that are
 * unsound in themselves are left out here, so that all faults can be told at once without one causing another.
 */
export function checkDirectory(yaml: YamlFile): Fault[] {
  const groups = sound(yaml, 'groups', groupSchema);
  const people = sound(yaml, 'people', personSchema);
  const places = knownPlaces(yaml);
  return [
    ...groups.flatMap((group) => checkGroup(yaml, group)),
    ...doubled(yaml, groups, 'topic'),
    ...doubled(yaml, groups, 'id'),
    ...people.flatMap((person) => [...checkPlace(yaml, person, places), ...checkOffice(yaml, person)]),
    ...sharedWords(yaml, people),
    ...sharedContacts(yaml, people),
    ...checkDuty(yaml, sound(yaml, 'duty', shiftSchema), places, namesIn(yaml)),
  ];
}

function sound<Schema extends z.ZodType>(
  yaml: YamlFile,
  list: string,
  schema: Schema,
): Entry<z.output<Schema>>[] {
  const items = valueAt(yaml.value, [list]);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [{ index, value: parsed.data }] : [];
  });
}

function checkGroup(yaml: YamlFile, { index, value }: Entry<GroupFile>): Fault[] {
  const faults: Fault[] = [];
  if ((value.topic === undefined) === (value.id === undefined)) {
    const what =
      value.topic === undefined
        ? 'neither topic nor id says which chat this is'
        : 'topic and id are both set';
    faults.push(yaml.fault(['groups', index], what, 'write exactly one of them'));
  }
  if (value.kind === 'village' && value.place === '') {
    const mend = 'write its village, like 店门镇/石门社区 (only a work group can be the county\'s: "")';
    faults.push(yaml.fault(['groups', index, 'place'], 'a village group in no place', mend));
  }
  return faults;
}

function doubled(yaml: YamlFile, groups: Entry<GroupFile>[], key: 'topic' | 'id'): Fault[] {
  const first = new Map<string, number>();
  return groups.flatMap(({ index, value }) => {
    const name = value[key];
    if (name === undefined) return [];
    const other = first.get(name);
    if (other === undefined) {
      first.set(name, index);
      return [];
    }
    const what = `the ${key} "${shown(name)}" stands in line ${yaml.line(['groups', other])} already`;
    const mend =
      key === 'topic' ? 'rename one of the two chats, or name them by id' : 'take one of the two lines out';
    return [yaml.fault(['groups', index, key], what, mend)];
  });
}

/** Places come from every group line that has one, also an unsound one: its own fault is enough. */
function knownPlaces(yaml: YamlFile): string[] {
  const groups = valueAt(yaml.value, ['groups']);
  const places: unknown[] = Array.isArray(groups) ? groups.map((group) => valueAt(group, ['place'])) : [];
  return placesOf(places.filter((place): place is string => typeof place === 'string' && place !== ''));
}

/** Names of every person line, also of an unsound one. */
function namesIn(yaml: YamlFile): string[] {
  const people = valueAt(yaml.value, ['people']);
  const names: unknown[] = Array.isArray(people) ? people.map((person) => valueAt(person, ['name'])) : [];
  return names.filter((name): name is string => typeof name === 'string').map((name) => name.trim());
}

function checkPlace(yaml: YamlFile, { index, value }: Entry<PersonFile>, places: string[]): Fault[] {
  if (places.includes(value.place)) return [];
  const near = didYouMean(value.place, places);
  const add = `give a group this place, or choose one of: ${places.slice(0, 20).map((place) => place || '""').join(', ')}`; // prettier-ignore
  const mend = near === null ? add : `did you mean "${near}"? Else ${add}`;
  return [
    yaml.fault(
      ['people', index, 'place'],
      `the place "${shown(value.place)}" does not exist (no group is in it)`,
      mend,
    ),
  ];
}

const VILLAGE_ROLES: readonly Role[] = ['village_head', 'village_cadre', 'grid_worker'];

function checkOffice(yaml: YamlFile, { index, value }: Entry<PersonFile>): Fault[] {
  const faults: Fault[] = [];
  if (value.categories !== undefined && value.role !== 'department') {
    const what = `categories belong to departments alone, and this is a ${value.role}`;
    faults.push(
      yaml.fault(['people', index, 'categories'], what, 'take them out, or write role: department'),
    );
  }
  if (value.words !== undefined && !VILLAGE_ROLES.includes(value.role)) {
    const what = `words (三组, a landmark) belong to people of a village, and this is a ${value.role}`;
    faults.push(yaml.fault(['people', index, 'words'], what, 'take them out, or give them to its grid worker'));
  }
  if (value.place === '' && VILLAGE_ROLES.includes(value.role)) {
    const what = `a ${value.role} for the whole county`;
    faults.push(yaml.fault(['people', index, 'place'], what, 'write the village, like 店门镇/石门社区'));
  }
  return faults;
}

/** One group of households has one worker: two would each wait for the other. */
function sharedWords(yaml: YamlFile, people: Entry<PersonFile>[]): Fault[] {
  const owner = new Map<string, Entry<PersonFile>>();
  return people.flatMap((entry) =>
    (entry.value.words ?? []).flatMap((word) => {
      const key = `${entry.value.place} ${word}`;
      const first = owner.get(key);
      owner.set(key, first ?? entry);
      if (first === undefined || first.value.name === entry.value.name) return [];
      const what = `"${shown(word)}" is ${first.value.name}'s already (line ${yaml.line(['people', first.index])})`;
      return [yaml.fault(['people', entry.index, 'words'], what, 'take it out of one of the two')];
    }),
  );
}

function sharedContacts(yaml: YamlFile, people: Entry<PersonFile>[]): Fault[] {
  const owner = new Map<string, Entry<PersonFile>>();
  return people.flatMap((entry) =>
    contactsOf(entry.value).flatMap((contact) => {
      const first = owner.get(contact);
      if (first === undefined) owner.set(contact, entry);
      if (first === undefined || first.value.name === entry.value.name) return [];
      const line = yaml.line(['people', first.index]);
      const what = `${entry.value.name} and ${first.value.name} (line ${line}) have one contact, ${shown(contact)}`;
      const mend = 'a contact is one person: correct one of the two, or write the same name in both';
      return [yaml.fault(['people', entry.index, 'contact'], what, mend)];
    }),
  );
}
