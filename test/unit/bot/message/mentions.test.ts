import { mentionedIn } from '../../../../src/bot/message/mentions.js';

const people = [
  { id: 'wxid_bot', names: ['回音', '小回'] },
  { id: 'wxid_zhou', names: ['周支书'] },
  { id: 'wxid_zhou2', names: ['周支书的爱人'] },
  { id: 'wxid_empty', names: [''] },
];

describe('mentionedIn', () => {
  it.each([
    ['closed by WeChat', '@回音\u2005路灯不亮', ['wxid_bot']],
    ['closed by a space', '@回音 路灯不亮', ['wxid_bot']],
    ['at the end', '路灯不亮 @回音', ['wxid_bot']],
    ['full-width sign and comma', '＠小回，路灯不亮', ['wxid_bot']],
    ['two people', '@周支书 @回音 看看', ['wxid_zhou', 'wxid_bot']],
    ['the longer of two names', '@周支书的爱人 在吗', ['wxid_zhou2']],
  ])('finds a mention %s', (_what, text, ids) => {
    expect(mentionedIn(text, people)).toEqual(ids);
  });

  it.each(['回音在吗', '@回音壁很好看', '写信到 a@b.cn', '@', '@ 回音', ''])('finds none in %p', (text) => {
    expect(mentionedIn(text, people)).toEqual([]);
  });

  it('names everybody who bears the name', () => {
    const twins = [
      { id: 'a', names: ['王伟'] },
      { id: 'b', names: ['王伟'] },
    ];
    expect(mentionedIn('@王伟 来', twins)).toEqual(['a', 'b']);
  });
});
