import type { ChatLine, Post } from './api.js';
import type { ChatLog } from './chat-log.js';
import { fault } from './fault.js';
import { quoteText, shownAs } from './quote.js';
import type { Society } from './society.js';

/** After `@name`, as WeChat writes it. */
export const MENTION_END = '\u2005';

/** Makes a line of a post; throws one clear line when the post makes no sense. */
export function lineOf(
  post: Post,
  id: string,
  at: number,
  society: Society,
  log: ChatLog,
): Omit<ChatLine, 'seq'> {
  const person = society.person(post.from);
  const room = post.to === 'bot' ? null : society.room(post.room ?? '');
  if (room && !room.members.includes(person.id)) throw fault(`${person.name}不在“${room.topic}”里`);
  const chat = room?.id ?? person.id;
  const mentions = [...new Set(post.mentions ?? [])];
  const reply = withMentions(post.text ?? '', room?.id ?? null, mentions, society);
  const quoted = post.quote === undefined ? undefined : quotedOf(post.quote, chat, reply, society, log);
  return {
    id,
    chat,
    room: room !== null,
    from: person.id,
    at,
    type: post.type ?? 'text',
    text: quoted ? quoteText(quoted.name, quoted.text, reply) : reply,
    mentions,
    ...(quoted && { quoted }),
    ...(post.file && { file: { name: post.file.name, size: post.file.bytes.length } }),
    ...(post.seconds !== undefined && { seconds: post.seconds }),
    ...(post.place && { place: post.place }),
  };
}

function withMentions(text: string, roomId: string | null, mentions: string[], society: Society): string {
  if (roomId === null) {
    if (mentions.length > 0) throw fault('私聊里不用 @ 人');
    return text;
  }
  const missing = mentions.filter((id) => {
    if (!society.isMember(roomId, id)) throw fault(`${society.nameIn(null, id)}不在这个群里，不能 @`);
    return !text.includes(`@${society.nameIn(roomId, id)}`);
  });
  return missing.map((id) => `@${society.nameIn(roomId, id)}${MENTION_END}`).join('') + text;
}

function quotedOf(
  id: string,
  chat: string,
  reply: string,
  society: Society,
  log: ChatLog,
): ChatLine['quoted'] {
  const line = log.get(id);
  if (!line || line.chat !== chat || line.recalled) throw fault('引用的那条消息不在这个聊天里');
  const name = society.nameIn(line.room ? line.chat : null, line.from);
  const text = line.quoted?.reply ?? shownAs(line.type, line.type === 'link' ? line.text : textOf(line));
  return { id, name, text, reply };
}

/** A place is quoted by its name; other kinds by their text. */
function textOf(line: ChatLine): string {
  return line.place?.name ?? line.text;
}
