import { z } from 'zod';
import { within } from '../pause.js';
import type { Mentionable } from './mentions.js';

/** The two questions that give a name. */
export interface NameSource {
  roomMemberRawPayload(roomId: string, contactId: string): Promise<unknown>;
  contactRawPayload(contactId: string): Promise<unknown>;
}

interface Known {
  names: string[];
  until: number;
}

const memberSchema = z.object({ name: z.string().catch(''), roomAlias: z.string().catch('') });
const contactSchema = z.object({ name: z.string().catch('') });

/** After a failure the name is asked again soon. */
const FAILED_TTL_MS = 10_000;
/** A message does not wait longer for its speaker's name. */
const PATIENCE_MS = 2000;
const MAX_ROOMS = 3000;
const MAX_PEOPLE = 600;
const PRIVATE = '';

/**
 * What people are called, room by room, remembered for a few minutes. A name that cannot be had is '': names prove
 * nothing, and no message waits for one.
 */
export class Names {
  readonly #source: NameSource;
  readonly #ttlMs: number;
  readonly #rooms = new Map<string, Map<string, Known>>();
  readonly #asking = new Map<string, Promise<string[]>>();

  constructor(source: NameSource, ttlMs: number) {
    this.#source = source;
    this.#ttlMs = ttlMs;
  }

  /** Room alias, else nickname, else ''. `roomId` null: a private chat. */
  async of(roomId: string | null, contactId: string): Promise<string> {
    return (await this.all(roomId, contactId))[0] ?? '';
  }

  /** Every name that this person bears here, the one shown first. */
  async all(roomId: string | null, contactId: string): Promise<string[]> {
    const known = this.#rooms.get(roomId ?? PRIVATE)?.get(contactId);
    if (known && known.until > performance.now()) return known.names;
    return within(this.#ask(roomId ?? PRIVATE, contactId), PATIENCE_MS, []);
  }

  /** Those whose names were seen in this room, also when they are due to be asked again. */
  seenIn(roomId: string): Mentionable[] {
    return [...(this.#rooms.get(roomId) ?? [])].map(([id, known]) => ({ id, names: known.names }));
  }

  /** They may have changed: a contact everywhere, or everybody in a room. */
  forget(id: string): void {
    this.#rooms.delete(id);
    for (const people of this.#rooms.values()) people.delete(id);
  }

  clear(): void {
    this.#rooms.clear();
  }

  #ask(room: string, contactId: string): Promise<string[]> {
    const key = `${room}\n${contactId}`;
    const asked = this.#asking.get(key);
    if (asked) return asked;
    const asking = this.#fetch(room, contactId)
      .then((names) => this.#keep(room, contactId, names))
      .finally(() => this.#asking.delete(key));
    this.#asking.set(key, asking);
    return asking;
  }

  async #fetch(room: string, contactId: string): Promise<string[]> {
    const inRoom = room === PRIVATE ? [] : await this.#asMember(room, contactId).catch(() => []);
    if (inRoom.length > 0) return inRoom;
    return this.#asContact(contactId).catch(() => []);
  }

  async #asMember(room: string, contactId: string): Promise<string[]> {
    const { name, roomAlias } = memberSchema.parse(await this.#source.roomMemberRawPayload(room, contactId));
    return [roomAlias, name].filter((text) => text !== '');
  }

  async #asContact(contactId: string): Promise<string[]> {
    const { name } = contactSchema.parse(await this.#source.contactRawPayload(contactId));
    return name === '' ? [] : [name];
  }

  #keep(room: string, contactId: string, names: string[]): string[] {
    const people = this.#rooms.get(room) ?? new Map<string, Known>();
    people.delete(contactId);
    people.set(contactId, {
      names,
      until: performance.now() + (names.length > 0 ? this.#ttlMs : FAILED_TTL_MS),
    });
    this.#rooms.set(room, people);
    dropOldest(people, MAX_PEOPLE);
    dropOldest(this.#rooms, MAX_ROOMS);
    return names;
  }
}

function dropOldest(map: Map<string, unknown>, max: number): void {
  if (map.size <= max) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
