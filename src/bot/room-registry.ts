import type { Logger } from 'pino';
import { within, type Directory, type Group } from '../cases/directory.js';
import type { DirectoryStore } from '../cases/ports.js';
import type { RoomInfo } from './account-port.js';

/** Told of rooms that the account was newly taken into. */
export interface RoomGuests {
  joined(roomId: string): Promise<void>;
  /** A room is served (again): also long after the account joined it. */
  served(roomId: string, group: Group): Promise<void>;
}

export interface RegistryOptions {
  directory: () => Directory;
  people: DirectoryStore;
  /** The directory is rebuilt everywhere. */
  changed: () => Promise<void>;
  /** Who is inside a served room. */
  members: (roomId: string, ids: string[]) => Promise<void>;
  /** One line to the admins. */
  tellAdmins: (key: string, values: Record<string, string>, opId: string) => Promise<void>;
  guests: RoomGuests;
  room: (id: string) => Promise<RoomInfo | null>;
  rooms: () => Promise<RoomInfo[]>;
  log: Logger;
}

/** A room that was found foreign is looked at again after this. */
const FOREIGN_MS = 60_000;

/**
 * Which rooms are ours. A topic binds a room once, and only while an enrolled official of its place is inside; after
 * that the room's id counts. Renamed and doubled topics and unregistered rooms are told to the admins, once each.
 */
export class RoomRegistry {
  private readonly foreign = new Map<string, number>();

  constructor(private readonly options: RegistryOptions) {}

  /** Looks at every room that the account is in (after a login). */
  async survey(): Promise<void> {
    for (const room of await this.options.rooms()) await this.consider(room);
  }

  /** A message came from a room that is not ours yet: the group, when it now is. */
  async find(roomId: string): Promise<Group | null> {
    const seen = this.foreign.get(roomId);
    if (seen !== undefined && performance.now() - seen < FOREIGN_MS) return null;
    const room = await this.options.room(roomId);
    return room ? this.consider(room) : null;
  }

  /** People came or went, or the topic changed: looked at anew. */
  async refresh(roomId: string, selfJoined = false): Promise<void> {
    this.foreign.delete(roomId);
    if (selfJoined) await this.options.guests.joined(roomId);
    const room = await this.options.room(roomId);
    if (room) await this.consider(room);
  }

  /** The directory changed: what was foreign may be ours now. */
  forgetForeign(): void {
    this.foreign.clear();
  }

  private async consider(room: RoomInfo): Promise<Group | null> {
    const directory = this.options.directory();
    const bound = directory.groupOf(room.id);
    if (bound) return this.ours(room, bound);
    const named = directory.groups.find(
      (group) => group.topic !== null && sameTopic(group.topic, room.topic),
    );
    const group = named ? await this.tryBind(room, named) : await this.unregistered(room);
    if (group) return this.ours(room, group);
    this.foreign.set(room.id, performance.now());
    return null;
  }

  private async ours(room: RoomInfo, group: Group): Promise<Group> {
    this.foreign.delete(room.id);
    await this.options.members(room.id, room.memberIds);
    await this.options.guests.served(room.id, group);
    const renamed = group.topic !== null && room.topic !== '' && !sameTopic(group.topic, room.topic);
    if (renamed) {
      await this.tell(`renamed:${room.id}:${room.topic}`, 'room_renamed', {
        topic: group.topic ?? '',
        now: room.topic,
      });
    }
    return group;
  }

  private async tryBind(room: RoomInfo, group: Group): Promise<Group | null> {
    if (group.roomId !== null && group.roomId !== room.id) {
      await this.tell(`doubled:${room.id}`, 'room_doubled', { topic: room.topic });
      return null;
    }
    if (!this.officialInside(room, group)) {
      await this.tell(`no-official:${room.id}`, 'room_no_official', { topic: room.topic });
      return null;
    }
    if (!(await this.options.people.bind(group.key, room.id))) return null;
    this.options.log.info({ room: room.id, place: group.place }, 'room bound');
    await this.options.changed();
    return this.options.directory().groupOf(room.id);
  }

  /** Of the group's place: an office held for it or for a place above it. */
  private officialInside(room: RoomInfo, group: Group): boolean {
    const directory = this.options.directory();
    return room.memberIds.some((id) =>
      directory.officialOf(id)?.offices.some((office) => within(group.place, office.place)),
    );
  }

  private async unregistered(room: RoomInfo): Promise<null> {
    await this.tell(`unregistered:${room.id}`, 'room_unregistered', { topic: room.topic });
    return null;
  }

  /** Once each, and only when somebody is there to hear it. */
  private async tell(once: string, key: string, values: Record<string, string>): Promise<void> {
    const admins = this.options
      .directory()
      .officials.some(
        (one) => one.contacts.length > 0 && one.offices.some((office) => office.role === 'admin'),
      );
    if (admins && (await this.options.people.tellOnce(once)))
      await this.options.tellAdmins(key, values, once);
  }
}

function sameTopic(a: string, b: string): boolean {
  return a.normalize('NFKC').trim() === b.normalize('NFKC').trim();
}
