import type { RoomMessage } from './api.js';
import type { Decision } from '../cases/message.js';
import { ignored } from './context/decisions.js';
import { MEDIA_MS, NEIGHBOUR_MEDIA_MS } from './context/limits.js';
import type { Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';

/** Pictures, voice, videos and places right behind a matter belong to it; everything else without words is talk. */
export function readMedia(room: RoomState, message: RoomMessage): Decision {
  const matter = ['image', 'audio', 'video', 'location'].includes(message.type)
    ? shownMatter(room, message)
    : null;
  if (!matter) return ignored('chatter', null, null);
  room.touch(matter, message.who, message.at);
  return ignored(message.speaker === 'official' ? 'answer' : 'followup', matter, null);
}

function shownMatter(room: RoomState, message: RoomMessage): Matter | null {
  const speaker = room.speakers.of(message.who);
  const own = speaker.matter === null ? undefined : room.matters.get(speaker.matter);
  if (own && Math.abs(message.at - speaker.matterAt) <= MEDIA_MS) return own;
  for (const matter of room.matters.recent()) {
    const next = matter.lastIndex === room.index - 1;
    if (next && message.speaker !== 'official' && message.at - matter.lastAt <= NEIGHBOUR_MEDIA_MS)
      return matter;
  }
  return null;
}
