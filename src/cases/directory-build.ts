import type { Actor } from './case.js';
import { placesOf, type DirectoryEntries, type GroupEntry } from './directory-entries.js';
import { onDutyOf } from './directory-duty.js';
import { findOfficial } from './directory-find.js';
import { mergeOfficials, mergePeople, type Person } from './directory-merge.js';
import { above, type Directory, type Group, type Official } from './directory.js';
import type { Role } from './words.js';

/**
 * Who is who, from the configuration, the rooms bound so far (group key → room id) and the contacts enrolled by code
 * (contact id → official key). An enrolment for somebody who left the directory gives no rights.
 */
export function buildDirectory(
  entries: DirectoryEntries,
  bindings: Record<string, string>,
  enrolments: Record<string, string>,
): Directory {
  const groups = entries.groups.map((entry) => toGroup(entry, bindings));
  const configured = mergePeople(entries.people);
  const enrolled = byKey(enrolments);
  const officials = configured.map((person) => enrol(person, enrolled));
  const byContact = indexContacts(configured, officials);
  const byRoom = new Map(groups.flatMap((group) => (group.roomId === null ? [] : [[group.roomId, group]])));
  const officialOf = (contactId: string): Official | null => mergeOfficials(byContact.get(contactId) ?? []);
  return {
    county: entries.county,
    groups,
    officials,
    places: placesOf(entries.groups.map((group) => group.place)),
    officialOf,
    groupOf: (roomId) => byRoom.get(roomId) ?? null,
    actor: (contactId, name) => toActor(contactId, name, officialOf(contactId)),
    holders: (roles, place) => officials.filter((official) => holds(official, roles, place)),
    find: (name, from) => findOfficial(officials, name, from, entries.county),
    workGroup: (place) => nearestWorkGroup(groups, place),
    onDuty: (place, at) => onDutyOf(entries.duty ?? [], officials, place, at),
    villageGroups: (place) => groups.filter((group) => group.kind === 'village' && group.place === place),
  };
}

function toGroup(entry: GroupEntry, bindings: Record<string, string>): Group {
  const key = entry.id === null ? `topic:${entry.topic ?? ''}` : `id:${entry.id}`;
  const roomId = entry.id ?? bindings[key] ?? null;
  return { key, topic: entry.topic, roomId, kind: entry.kind, place: entry.place, mode: entry.mode };
}

/** Official key → the contacts that enrolled under it. */
function byKey(enrolments: Record<string, string>): Map<string, string[]> {
  const contacts = new Map<string, string[]>();
  for (const [contact, key] of Object.entries(enrolments))
    contacts.set(key, [...(contacts.get(key) ?? []), contact]);
  return contacts;
}

/** Adds the contacts that enrolled by code to those that the configuration names. */
function enrol({ keys, ...official }: Person, enrolled: Map<string, string[]>): Official {
  const added = keys.flatMap((key) => enrolled.get(key) ?? []);
  return { ...official, contacts: [...new Set([...official.contacts, ...added])] };
}

/** Contact → everybody it stands for: whom the configuration names it for comes first, a code may add others. */
function indexContacts(configured: Person[], officials: Official[]): Map<string, Official[]> {
  const byContact = new Map<string, Official[]>();
  const add = (contact: string, official: Official): void => {
    const known = byContact.get(contact) ?? [];
    if (!known.includes(official)) byContact.set(contact, [...known, official]);
  };
  officials.forEach((official, i) => configured[i]?.contacts.forEach((contact) => add(contact, official)));
  officials.forEach((official) => official.contacts.forEach((contact) => add(contact, official)));
  return byContact;
}

function toActor(id: string, name: string, official: Official | null): Actor {
  return official === null
    ? { id, name, offices: [] }
    : { id, name, offices: official.offices, officialName: official.name };
}

function holds(official: Official, roles: Role[], place: string): boolean {
  return official.offices.some((office) => office.place === place && roles.includes(office.role));
}

/** Only a bound one can be spoken in: an unbound group of the place leaves the word to the one above. */
function nearestWorkGroup(groups: Group[], place: string): Group | null {
  const here = groups.find(
    (group) => group.kind === 'work' && group.place === place && group.roomId !== null,
  );
  const up = above(place);
  return here ?? (up === null ? null : nearestWorkGroup(groups, up));
}
