import type { Command } from '../../../../src/cases/command.js';
import { is, merged, n, neighbour, none, noRef, quoted, said, villager } from './fixtures.js';
import type { Said } from './fixtures.js';

type Form = string | [string, Said];

/** Each form reads the same from a villager and from an official. */
function table(title: string, command: Command, forms: Form[]): void {
  describe(title, () => {
    it.each(forms.map((form) => (typeof form === 'string' ? ([form, {}] as const) : form)))(
      '%s',
      (text, more) => {
        expect(villager(text, more)).toEqual(is(command));
        expect(said(text, more)).toEqual(is(command));
      },
    );
  });
}

const ref = n(3);

table('查', { verb: 'show', ref }, [
  '查 #3', '查3', '查#3', '查＃３', '查３', '查 3号', '查三号', '查 三', '查询 #3', '查一下#3', '查下3', '帮我查一下 #3', '#3 查', '查 #3。', '查 #3 到哪了', '查#3怎么样了？',
  '查3号的进度', '@回音\u2005查3', '@回音 #3', '进度 #3？', '#3 进展怎么样了', '查 no.3', '查 编号3', '查 #3?', '查 3️⃣', '查③', '查看3', '查第3件',
  ['查', { quote: quoted }], ['查一下', { quote: quoted }], ['查 ', { quote: quoted }], ['查3', { privateChat: true }],
]); // prettier-ignore

table('查 elsewhere', { verb: 'show', ref: n(3, '石门社区') }, [
  '查 石门社区#3', '查石门社区#3', '查石门社区3号', '石门社区#3 查', '查 石门社区 ＃３', '查一下石门社区#3', '查 石门社区#3 进度', '@回音 石门社区#3',
]); // prettier-ignore

table('查 a sealed case', { verb: 'show', ref: { kind: 'code', code: 'M7K2QX' } }, [
  '查 M7K2QX', '查M7K2QX', '查 m7k2qx', '查　Ｍ７Ｋ２ＱＸ', '查询 M7K2QX', '查 M7K2QX。', '查：M7K2QX', ['查 M7K2QX', { privateChat: true }],
]); // prettier-ignore

table('查 in letters alone', { verb: 'show', ref: { kind: 'code', code: 'MQKWPX' } }, [
  '查 MQKWPX',
  '查MQKWPX',
  '查：ＭＱＫＷＰＸ',
]);

table('查 the only one', { verb: 'show', ref: noRef }, [
  '查', '查。', '查询', '查进度', '@回音 查', ['查', { quote: merged }], ['查一下', { quote: neighbour }], ['查一下', { privateChat: true }],
]); // prettier-ignore

table('满意', { verb: 'rate', ref, rating: 'satisfied', reason: '' }, [
  '满意 #3', '满意#3', '满意3', '#3 满意', '#3满意', '3号满意', '满意＃３。', '满意 3号', '很满意 #3', '满意 #3 [强]', '#3 非常满意！', '满意了 #3', '满意：#3', '我满意 #3', '满意３',
  ['满意', { quote: quoted }], ['满意。', { quote: quoted }], ['很满意', { quote: quoted }],
]); // prettier-ignore

table('满意 alone', { verb: 'rate', ref: noRef, rating: 'satisfied', reason: '' }, [
  '满意', '满意。', '满意！', '满意[强][强]', '满意👍', '很满意', '非常满意！', '我很满意', '满意了', '满意的', '@回音 满意', ['满意', { quote: merged }], '挺满意的',
]); // prettier-ignore

table('满意 with thanks', { verb: 'rate', ref: noRef, rating: 'satisfied', reason: '谢谢政府' }, [
  '满意 谢谢政府', '满意，谢谢政府', '满意谢谢政府', '满意！谢谢政府', '很满意，谢谢政府。', '满意。谢谢政府', '满意了，谢谢政府', '满意\n谢谢政府',
]); // prettier-ignore

table('基本满意', { verb: 'rate', ref, rating: 'fairly', reason: '' }, [
  '基本满意 #3', '基本满意#3', '#3 基本满意', '基本满意3', '还算满意 #3', '比较满意 #3', '3号 基本满意', '基本上满意 ＃３', ['基本满意', { quote: quoted }], ['基本满意吧', { quote: quoted }],
]); // prettier-ignore

table('基本满意 alone', { verb: 'rate', ref: noRef, rating: 'fairly', reason: '' }, [
  '基本满意', '基本满意。', '基本满意吧', '还算满意', '比较满意', '基本满意[抱拳]', '@回音 基本满意', '基本上满意', '勉强满意',
]); // prettier-ignore

table('不满意', { verb: 'rate', ref, rating: 'unsatisfied', reason: '灯还是不亮' }, [
  '不满意 #3 灯还是不亮', '不满意#3灯还是不亮', '不满意 #3，灯还是不亮', '#3 不满意 灯还是不亮', '#3不满意，灯还是不亮。', '3号不满意：灯还是不亮', '不满意3 灯还是不亮', '不满意＃３：灯还是不亮',
  '很不满意 #3 灯还是不亮', '不太满意 #3 灯还是不亮', '非常不满意 #3 灯还是不亮', '不满意 #3\n灯还是不亮', ['不满意 灯还是不亮', { quote: quoted }], ['不满意灯还是不亮', { quote: quoted }],
]); // prettier-ignore

table('不满意 alone', { verb: 'rate', ref: noRef, rating: 'unsatisfied', reason: '灯还是不亮' }, [
  '不满意 灯还是不亮', '不满意，灯还是不亮', '不满意灯还是不亮', '不满意：灯还是不亮', '不满意。灯还是不亮', '很不满意，灯还是不亮', '不满意\n灯还是不亮', '@回音 不满意 灯还是不亮', '我不满意，灯还是不亮',
]); // prettier-ignore

table('撤回', { verb: 'withdraw', ref }, [
  '撤回 #3', '撤回#3', '撤回3', '#3 撤回', '撤回 3号', '撤诉 #3', '我要撤回 #3', '撤回＃３。', '撤回 #3 自己修好了', ['撤回', { quote: quoted }],
]); // prettier-ignore
table('撤回 alone', { verb: 'withdraw', ref: noRef }, ['撤回', '撤回。', '我要撤回', '@回音 撤回', '撤诉', '申请撤回', '请撤回', ['撤回', { quote: merged }]]); // prettier-ignore

table('附议', { verb: 'join', ref }, [
  '附议 #3', '附议#3', '附议3', '#3 附议', '我附议 #3', '附议 3号', '附议＃３！', '#3 +1', '+1 #3', '附议 #3 我家也没水', ['附议', { quote: quoted }], ['+1', { quote: quoted }],
]); // prettier-ignore
table('附议 alone', { verb: 'join', ref: noRef }, ['附议', '附议！', '我附议', '我也附议', '附议。', '@回音 附议', '附议[强]', ['附议', { quote: neighbour }]]); // prettier-ignore

table('帮助', { verb: 'help' }, ['帮助', '帮助。', '@回音 帮助', 'help', 'ＨＥＬＰ', '使用说明', '@回音 怎么用', '@回音 ？', ['？', { privateChat: true }], ['?', { privateChat: true }], ['帮助', { privateChat: true }]]); // prettier-ignore

table('绑定', { verb: 'enrol', code: '123456' }, (
  ['绑定 123456', '绑定123456', '绑定１２３４５６', '绑定 123 456', '绑定：123456', '绑定 1 2 3 4 5 6', '绑定码 123456。', '绑定 123-456', '我要绑定 123456', '绑定 一二三四五六', '绑定\n123456', '认证 123456', '绑\u200b定 123456', '绑定 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣'] as const
).map((text): Form => [text, { privateChat: true }])); // prettier-ignore

table('诉求', { verb: 'raise', text: '三组停水两天了' }, [
  '诉求：三组停水两天了', '诉求:三组停水两天了', '诉求 三组停水两天了', '反映：三组停水两天了', '反映 三组停水两天了', '投诉：三组停水两天了', '我要反映：三组停水两天了', '【诉求】：三组停水两天了',
  '我要投诉：三组停水两天了', '#诉求：三组停水两天了', '诉求：\n三组停水两天了', '@回音 三组停水两天了', '@回音\u2005三组停水两天了', '三组停水两天了 @回音', '@回音 诉求：三组停水两天了', '反映一下：三组停水两天了', '举报：三组停水两天了',
]); // prettier-ignore

describe('what only villagers mean', () => {
  it.each([
    ['撤销 #3', {}], ['取消 #3', {}], ['取消3号', {}], ['撤销', { quote: quoted }], ['取消', { quote: quoted }], ['不用办了 #3', {}],
  ] as [string, Said][])('%s withdraws', (text, more) => {
    expect(villager(text, more)).toEqual(is({ verb: 'withdraw', ref }));
  }); // prettier-ignore

  it.each(['进展 #3', '进度#3', '进度3', '#3 进度'])('%s asks how things stand', (text) => {
    expect(villager(text)).toEqual(is({ verb: 'show', ref }));
  });

  it('a room may call the bot by another name', () => {
    expect(villager('@小回 查3', { mentionsBot: true, mentions: ['bot'] })).toEqual(
      is({ verb: 'show', ref }),
    );
    expect(villager('@小回\u2005满意', { mentionsBot: true, mentions: ['bot'] })).toMatchObject({
      command: { verb: 'rate' },
    });
  });
});

describe('a yes or no answers an open question only', () => {
  it.each([
    '是',
    '是的',
    '对',
    '对。',
    '好了',
    '好了！',
    '已经好了',
    '嗯嗯',
    '可以',
    '确认',
    '要得',
    'ok',
    '办结了',
  ])('%s', (text) => {
    expect(villager(text, { openQuestion: true })).toEqual(is({ verb: 'yes' }));
    expect(said(text, { openQuestion: true, openList: true })).toEqual(is({ verb: 'yes' }));
  });
  it.each(['不是', '没', '没有', '还没', '还没有。', '没好', '不', '未', '冇得'])('%s', (text) => {
    expect(villager(text, { openQuestion: true })).toEqual(is({ verb: 'no' }));
    expect(villager(text)).toEqual(none);
  });
  it.each(['是', '对', '好了', '好的', '嗯'])('%s without a question is talk', (text) => {
    expect(villager(text)).toEqual(none);
    expect(said(text, { openList: true })).toEqual(none);
  });
  it('a sentence is no answer', () => {
    expect(said('是不是明天来', { openQuestion: true })).toEqual(none);
    expect(said('好了，大家散了', { openQuestion: true })).toEqual(none);
  });
});
