import fc from 'fast-check';
import { atName, clean, mask, phrase } from '../../../src/cases/mask.js';
import { isIdNumber } from '../../../src/cases/mask-patterns.js';
import { cpuMs } from '../../support/cpu.js';

describe('mask', () => {
  const personal: [string, string][] = [
    ['打我电话13812345678', '打我电话138****'],
    ['138 1234 5678', '138****'],
    ['138-1234-5678', '138****'],
    ['138.1234.5678', '138****'],
    ['1 3 8 1 2 3 4 5 6 7 8', '138****'],
    ['138—1234—5678', '138****'],
    ['１３８１２３４５６７８', '138****'],
    ['１３８－１２３４－５６７８', '138****'],
    ['+86 13812345678找我', '861****找我'],
    ['0086-138-1234-5678', '008****'],
    ['(138)1234 5678', '(138****'],
    ['微信138123456789', '微信138****'],
    ['0731-88812345', '073****'],
    ['（0731）88812345', '073****'],
    ['0731 8881 2345', '073****'],
    ['07318881234', '073****'],
    ['010-12345678是总机', '010-12345678是总机'],
    ['010-62345678', '010****'],
    ['座机：8881234', '座机：888****'],
    ['联系方式是88812345', '联系方式是888****'],
    ['身份证43010119800101123X', '身份证430****'],
    ['11010519491231002X', '110****'],
    ['110105 19491231 002X', '110****'],
    ['110105194912310021', '110****'],
    ['430101800101123', '430****'],
    ['430101 800101 123', '430****'],
    ['卡号6222020200123456789', '卡号622****'],
    ['6222 0202 0012 3456 789', '622****'],
    ['6222-0202-0012-3456', '622****'],
    ['湘A12345撞的', '湘A****撞的'],
    ['湘A·D1234学', '湘A****'],
    ['湘AD12345', '湘A****'],
    ['湘 b 8k321', '湘 ****'],
    ['幺三八零零一二三四五六七', '****'],
    ['一三八一二三四五六七八九', '****'],
    ['加我wxid_abc123', '加我****'],
    ['发到 lao.he@qq.com', '发到 l****'],
  ];
  it.each(personal)('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  const harmless = [
    '5月2日10点02分', '2026-05-02', '2026-05-02 10:30', '2026-05-02 2026-05-05', '三组12户', '#12 路灯', '119、110、120',
    '12345热线', '门牌101 102 103 104', '长1200米宽3.5米', '花了128000元', '0.5小时', '3-5天', '一二三四五组', '电话没人接',
    'A栋3单元502', '湘江边', '湘A停车', '第20260502号', '1、2、3、4、5、6、7、8、9、10、11', '400电话', '村村通 5.5米 3公里',
  ]; // prettier-ignore
  it.each(harmless)('leaves %s', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('knows an ID number by its check figure', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('110105194912310029')).toBe(false);
    expect(isIdNumber('1101051949123100')).toBe(false);
  });

  const gap = fc.constantFrom('', '', ' ', '-', '.', '—', '  ');
  const figures = (n: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n });
  const around = fc.constantFrom('', '找我', '，', ' ', '电话', '。老贺', '(');

  it('lets no mobile number through, however it is spaced, and is done after one time', () => {
    const mobile = fc.tuple(
      fc.integer({ min: 3, max: 9 }),
      figures(9),
      fc.array(gap, { minLength: 10, maxLength: 10 }),
    );
    fc.assert(
      fc.property(around, mobile, around, (before, [second, rest, gaps], after) => {
        const all = [second, ...rest];
        const number = `1${all.map((figure, i) => `${gaps[i] ?? ''}${figure}`).join('')}`;
        const masked = mask(`${before}${number}${after}`);
        expect(masked.replace(/\D/gu, '').length).toBeLessThanOrEqual(3);
        expect(mask(masked)).toBe(masked);
      }),
    );
  });

  it('lets no long run of figures through', () => {
    fc.assert(
      fc.property(around, figures(11), figures(8), fc.nat({ max: 8 }), around, (before, a, b, n, after) => {
        const run = [...a, ...b.slice(0, n)].join('');
        expect(mask(`${before}${run}${after}`)).not.toMatch(/\d{4}/u);
      }),
    );
  });
});

describe('clean', () => {
  it('makes one line of it', () => {
    expect(clean('  灯\n不\t亮 \r\n了  ', 20)).toBe('灯 不 亮 了');
  });

  it('takes out what cannot be seen, so that nothing hides in a number either', () => {
    expect(clean('灯\u200b不\u202e亮\u2066了\ufeff\u0000', 20)).toBe('灯不亮了');
    expect(clean('138\u200b1234\u200b5678', 20)).toBe('138****');
    expect(clean('灯\ud83d', 20)).toBe('灯');
  });

  it('calls nobody to arms', () => {
    for (const text of ['@所有人 停水', '＠所有人 停水', '@ 所有人 停水', '@\u200b所有人 停水'])
      expect(clean(text, 20)).toBe('所有人 停水');
    expect(clean('@all 停水 @ALL', 20)).toBe('all 停水 ALL');
    expect(clean('@全体成员看', 20)).toBe('全体成员看');
    expect(clean('@老贺 看', 20)).toBe('@老贺 看');
  });

  it('cuts by whole characters', () => {
    expect(clean('一二三四五六', 6)).toBe('一二三四五六');
    expect(clean('一二三四五六七', 6)).toBe('一二三四五…');
    expect(clean('🌾🌾🌾🌾', 3)).toBe('🌾🌾…');
    expect(clean('x'.repeat(20_000), 60)).toHaveLength(60);
  });

  it('never lets a cut bring back a number', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 40 }), (lead, max) => {
        expect(clean(`${'灯'.repeat(lead)}13812345678`, max)).not.toMatch(/\d{4}/u);
      }),
    );
  });

  it('is quick on hostile text', () => {
    const hostile = ['1'.repeat(20_000), '1 '.repeat(10_000), '@'.repeat(20_000), 'a.'.repeat(10_000), '湘A'.repeat(10_000), '一'.repeat(20_000), '1-'.repeat(10_000)]; // prettier-ignore
    const took = cpuMs(() => hostile.forEach((text) => void clean(text, 60)));
    expect(took).toBeLessThan(4_000);
  });
});

describe('names and phrases', () => {
  it('mentions as WeChat does', () => {
    expect(atName('老贺')).toBe('@老贺\u2005');
    expect(atName('老贺13812345678')).toBe('@老贺138****\u2005');
    expect(atName('  ')).toBe('');
    expect(atName('wxid_he')).toBe('');
  });

  it('does not repeat a nickname that calls everybody', () => {
    for (const name of ['所有人', '@所有人', 'ALL', '全体成员', '\u200b所有人', '＠all'])
      expect(atName(name)).toBe('');
  });

  it('leaves the full stop to the sentence around it', () => {
    expect(phrase('换了灯泡。', 60)).toBe('换了灯泡');
    expect(phrase('好了！！', 60)).toBe('好了');
    expect(phrase('在修吗？', 60)).toBe('在修吗？');
    expect(phrase(' 。 ', 60)).toBe('');
  });
});
