import type { MessageType } from '../../cases/words.js';

/** wechaty-puppet's numbers (schemas/message.ts); what is not here, and is not text, is shown as a link without text. */
export const PUPPET_TYPE = {
  unknown: 0, attachment: 1, audio: 2, contact: 3, chatHistory: 4, emoticon: 5, image: 6, text: 7, location: 8,
  miniProgram: 9, groupNote: 10, transfer: 11, redEnvelope: 12, recalled: 13, url: 14, video: 15, post: 16,
} as const; // prettier-ignore

const KINDS = new Map<number, MessageType>([
  [PUPPET_TYPE.unknown, 'text'],
  [PUPPET_TYPE.audio, 'audio'],
  [PUPPET_TYPE.emoticon, 'sticker'],
  [PUPPET_TYPE.image, 'image'],
  [PUPPET_TYPE.text, 'text'],
  [PUPPET_TYPE.location, 'location'],
  [PUPPET_TYPE.recalled, 'recalled'],
  [PUPPET_TYPE.video, 'video'],
]);

const BY_ENDING: [RegExp, MessageType][] = [
  [/\.(jpe?g|png|gif|webp|heic|bmp)$/i, 'image'],
  [/\.(mp4|mov|avi|mkv|3gp)$/i, 'video'],
  [/\.(mp3|amr|silk?|m4a|wav|ogg)$/i, 'audio'],
];

/** Our word for a puppet's type; an attachment by its file name (a picture sent "as a file" is a picture). */
export function messageType(type: number, filename: string): MessageType {
  if (type === PUPPET_TYPE.attachment) {
    return BY_ENDING.find(([ending]) => ending.test(filename))?.[1] ?? 'link';
  }
  return KINDS.get(type) ?? 'link';
}
