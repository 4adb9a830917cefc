import fc from 'fast-check';
import { TITLE_MAX, titleOf } from '../../../src/cases/title.js';

describe('title', () => {
  const titles: [string, string][] = [
    ['中院子路灯不亮', '中院子路灯不亮'],
    ['中院子路灯不亮，晚上看不见', '中院子路灯不亮，晚上看不见'],
    ['中院子路灯不亮，晚上老人小孩都看不见路', '中院子路灯不亮'],
    ['诉求：三组停水两天了', '三组停水两天了'],
    ['反映: 桥栏杆断了', '桥栏杆断了'],
    ['@回音 三组停水', '三组停水'],
    ['三组停水 @周小满\u2005', '三组停水'],
    ['「周小满：明天停电」\n- - - - - - - - -\n三组也停吗', '三组也停吗'],
    ['各位领导好，我家门口垃圾没人收', '我家门口垃圾没人收'],
    ['书记你好 桥塌了', '桥塌了'],
    ['大家早上好！水管爆了', '水管爆了'],
    ['我想反映一下情况：路被压坏了', '路被压坏了'],
    ['请问低保怎么办', '低保怎么办'],
    ['😀😀灯坏了👍🏽', '灯坏了'],
    ['[捂脸]灯坏了[流泪]', '灯坏了'],
    ['灯\u200b坏\u202e了', '灯坏了'],
    ['打13812345678找我', '打138****找我'],
    ['路长3.5公里没硬化', '路长3.5公里没硬化'],
    ['从村口到小学的那条水泥路被大货车压坏了', '从村口到小学的那条水泥路被…'],
    ['。。。！！', ''],
    ['', ''],
    ['🌧️', ''],
    ['@所有人 停水了', '停水了'],
    ['快来人！中院子电线断了掉在路上，还在冒火花', '中院子电线断了掉在路上'],
    ['救命啊！！灶房烧起来了', '灶房烧起来了'],
    ['快来人', '快来人'],
  ];
  it.each(titles)('%j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it('is short, one line and calm whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const title = titleOf(text);
        expect([...title].length).toBeLessThanOrEqual(TITLE_MAX);
        expect(title).not.toMatch(/[\p{Cc}\p{Cf}]|\n/u);
      }),
    );
    expect([...titleOf('水'.repeat(20_000))].length).toBe(TITLE_MAX);
  });
});
