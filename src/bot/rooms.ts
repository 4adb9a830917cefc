import { z } from 'zod';
import type { RoomInfo } from './account-port.js';
import { codeOf, faultKind } from './gateway/fault.js';
import { Slots } from './intake/slots.js';

export interface RoomSource {
  roomList(): Promise<string[]>;
  roomRawPayload(id: string): Promise<unknown>;
  roomMemberList(id: string): Promise<string[]>;
  contactRawPayload(id: string): Promise<unknown>;
  /** Tells the gateway to forget what it remembers of a room. */
  dirtyPayload(type: number, id: string): Promise<void>;
}

const roomSchema = z.object({ topic: z.string().catch(''), memberIdList: z.array(z.string()).catch([]) });
const contactSchema = z.object({ name: z.string().catch(''), friend: z.boolean().nullish() });
const ROOM = 3;
const SIDE_BY_SIDE = 8;
const DEADLINE_EXCEEDED = 4;

/** Groups and people as the gateway knows them now; nothing is remembered here. All reject without a connection. */
export class Rooms {
  readonly #source: RoomSource;

  constructor(source: RoomSource) {
    this.#source = source;
  }

  /** Rooms that cannot be read are left out. */
  async all(): Promise<RoomInfo[]> {
    const slots = new Slots(SIDE_BY_SIDE);
    const ids = [...new Set(await this.#source.roomList())];
    const rooms = await Promise.all(ids.map((id) => inSlot(slots, () => this.#read(id))));
    return rooms.filter((room) => room !== null);
  }

  /** One room, also past the gateway's own memory. Null: there is none, or it cannot be read. */
  async one(id: string): Promise<RoomInfo | null> {
    await this.#source.dirtyPayload(ROOM, id).catch(() => undefined);
    return this.#read(id);
  }

  members(id: string): Promise<string[]> {
    return this.#source.roomMemberList(id);
  }

  contact(id: string): Promise<{ name: string; friend: boolean } | null> {
    return orNull(async () => {
      const { name, friend } = contactSchema.parse(await this.#source.contactRawPayload(id));
      return { name, friend: friend === true };
    });
  }

  #read(id: string): Promise<RoomInfo | null> {
    return orNull(async () => {
      const { topic, memberIdList } = roomSchema.parse(await this.#source.roomRawPayload(id));
      const memberIds = memberIdList.length > 0 ? memberIdList : await this.members(id);
      return { id, topic, memberIds };
    });
  }
}

/** Null for what the gateway cannot read; without an answer nobody knows, and that is an error. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (faultKind(error) === 'away' || codeOf(error) === DEADLINE_EXCEEDED) throw error;
    return null;
  }
}

async function inSlot<T>(slots: Slots, act: () => Promise<T>): Promise<T> {
  await slots.take();
  try {
    return await act();
  } finally {
    slots.give();
  }
}
