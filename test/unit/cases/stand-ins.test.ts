import { withStandIns } from '../../../src/cases/stand-ins.js';

const NAMES = ['周小满', '老贺', '月亮走我也走', '龙'];
const shown = (text: string): string => withStandIns(text, NAMES);

describe('stand-ins for what is personal', () => {
  it.each([
    ['三组路灯不亮，找我 13800001234', '三组路灯不亮，找我 某号码'],
    ['身份证 430426198001011234 丢了', '身份证 某号码 丢了'],
    ['卡号6222 0200 1234 5678 901 没到账', '卡号某号码 没到账'],
    ['湘A·D12345 这车天天堵路', '某车牌 这车天天堵路'],
    ['加我 wxid_abc123 说', '加我 某号码 说'],
    ['电话 8881234', '电话 某号码'],
  ])('numbers: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['@周小满\u2005二组又停水了', '@某人 二组又停水了'],
    ['@回音 三组垃圾没清', '@某人 三组垃圾没清'],
    ['周小满说明天修', '某某说明天修'],
    ['老贺家门口的井盖翘起了', '某某家门口的井盖翘起了'],
    ['王奶奶家漏雨', '某奶奶家漏雨'],
    ['找李大伟书记也没用', '找某书记也没用'],
    ['我叫张建国，住五组', '我叫某某，住五组'],
    ['王德发家里的牛踩了菜', '某某家里的牛踩了菜'],
    ['老谭家，水管爆了', '老某家，水管爆了'],
  ])('people: %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    '中院子路灯不亮，晚上看不见',
    '又没水了',
    '马路上好大一个坑',
    '三组12号那边停电3天了，2026年5月2日起',
    '高速桥底下积水',
    '龙头拧开没有水',
    '江边的路塌了',
  ])('leave a matter as it was said: %s', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('bear any text', () => {
    for (const text of ['', '\ud800', '*'.repeat(5000), '王'.repeat(5000), '@'.repeat(5000)])
      expect(typeof shown(text)).toBe('string');
  });
});
