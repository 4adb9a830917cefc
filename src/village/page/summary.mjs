import { nameOf, store } from './store.mjs';

const KINDS = {
  image: '[图片]',
  audio: '[语音]',
  video: '[视频]',
  location: '[位置]',
  link: '[链接]',
  sticker: '[表情]',
};

/** A message in a few words, as lists and quotes show it. */
export function summary(line) {
  if (line.type === 'recalled') return '撤回了一条消息';
  if (line.type === 'location') return `[位置]${line.place?.name ?? ''}`;
  return KINDS[line.type] ?? line.text;
}

/** The last line of a chat for the list: `老贺：路灯坏了`. */
export function lastLine(chat) {
  const line = chat.lines.at(-1);
  if (!line) return chat.id === 'bot' ? '可以在这里私下说' : '还没有人说话';
  if (line.type === 'recalled') return `${who(line)}撤回了一条消息`;
  return chat.id === 'bot' ? summary(line) : `${who(line)}：${summary(line)}`;
}

export function who(line) {
  return line.from === store.state.me ? '你' : nameOf(line.from);
}
