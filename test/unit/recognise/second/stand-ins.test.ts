import { StandIns, type Person } from '../../../../src/recognise/second/stand-ins.js';

const villager = (id: string, name: string): Person => ({ id, name, speaker: 'villager' });
const PEOPLE: Person[] = [
  villager('v1', '月亮走我也走'),
  villager('v2', '三组-贺建国'),
  villager('v3', 'A水电安装小王'),
  { id: 'c1', name: '石门周支书', speaker: 'official' },
];
const mask = (text: string): string => new StandIns(PEOPLE, ['李望秋']).text(text, 600);

describe('what leaves the machine', () => {
  it.each([
    ['打我电话13800001234', '打我电话[号码]'],
    ['打我电话 138 0000 1234', '打我电话 [号码]'],
    ['１３８００００１２３４', '[号码]'],
    ['①③⑧⓪⓪⓪⓪①②③④', '[号码]'],
    ['13\u200b800001234找我', '[号码]找我'],
    ['幺三八零零零零一二三四', '[号码]'],
    ['身份证430181199001011234', '身份证[号码]'],
    ['卡号6222 0200 1234 5678 901', '卡号[号码]'],
    ['座机 07318881234', '座机 [号码]'],
    ['号码8881234', '号码[号码]'],
    ['湘A12345压坏的', '[号码]压坏的'],
    ['加我wxid_abc123', '加我[号码]'],
    ['看https://a.example/u?id=9 这里', '看[链接] 这里'],
  ])('no number: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['月亮走我也走说得对', '甲说得对'],
    ['@月亮走我也走\u2005你家停水没', '@甲 你家停水没'],
    ['@三组-贺建国 路灯', '@甲 路灯'],
    ['建国叫人来修', '甲叫人来修'],
    ['小王师傅电话多少', '甲师傅电话多少'],
    ['@陌生人 在吗', '@某人 在吗'],
    ['石门周支书来看下', '干部来看下'],
    ['李望秋说明天来', '干部说明天来'],
    ['王奶奶家漏雨', '某奶奶家漏雨'],
    ['何书记，三组没水', '某书记,三组没水'],
    ['我叫刘大明', '我叫某人'],
    ['王桂英家门口的路塌了', '某人家门口的路塌了'],
    ['老谭 水管又爆了', '某人 水管又爆了'],
  ])('no name: %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    '三组又停水了 三天了',
    '中院子那一排灯又替国家省电了 连着三夜',
    '马路上黄泥巴好厚 江边的水漫上来了',
    '低保要什么条件 6月30日前交钱吗 120块',
    '石桥栏杆断了2米，2026年修的',
  ])('what it is about stays: %s', (text) => {
    expect(new StandIns(PEOPLE, []).text(text, 600).normalize('NFKC')).toBe(text.normalize('NFKC'));
  });

  it('the same person is the same throughout, officials are only their role', () => {
    const masks = new StandIns(PEOPLE, []);
    const [moon, he, wang, zhou] = PEOPLE as [Person, Person, Person, Person];
    expect([masks.who(he), masks.who(moon), masks.who(he)]).toEqual([
      '甲（村民）',
      '乙（村民）',
      '甲（村民）',
    ]);
    expect(masks.text('贺建国和月亮走我也走都没水', 600)).toBe('甲和乙都没水');
    expect([masks.who(zhou), masks.who({ ...wang, speaker: 'doctor' })]).toEqual(['干部', '丙（医生）']);
  });

  it('any string is taken, long ones by head and tail', () => {
    for (const text of ['', '\ud800', '\u202e\u200b', '[强]', 'x'.repeat(20_000)])
      expect([...mask(text)].length).toBeLessThanOrEqual(600);
    expect(mask(`开头${'啊'.repeat(2_000)}结尾`)).toMatch(/^开头.*…啊+结尾$/u);
  });

  it('a nickname of odd signs is no pattern', () => {
    const masks = new StandIns([villager('v1', '$&.*(['), villager('v2', '水')], []);
    expect(masks.text('$&.*([ 又停水了', 600)).toBe('甲 又停水了');
  });
});
