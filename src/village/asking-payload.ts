import * as PUPPET from 'wechaty-puppet';
import type { Society } from './society.js';

/** A friend request as the gateway hands it over. */
export function friendshipPayload(id: string, society: Society): PUPPET.payloads.Friendship {
  const asking = society.asking(id);
  if (asking.kind !== 'friend') throw new Error(`${id} is no friend request`);
  return {
    id,
    contactId: asking.from,
    hello: asking.hello,
    timestamp: asking.at,
    ticket: id,
    type: PUPPET.types.Friendship.Receive,
  };
}

/** An invitation to a room as the gateway hands it over. */
export function invitationPayload(id: string, society: Society): PUPPET.payloads.RoomInvitation {
  const asking = society.asking(id);
  if (asking.kind !== 'room') throw new Error(`${id} is no invitation`);
  const room = society.room(asking.roomId);
  return {
    id,
    inviterId: asking.from,
    topic: room.topic,
    avatar: '',
    invitation: `invitation:${id}`,
    memberCount: room.members.length,
    memberIdList: [],
    timestamp: asking.at,
    receiverId: society.bot.id,
  };
}
