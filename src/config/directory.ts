import { z } from 'zod';
import type { DirectoryEntries } from '../cases/directory-entries.js';
import { CATEGORIES, ROLES } from '../cases/words.js';
import { dutySchema, toShift } from './duty.js';
import { strict } from './issues.js';

/** Characters that would break a key, a case's id (`place#N`) or a line in a chat. */
const UNSAFE = /[#{}@「」\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const place = z
  .string()
  .max(80)
  .refine(
    (text) => !UNSAFE.test(text),
    'a place holds none of # @ { } 「 」 and no invisible characters; write it like 店门镇/石门社区',
  )
  .refine(
    (text) => text === '' || text.split('/').every((part) => part !== '' && part === part.trim()),
    'a place has a name on both sides of each "/", without spaces; write it like 店门镇/石门社区',
  );
const name = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .refine(
    (text) => !UNSAFE.test(text),
    'a name holds none of # @ { } 「 」 and no invisible characters; write the real name',
  );
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\S+$/, 'an id holds no spaces; copy it as the gateway shows it');

export const groupSchema = strict({
  topic: z.string().trim().min(1).max(100).optional(),
  id: id.optional(),
  kind: z.enum(['village', 'work']),
  place,
  mode: z.enum(['live', 'trial']).optional(),
});

export const personSchema = strict({
  name,
  role: z.enum(ROLES),
  place,
  contact: z
    .union(
      [id, z.array(id).max(50)],
      'a contact is an id or a list of ids; write wxid_… or [wxid_…, wxid_…], between quotes when it is a number',
    )
    .optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  words: z.array(z.string().trim().min(1).max(20)).max(40).optional(),
});

export const shiftSchema = dutySchema(place, name);

/** The file as it is written. What depends on other entries is checked in config-directory-checks.ts. */
export const directorySchema = strict({
  county: name,
  groups: z.array(groupSchema),
  people: z.array(personSchema).default([]),
  duty: z.array(shiftSchema).default([]),
});
export type DirectoryFile = z.output<typeof directorySchema>;
export type GroupFile = z.output<typeof groupSchema>;
export type PersonFile = z.output<typeof personSchema>;

/** From the file's words to the product's; groups without a mode take that of the settings. */
export function toEntries(file: DirectoryFile, mode: 'live' | 'trial'): DirectoryEntries {
  return {
    county: file.county,
    groups: file.groups.map((group) => ({
      topic: group.topic ?? null,
      id: group.id ?? null,
      kind: group.kind,
      place: group.place,
      mode: group.mode ?? mode,
    })),
    people: file.people.map((person) => ({
      name: person.name,
      role: person.role,
      place: person.place,
      contacts: contactsOf(person),
      categories: person.categories ?? [],
      ...(person.words && { words: person.words }),
    })),
    duty: file.duty.map(toShift),
  };
}

/** One id, a list, or none, as a list without doubles. */
export function contactsOf(person: PersonFile): string[] {
  const { contact } = person;
  return contact === undefined ? [] : typeof contact === 'string' ? [contact] : [...new Set(contact)];
}
