import type { Office } from './case.js';
import type { PersonEntry } from './directory-entries.js';
import type { Official } from './directory.js';

/** The admin who is there when the directory lists none: the first start prints a code for it. */
export const BUILT_IN_ADMIN: PersonEntry = {
  name: '管理员',
  role: 'admin',
  place: '',
  contacts: [],
  categories: [],
};

/** An official as configured, before enrolments. */
export interface Person extends Official {
  /** `name|place` for each place that the person holds an office for: an enrolment under any of them is this person's. */
  keys: string[];
}

/** Stays when roles are added or changed, so that an enrolment outlives an edit of the directory. */
export function officialKey(name: string, place: string): string {
  return `${name}|${place}`;
}

/**
 * Entries to persons. Two entries are one person when they have one name and either a contact or a place in common;
 * one name in two places alone proves nothing: every county has several 李明.
 */
export function mergePeople(entries: readonly PersonEntry[]): Person[] {
  const hasAdmin = entries.some((entry) => entry.role === 'admin');
  const byName = new Map<string, PersonEntry[]>();
  for (const entry of hasAdmin ? entries : [...entries, BUILT_IN_ADMIN]) {
    byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  }
  return [...byName.values()].flatMap(samePersons).map(toPerson);
}

/** Entries of one name, parted into persons. */
function samePersons(entries: PersonEntry[]): PersonEntry[][] {
  let found: PersonEntry[][] = [];
  for (const entry of entries) {
    const mine = found.filter((person) => person.some((other) => overlap(entry, other)));
    found = [...found.filter((person) => !mine.includes(person)), [...mine.flat(), entry]];
  }
  return found;
}

function overlap(a: PersonEntry, b: PersonEntry): boolean {
  return a.place === b.place || a.contacts.some((contact) => b.contacts.includes(contact));
}

function toPerson(entries: PersonEntry[]): Person {
  const keys = [...new Set(entries.map((entry) => officialKey(entry.name, entry.place)))];
  return {
    key: keys[0] ?? '',
    keys,
    name: entries[0]?.name ?? '',
    contacts: [...new Set(entries.flatMap((entry) => entry.contacts))],
    offices: entries.map(toOffice).filter(isFirst),
  };
}

function toOffice({ role, place, categories, words = [] }: PersonEntry): Office {
  if (role === 'department') return { role, place, categories };
  return words.length > 0 ? { role, place, words } : { role, place };
}

function isFirst(office: Office, index: number, all: Office[]): boolean {
  return all.findIndex((other) => other.role === office.role && other.place === office.place) === index;
}

/** All rights of one contact: the offices of everybody that it is enrolled for; the first one gives the name. */
export function mergeOfficials(officials: readonly Official[]): Official | null {
  const [first, ...others] = officials;
  if (first === undefined || others.length === 0) return first ?? null;
  return { ...first, offices: officials.flatMap((official) => official.offices).filter(isFirst) };
}
