import type { Directory } from '../cases/directory.js';
import type { Incoming } from '../cases/message.js';
import type { RoomMessage } from '../recognise/api.js';
import { speakerOf } from '../cases/speaker.js';

/** A message as the recogniser sees it. A voice whose words are known is read like a written line. */
export function roomLine(message: Incoming, directory: Directory): RoomMessage {
  const { id, at, who, name, voice } = message;
  const spoken = message.type === 'audio' && voice?.transcribed === true;
  return {
    id,
    at,
    who,
    name,
    speaker: speakerOf(directory.actor(who, name)),
    type: spoken ? 'text' : message.type,
    text: spoken ? message.reply : message.text,
  };
}
