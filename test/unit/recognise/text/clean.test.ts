import { cleanText, evened } from '../../../../src/recognise/text/clean.js';

describe('cleanText', () => {
  it.each([
    ['ＡＢＣ１２３　＃３', 'abc123 #3'],
    ['路​燈‮壞了', '路灯坏了'],
    ['水\ud800停了', '水 停了'],
    ['我们这里冇得水哒', '我们这里没水了'],
    ['路登又不亮 冇得人来修', '路灯又不亮 没人来修'],
    ['自来谁挺了', '自来水挺了'],
    ['條渠塞住咗', '条渠堵了'],
    ['今日听朝', '今天听朝'],
  ])('evens out %j', (raw, plain) => {
    expect(evened(raw)).toBe(plain);
  });

  it('keeps words that only look like a variant', () => {
    expect(evened('听水声 自来水 公测 毛毛雨 喇叭')).toBe('听水声 自来水 公测 毛毛雨 喇叭');
  });

  it('takes mentions out, whether closed by U+2005 or by a blank', () => {
    const clean = cleanText('@周支书\u2005村口@修车小谭 13800001234\u2005灯坏了');
    expect(clean.text).toBe('村口 灯坏了');
    expect(clean.mentions).toEqual(['周支书', '修车小谭 13800001234']);
  });

  it('takes bracketed emoji out and names them', () => {
    expect(cleanText('停水了[捂脸][强]')).toMatchObject({ text: '停水了', faces: ['捂脸', '强'] });
  });

  it('separates a quoted message from the reply', () => {
    const clean = cleanText('「老贺 ：三组停水了」\n- - - - - - - - - - - - - - -\n我家也是');
    expect(clean.text).toBe('我家也是');
    expect(clean.quote).toEqual({ name: '老贺', text: '三组停水了' });
  });

  it('reads both ends of a very long text', () => {
    const clean = cleanText(`头${'长'.repeat(20_000)}尾`);
    expect(clean.text.length).toBeLessThan(2000);
    expect(clean.text.startsWith('头')).toBe(true);
    expect(clean.text.endsWith('尾')).toBe(true);
  });
});
