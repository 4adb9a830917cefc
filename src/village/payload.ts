import * as PUPPET from 'wechaty-puppet';
import type { MessageType } from '../cases/words.js';
import type { ChatLine } from './api.js';
import type { Society } from './society.js';

const TYPES: Record<MessageType, PUPPET.types.Message> = {
  text: PUPPET.types.Message.Text,
  image: PUPPET.types.Message.Image,
  audio: PUPPET.types.Message.Audio,
  video: PUPPET.types.Message.Video,
  location: PUPPET.types.Message.Location,
  link: PUPPET.types.Message.Url,
  sticker: PUPPET.types.Message.Emoticon,
  recalled: PUPPET.types.Message.Recalled,
};

/** A line as the gateway hands it over. A recall's text is the id of what was taken back. */
export function messagePayload(line: ChatLine, botId: string): PUPPET.payloads.Message {
  const base = {
    id: line.id,
    talkerId: line.from,
    text: line.type === 'audio' ? voiceText(line) : line.text,
    timestamp: line.at,
    type: TYPES[line.type],
    ...(line.file && { filename: line.file.name }),
  };
  if (line.room) return { ...base, roomId: line.chat, mentionIdList: line.mentions };
  return { ...base, listenerId: line.from === botId ? line.chat : botId };
}

/** As WeChat writes a voice: XML with its length. */
function voiceText({ text, seconds }: ChatLine): string {
  if (text !== '' || seconds === undefined) return text;
  return `<msg><voicemsg endflag="1" voicelength="${Math.round(seconds * 1000)}" /></msg>`;
}

export function contactPayload(id: string, society: Society): PUPPET.payloads.Contact {
  const name = id === society.bot.id ? society.bot.name : society.person(id).name;
  return {
    id,
    name,
    avatar: '',
    friend: society.isFriend(id),
    gender: PUPPET.types.ContactGender.Unknown,
    type: PUPPET.types.Contact.Individual,
    phone: [],
  };
}

export function roomPayload(id: string, society: Society): PUPPET.payloads.Room {
  const room = society.room(id);
  return { id: room.id, topic: room.topic, memberIdList: [...room.members], adminIdList: [] };
}

export function memberPayload(roomId: string, id: string, society: Society): PUPPET.payloads.RoomMember {
  const { name, avatar } = contactPayload(id, society);
  return { id, name, avatar, roomAlias: society.alias(roomId, id) };
}
