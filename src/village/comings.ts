import * as PUPPET from 'wechaty-puppet';
import type { Village } from './api.js';
import { fault } from './fault.js';
import type { VillagePuppet } from './puppet.js';
import type { World } from './world.js';

type Comings = Pick<
  Village,
  | 'addPerson'
  | 'addRoom'
  | 'join'
  | 'leave'
  | 'rename'
  | 'setAlias'
  | 'befriend'
  | 'setFriend'
  | 'isFriend'
  | 'invite'
>;

/** People and rooms that come, change and go, each with the event that a gateway tells of it. */
export function comings(world: World, puppet: VillagePuppet): Comings {
  const { society } = world;
  const changed = (type: PUPPET.types.Dirty, id: string): void => {
    puppet.dirtyPayload(type, id);
    world.tell({ type: 'rooms' });
  };
  const join: Village['join'] = (roomId, personIds, inviterId) =>
    joinRoom(world, puppet, roomId, personIds, inviterId);
  return {
    join,
    leave: (roomId, personIds) => leaveRoom(world, puppet, roomId, personIds),
    rename: (roomId, topic, changerId) => renameRoom(world, puppet, roomId, topic, changerId),
    addPerson: ({ id, name, about = '', stranger = false }) => {
      society.addPerson({ id, name, about, offices: [] }, !stranger);
      world.tell({ type: 'rooms' });
    },
    addRoom: ({ id, topic, members, withBot = true }) => {
      const first = members[0];
      if (first === undefined) throw fault('一个群至少要有一个人');
      members.forEach((m) => society.person(m));
      society.addRoom({ id, topic, kind: 'village', place: '', members: [...members] });
      if (withBot) join(id, [society.bot.id], first);
      else world.tell({ type: 'rooms' });
    },
    setAlias: (roomId, personId, alias) => {
      society.setAlias(society.room(roomId).id, personId, alias);
      changed(PUPPET.types.Payload.RoomMember, society.room(roomId).id);
    },
    setFriend: (id, friend) => {
      society.setFriend(society.person(id).id, friend);
      changed(PUPPET.types.Payload.Contact, id);
    },
    isFriend: (id) => society.isFriend(id),
    befriend: (from, hello) => befriend(world, puppet, from, hello),
    invite: (from, roomId) => {
      const asking = {
        kind: 'room' as const,
        id: world.newId(),
        from,
        roomId: society.room(roomId).id,
        at: world.now(),
      };
      society.ask(asking);
      puppet.emit('room-invite', { roomInvitationId: asking.id });
    },
  };
}

export function befriend(world: World, puppet: VillagePuppet, from: string, hello: string): string {
  const id = world.newId();
  world.society.ask({ kind: 'friend', id, from: world.society.person(from).id, hello, at: world.now() });
  puppet.emit('friendship', { friendshipId: id });
  return id;
}

/** The bot takes an invitation. */
export function acceptInvitation(world: World, puppet: VillagePuppet, invitationId: string): void {
  const asking = world.society.asking(invitationId);
  if (asking.kind === 'room') joinRoom(world, puppet, asking.roomId, [world.bot.id], asking.from);
}

function joinRoom(world: World, puppet: VillagePuppet, key: string, ids: string[], inviterId: string): void {
  const { id: roomId, members } = world.society.room(key);
  world.society.setMembers(roomId, [...members, ...ids]);
  membersChanged(world, puppet, roomId);
  puppet.emit('room-join', { roomId, inviteeIdList: ids, inviterId, timestamp: world.now() });
}

function leaveRoom(world: World, puppet: VillagePuppet, key: string, ids: string[]): void {
  const { id: roomId, members } = world.society.room(key);
  const left = members.filter((m) => !ids.includes(m));
  world.society.setMembers(roomId, left);
  membersChanged(world, puppet, roomId);
  const removerId = ids[0] ?? '';
  puppet.emit('room-leave', { roomId, removeeIdList: ids, removerId, timestamp: world.now() });
}

function renameRoom(
  world: World,
  puppet: VillagePuppet,
  key: string,
  topic: string,
  changerId: string,
): void {
  const room = world.society.room(key);
  const oldTopic = room.topic;
  room.topic = topic;
  membersChanged(world, puppet, room.id);
  puppet.emit('room-topic', {
    roomId: room.id,
    oldTopic,
    newTopic: topic,
    changerId,
    timestamp: world.now(),
  });
}

/** Sent before the event that tells of it, so that the client asks anew. */
function membersChanged(world: World, puppet: VillagePuppet, roomId: string): void {
  puppet.emit('dirty', { payloadType: PUPPET.types.Payload.Room, payloadId: roomId });
  puppet.emit('dirty', { payloadType: PUPPET.types.Payload.RoomMember, payloadId: roomId });
  world.tell({ type: 'rooms' });
}
