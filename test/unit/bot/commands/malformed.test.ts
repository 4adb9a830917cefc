import { isMessageKey } from '../../../../src/cases/message-keys.js';
import type { Verb } from '../../../../src/cases/command.js';
import { is, n, none, quoted, said, villager, wrong } from './fixtures.js';
import type { Said } from './fixtures.js';

const FORMS: [Verb, [string, Said?][]][] = [
  ['assign', [
    ['交办 #3'], ['交办#3 3天'], ['交办'], ['#3 交办'], ['交办 #3 @李望秋 @周小满'], ['交给 #3'], ['交办 #3 你'], ['交办 #0 李望秋'], ['交办 #3 #4 李望秋'], ['交办', { quote: quoted }], ['交办 3天', { quote: quoted }], ['交办 #3 请尽快办理！！'],
  ]],
  ['transfer', [['转办 #3'], ['转办'], ['转办3'], ['#3 转办'], ['转给 #3'], ['转办 #-1 交通局'], ['转办', { quote: quoted }], ['转办 #3 @李望秋 @交通局']]],
  ['hand_back', [['退回 #3'], ['退回3'], ['#3 退回'], ['退回 #3。'], ['退单 #3'], ['退回 #99999999999 不归我们'], ['退回', { quote: quoted }], ['退回', { privateChat: true }]]],
  ['progress', [['进展 #3'], ['#3 进展'], ['进展3'], ['进展 #0 修路'], ['进展 #1e3 修路'], ['进展', { quote: quoted }], ['进展：', { quote: quoted }], ['进展 #3、#4 都在修']]],
  ['resolve', [['办结 #0'], ['办结 #-1 换灯泡'], ['办结 #99999999999 换灯泡'], ['办结 #1e3'], ['办结 #3 #4 换了灯泡'], ['办结 #3、4 换了灯泡'], ['办结#3.5'], ['办结 #3 换灯\n办结 #4 修桥'], ['#3 办结 换灯\n#4 办结 修桥']]],
  ['extend', [['延期 #3'], ['延期 #3 3天'], ['延期 #3 等材料'], ['延期 #3 几天 等材料'], ['延期 #3 0天 等材料'], ['延期 #3 400天 等材料'], ['延期 #3 本周五 等材料'], ['延期', { quote: quoted }], ['延期 3天', { quote: quoted }], ['#3 延期']]],
  ['ask', [['待补充 #3'], ['#3 待补充'], ['待补充 #0 哪一盏'], ['待补充 #3 #4 哪一盏'], ['待补充', { quote: quoted }], ['等村民 #3'], ['待补充', { privateChat: true }]]],
  ['decline', [['不予受理 #3'], ['不予受理'], ['不受理3'], ['#3 不予受理'], ['不予受理', { quote: quoted }], ['不予受理 #0 法院'], ['不予受理 #3。'], ['不予受理 #3 #4 法院']]],
  ['merge', [['合并 #5'], ['合并 #5 #5'], ['合并#5和'], ['合并 #5 那个'], ['合并 #5 #0'], ['合并 #5 #3 #4'], ['并入 #5'], ['合并 #3', { quote: quoted }], ['合并', { quote: quoted }], ['合并 #5 3']]],
  ['recategorise', [['改类 #3'], ['改类 #3 火星'], ['改类'], ['改类3'], ['#3 改类'], ['改类 #3 #4 环境卫生'], ['改类', { quote: quoted }], ['改类 #0 环境卫生']]],
  ['register', [['登记'], ['登记：'], ['登记 1 2'], ['登记 。。'], ['登记 3'], ['代登记', { privateChat: true }], ['登记 ？'], ['登记 12345']]],
  ['undo', [['撤销 #3'], ['取消 #3'], ['撤销3号'], ['#3 撤销'], ['取消', { quote: quoted }]]],
  ['show', [['查 #0'], ['查 #-1'], ['查 #3 #4'], ['查#99999999999'], ['查 #1e3'], ['查 #3、4']]],
  ['withdraw', [['撤回 #0'], ['撤回 #3 #4'], ['撤回#1e3']]],
  ['supervise', [['督办 #0'], ['督办 #3 #4'], ['督办#-3 快办']]],
]; // prettier-ignore

describe.each(FORMS)('%s: the verb is clear, the rest is not', (verb, forms) => {
  it.each(forms.map(([text, more]) => [text, more ?? {}] as const))('%s', (text, more) => {
    expect(said(text, more)).toEqual(wrong(verb));
  });
});

describe('nobody but an official is told how to write', () => {
  const own: Verb[] = ['progress', 'undo', 'register'];
  const all = FORMS.filter(([verb]) => !own.includes(verb)).flatMap(([, forms]) => forms);
  it.each(all.map(([text, more]) => [text, more ?? {}] as const))('%s', (text, more) => {
    expect(villager(text, more).kind).not.toBe('malformed');
    expect(villager(text, more)).toEqual(none);
  });
});

describe('long texts', () => {
  const long = '路灯坏了'.repeat(125);
  it('500 characters of words are the limit of an official command', () => {
    const fits = `办结 #3 ${'修'.repeat(494)}`;
    expect([...fits]).toHaveLength(500);
    expect(said(fits)).toMatchObject({ command: { verb: 'resolve', done: '修'.repeat(494) } });
    expect(said(`${fits}修`)).toEqual(none);
  });
  it('登记 and 诉求 take longer ones', () => {
    expect(said(`登记 ${long}`)).toEqual(is({ verb: 'register', text: long }));
    expect(villager(`诉求：${long}`)).toEqual(is({ verb: 'raise', text: long }));
    expect(villager(`@回音 ${long}`)).toEqual(is({ verb: 'raise', text: long }));
  });
  it('a long reason of a rating is cut at 500 characters', () => {
    const rate = villager(`不满意 #3 ${'坏'.repeat(600)}`);
    expect(rate).toEqual(is({ verb: 'rate', ref: n(3), rating: 'unsatisfied', reason: '坏'.repeat(500) }));
  });
});

describe('more verbs than one in a message', () => {
  it('a further line that is only words belongs to the first', () => {
    expect(said('办结 #3 换了灯泡\n顺便把电线也理了')).toEqual(
      is({ verb: 'resolve', ref: n(3), done: '换了灯泡\n顺便把电线也理了' }),
    );
  });
});

describe('the county’s own words for categories', () => {
  it('go before those built in', async () => {
    const { parseCommand } = await import('../../../../src/bot/commands/parse.js');
    const input = {
      reply: '改类 #3 厕所',
      quote: null,
      type: 'text',
      mentions: [],
      mentionsBot: false,
      botName: '回音',
    } as const;
    const speaker = { official: true, privateChat: false, openQuestion: false, openList: false };
    const parse = (words: Map<string, 'sanitation' | 'other'>) =>
      parseCommand({ ...input, mentions: [] }, speaker, words);
    expect(parse(new Map())).toEqual(wrong('recategorise'));
    expect(parse(new Map([['厕所', 'sanitation']]))).toEqual(
      is({ verb: 'recategorise', ref: n(3), category: 'sanitation' }),
    );
  });
  it.each([
    ['道路交通', 'road'], ['路灯', 'utility'], ['水电', 'utility'], ['环境卫生', 'sanitation'], ['农业', 'farming'], ['住房', 'housing'], ['低保', 'welfare'], ['社保', 'welfare'],
    ['教育', 'education'], ['医疗', 'health'], ['治安', 'security'], ['政务', 'government'], ['村务', 'village_affairs'], ['应急', 'disaster'], ['其他', 'other'],
  ])('%s is %s', (word, category) => {
    expect(said(`改类 #3 ${word}`)).toMatchObject({ command: { category } });
  }); // prettier-ignore
});

describe('what would have been right', () => {
  it('has a text for every verb that can be wrong', () => {
    const expected = FORMS.flatMap(([verb]) => [`expects_${verb}`]);
    const more = ['accept', 'lift', 'publish', 'void', 'join', 'pick', 'pick_into', 'enrol', 'code'].map(
      (verb) => `expects_${verb}`,
    );
    for (const key of [...expected, ...more]) expect([key, isMessageKey(key)]).toEqual([key, true]);
  });
});
