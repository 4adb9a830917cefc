import { readSignals } from '../../../src/recognise/signals.js';
import { cleanText } from '../../../src/recognise/text/clean.js';

const categories = (text: string): string[] => [
  ...new Set(readSignals(cleanText(text).text).findings.map((f) => f.meaning.category)),
];

describe('readSignals', () => {
  it.each([
    ['桥头的路灯不亮了', 'utility'],
    ['井盖翘起了', 'road'],
    ['冇得水用', 'utility'],
    ['垃圾堆成山', 'sanitation'],
    ['渠道垮了', 'farming'],
    ['电梯又坏', 'housing'],
    ['低保怎么申请', 'welfare'],
    ['校车超载', 'education'],
    ['野狗咬人', 'security'],
    ['账目一个字没公示', 'village_affairs'],
    ['后山在垮', 'disaster'],
  ])('finds in %j something of %s', (text, category) => {
    expect(categories(text)).toContain(category);
  });

  it.each(['路灯没坏', '桥不堵', '一路顺风', '电影断了', '水果不错', '早上好'])(
    'finds nothing in %j',
    (text) => {
      expect(categories(text)).toEqual([]);
    },
  );

  it('does not pair what stands far apart', () => {
    expect(categories('路灯下我们坐了很久很久然后他说那个凳子坏了')).not.toContain('utility');
  });

  it('counts overlapping words of one sign once', () => {
    const signals = readSignals('好几天了');
    expect(signals.count('lasting')).toBe(1);
  });

  it('takes a denied success for none', () => {
    expect(readSignals('还没修好').has('done')).toBe(false);
    expect(readSignals('已经修好了').has('done')).toBe(true);
  });
});
