/** Between the quoted line and the reply, as puppets of this generation hand it over. */
const RULE = '- - - - - - - - - - - - - - -';

/** A quote as it goes over the wire: WeChat's own is lost in the puppet, so it is text. */
export function quoteText(name: string, text: string, reply: string): string {
  return `「${name}：${text}」\n${RULE}\n${reply}`;
}

const SHOWN: Record<string, string> = {
  image: '[图片]',
  audio: '[语音]',
  video: '[视频]',
  location: '[位置]',
  link: '[链接]',
  sticker: '[表情]',
};

/** What stands in a quote (and in the list of chats) for a message of this type. */
export function shownAs(type: string, text: string): string {
  const word = SHOWN[type];
  return word === undefined ? text : text === '' ? word : `${word}${text}`;
}
