import { MESSAGE_TYPES } from '../../../../src/cases/words.js';
import { messageType, PUPPET_TYPE } from '../../../../src/bot/message/kind.js';
import { recalledId } from '../../../../src/bot/message/recall.js';

describe('messageType', () => {
  it.each([
    ['text', PUPPET_TYPE.text, 'text'],
    ['picture', PUPPET_TYPE.image, 'image'],
    ['voice', PUPPET_TYPE.audio, 'audio'],
    ['video', PUPPET_TYPE.video, 'video'],
    ['place', PUPPET_TYPE.location, 'location'],
    ['sticker', PUPPET_TYPE.emoticon, 'sticker'],
    ['recall', PUPPET_TYPE.recalled, 'recalled'],
    ['link', PUPPET_TYPE.url, 'link'],
    ['mini program', PUPPET_TYPE.miniProgram, 'link'],
    ['contact card', PUPPET_TYPE.contact, 'link'],
    ['red envelope', PUPPET_TYPE.redEnvelope, 'link'],
    ['unknown', PUPPET_TYPE.unknown, 'text'],
  ])('%s', (_what, type, word) => {
    expect(messageType(type, '')).toBe(word);
  });

  it('never leaves a number without a word', () => {
    for (let type = -1; type < 100; type += 1) expect(MESSAGE_TYPES).toContain(messageType(type, ''));
  });

  it.each([
    ['现场.JPG', 'image'],
    ['录像.mp4', 'video'],
    ['录音.amr', 'audio'],
    ['关于修路的请求.docx', 'link'],
    ['', 'link'],
  ])('goes by the name of an attachment: %p', (filename, word) => {
    expect(messageType(PUPPET_TYPE.attachment, filename)).toBe(word);
  });
});

describe('recalledId', () => {
  it('takes a bare id', () => {
    expect(recalledId(' 6872342384_id ')).toBe('6872342384_id');
  });
  it("takes WeChat's own XML", () => {
    const xml =
      '<sysmsg type="revokemsg"><revokemsg><msgid>12</msgid><newmsgid>778899</newmsgid></revokemsg></sysmsg>';
    expect(recalledId(xml)).toBe('778899');
  });
  it.each(['"老贺" 撤回了一条消息', '', 'ab', 'two words'])('finds none in %p', (text) => {
    expect(recalledId(text)).toBeNull();
  });
});
