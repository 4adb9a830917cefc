import type { VillagePerson, VillageRoom } from './api.js';
import { fault } from './fault.js';

/** A friend request or an invitation that waits for the bot's yes. */
export type Asking =
  | { kind: 'friend'; id: string; from: string; hello: string; at: number }
  | { kind: 'room'; id: string; from: string; roomId: string; at: number };

/** People, rooms, who sits where and who is a friend of the bot. */
export class Society {
  readonly people: VillagePerson[] = [];
  readonly rooms: VillageRoom[] = [];
  private readonly friends = new Set<string>();
  private readonly aliases = new Map<string, string>();
  private readonly asked = new Map<string, Asking>();

  constructor(readonly bot: { id: string; name: string }) {}

  addPerson(person: VillagePerson, friend: boolean): void {
    if (this.find(person.id) || person.id === this.bot.id) throw fault(`${person.id} 这个微信号已经有人用了`);
    this.people.push(person);
    this.setFriend(person.id, friend);
  }

  find(id: string): VillagePerson | null {
    return this.people.find((p) => p.id === id) ?? null;
  }

  person(id: string): VillagePerson {
    const person = this.find(id);
    if (!person) throw fault(`没有 ${id} 这个人`);
    return person;
  }

  addRoom(room: VillageRoom): VillageRoom {
    if (!room.id.includes('@')) throw fault(`群号 ${room.id} 里要有 @`);
    if (this.rooms.some((r) => r.id === room.id)) throw fault(`群号 ${room.id} 已经有了`);
    this.rooms.push(room);
    return room;
  }

  /** By id, or by topic where only one room has it. */
  room(key: string): VillageRoom {
    const byId = this.rooms.find((r) => r.id === key);
    if (byId) return byId;
    const [only, another] = this.rooms.filter((r) => r.topic === key);
    if (!only || another) throw fault(only ? `有几个群都叫“${key}”，请用群号` : `没有“${key}”这个群`);
    return only;
  }

  isMember(roomId: string, id: string): boolean {
    return this.room(roomId).members.includes(id);
  }

  setMembers(roomId: string, members: string[]): void {
    this.room(roomId).members = [...new Set(members)];
  }

  /** The name that others see in this chat: the alias in the room, else the person's own. */
  nameIn(roomId: string | null, id: string): string {
    const alias = roomId === null ? undefined : this.aliases.get(`${roomId} ${id}`);
    return alias ?? (id === this.bot.id ? this.bot.name : (this.find(id)?.name ?? id));
  }

  alias(roomId: string, id: string): string {
    return this.aliases.get(`${roomId} ${id}`) ?? '';
  }

  setAlias(roomId: string, id: string, alias: string): void {
    this.aliases.set(`${roomId} ${id}`, alias);
  }

  isFriend(id: string): boolean {
    return this.friends.has(id);
  }

  setFriend(id: string, friend: boolean): void {
    if (friend) this.friends.add(id);
    else this.friends.delete(id);
  }

  friendIds(): string[] {
    return [...this.friends];
  }

  ask(asking: Asking): void {
    this.asked.set(asking.id, asking);
  }

  asking(id: string): Asking {
    const asking = this.asked.get(id);
    if (!asking) throw fault(`没有编号 ${id} 的请求`);
    return asking;
  }
}
