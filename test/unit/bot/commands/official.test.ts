import type { Command } from '../../../../src/cases/command.js';
import { is, merged, n, neighbour, none, noRef, quoted, said, villager } from './fixtures.js';
import type { Said } from './fixtures.js';

type Form = string | [string, Said];

/** Each form, typed by an official in a village group, reads as the command above it; from a villager it is text. */
function table(title: string, command: Command, forms: Form[]): void {
  describe(title, () => {
    it.each(forms.map((form) => (typeof form === 'string' ? ([form, {}] as const) : form)))(
      '%s',
      (text, more) => {
        expect(said(text, more)).toEqual(is(command));
        expect(villager(text, more)).toEqual(none);
      },
    );
  });
}

const ref = n(3);

table('受理', { verb: 'accept', ref }, [
  '受理 #3', '受理#3', '受理3', '受理 3', '受理＃３', '受理：#3', '#3 受理', '3号受理', '受理3号', '受理 no.3', '受理 No3', '受理 №3',
  '接单 #3', '接单3', '我受理 #3', '已受理#3', '受理 ＃ 3。', '受理 #三', '受理第3件', '受理 3️⃣', '受理③', '@回音\u2005受理 #3', '@回音 受理#3',
  '认领 #3', '受理了 #3', '受理 #3 明天上午去看', '受理【#3】', '　受理　＃３　', '受\u200b理 #3', '受理 #003',
  ['受理', { quote: quoted }], ['已受理。', { quote: quoted }], ['受理 马上安排', { quote: quoted }],
]); // prettier-ignore

table('受理 in another place', { verb: 'accept', ref: n(3, '石门社区') }, [
  '受理 石门社区#3', '受理石门社区#3', '石门社区#3 受理', '受理 石门社区 #3', '受理 石门社区＃３', '受理 石门社区3号', '受理：石门社区#3。',
  ['受理', { quote: { name: '回音', text: '超期：石门社区#3 路灯不亮' } }],
]); // prettier-ignore

table('受理 by a full path', { verb: 'accept', ref: n(3, '店门镇/石门社区') }, [
  '受理 店门镇/石门社区#3', '受理店门镇/石门社区#3', '受理 店门镇／石门社区＃3', '店门镇/石门社区#3 受理', '受理: 店门镇/石门社区 #3',
]); // prettier-ignore

table('受理 of a sealed case', { verb: 'accept', ref: { kind: 'code', code: 'M7K2QX' } }, [
  '受理 M7K2QX', '受理M7K2QX', '受理 m7k2qx', '受理 Ｍ７Ｋ２ＱＸ', 'M7K2QX 受理', '受理：M7K2QX', '受理 #M7K2QX',
]); // prettier-ignore

table('受理 of the only one', { verb: 'accept', ref: noRef }, [
  '受理', '受理。', '接单', '已受理', ['受理', { quote: neighbour }], ['受理', { quote: merged }], ['受理', { privateChat: true }],
]); // prettier-ignore

table('交办 with days', { verb: 'assign', ref, to: '李望秋', days: 3 }, [
  '交办 #3 @李望秋 3天', '交办#3@李望秋\u20053天', '交办 #3 @李望秋\u2005 3天', '交办 #3 @李望秋 [3天]', '交办 #3 @李望秋 【3天】',
  '交办 ＃３ ＠李望秋 ３天', '交办 #3 李望秋 三天', '交办 #3 李望秋3天', '交办3 李望秋 3日', '交办 3号 李望秋 3天内', '交办 @李望秋 #3 3天',
  '#3 交办 @李望秋 3天', '#3交办李望秋3天', '交给 #3 李望秋 3天', '#3 交给李望秋 三天', '把#3交给李望秋，3天', '派给 #3 李望秋 3个工作日',
  '派单 #3 李望秋 72小时', '交办 #3 3天 李望秋', '交办 #3 给李望秋办 3天', '指派 #3 @李望秋 3天内', '交办 #3 @李望秋 大后天前',
  '交给李望秋 #3 3天', '交办：#3，@李望秋，3天。', '@回音 交办 #3 @李望秋\u20053天',
  ['交办 @李望秋 3天', { quote: quoted }], ['交给李望秋 3天', { quote: quoted }], ['交办李望秋三天', { quote: quoted }],
]); // prettier-ignore

table('交办 without days', { verb: 'assign', ref, to: '李望秋', days: null }, [
  '交办 #3 @李望秋', '交办#3李望秋', '交办 #3 李望秋 本周五前', '交办 #3 李望秋本周五', '交办 #3 @李望秋\u2005月底前', '#3 交给李望秋',
  '交办 #3 李望秋 5月3日前', '交办 #3 李望秋 尽快', '交由 #3 李望秋', '交办 #3 李望秋 今天', ['交给@李望秋\u2005', { quote: quoted }],
]); // prettier-ignore

table('交办 of the only one', { verb: 'assign', ref: noRef, to: '李望秋', days: 3 }, [
  '交办 @李望秋 3天', '交办 李望秋 3天', '交办@李望秋\u20053天', ['交办 李望秋 3天', { privateChat: true }], ['交办 @李望秋 3天', { quote: merged }],
]); // prettier-ignore

table('转办', { verb: 'transfer', ref, to: '交通局' }, [
  '转办 #3 交通局', '转办#3交通局', '转办3 交通局', '转办 ＃３　交通局', '#3 转办 交通局', '#3转交通局', '转给 #3 交通局', '转 #3 交通局',
  '转 3号 交通局', '#3 转给交通局处理', '把#3转给交通局', '转交 #3 交通局', '转派 #3 @交通局', '转办：#3 交通局。', '转办 交通局 #3', '转办 #3 给交通局',
  '转办 #3 到交通局', '转办 #3 交通局 3天', ['转办 交通局', { quote: quoted }], ['转交通局', { quote: quoted }], ['转给交通局', { quote: quoted }],
]); // prettier-ignore

table('退回', { verb: 'hand_back', ref, reason: '不归我们管' }, [
  '退回 #3 不归我们管', '退回#3不归我们管', '退回 #3：不归我们管。', '退回3 不归我们管', '退单 #3 不归我们管', '#3 退回 不归我们管', '#3退回，不归我们管',
  '3号 退回：不归我们管', '退回 ＃３，不归我们管', '退件 #3\n不归我们管', '退办 #三 不归我们管', ['退回 不归我们管', { quote: quoted }],
]); // prettier-ignore

table('进展', { verb: 'progress', ref, note: '电工下午到' }, [
  '进展 #3 电工下午到', '进展#3电工下午到', '进展：#3 电工下午到。', '进度 #3 电工下午到', '#3 进展 电工下午到', '#3进展：电工下午到', '3号 进展：电工下午到',
  '#3 办理中：电工下午到', '进展 3 电工下午到', '进展３电工下午到', '办理进展 #3 电工下午到', '进展 电工下午到 #3', ['进展 电工下午到', { quote: quoted }],
  ['进展：电工下午到', { quote: quoted }],
]); // prettier-ignore

table('办结', { verb: 'resolve', ref, done: '换了灯泡' }, [
  '办结 #3 换了灯泡', '办结#3换了灯泡', '办结 3 换了灯泡', '办结3换了灯泡', '办结＃３　换了灯泡', '#3 办结 换了灯泡', '3号 已办结：换了灯泡', '#3已办结，换了灯泡。',
  '已办结 #3 换了灯泡', '完成 #3 换了灯泡', '#3 已完成：换了灯泡', '办结了 #3 换了灯泡', '办结：#3 换了灯泡', '办结#3：换了灯泡', '结案 #3 换了灯泡',
  '办结 no.3 换了灯泡', '办结 三 换了灯泡', '办结 #3\n换了灯泡', '办结 换了灯泡 #3', '@回音\u2005 办结#3 换了灯泡', '处理完毕 #3 换了灯泡',
  '3 办结 换了灯泡', '办结 编号3 换了灯泡', '办结 3号 换了灯泡', '办\u202E结 #3 换了灯泡', '办结 #3换了灯泡 @回音',
  ['办结 换了灯泡', { quote: quoted }], ['办结了，换了灯泡', { quote: quoted }], ['已完成：换了灯泡', { quote: quoted }],
]); // prettier-ignore

table('办结 twelve', { verb: 'resolve', ref: n(12), done: '换了灯泡' }, [
  '办结 #12 换了灯泡', '办结 十二 换了灯泡', '办结 #十二 换了灯泡', '办结 十二号 换了灯泡', '办结 １２号，换了灯泡', '十二号 办结 换了灯泡', '#12办结换了灯泡', '办结 1️⃣2️⃣ 换了灯泡',
]); // prettier-ignore

table('办结 of the only one', { verb: 'resolve', ref: noRef, done: '' }, [
  '办结', '已办结', '办结了', '办结。', '办结[强]', ['办结', { quote: merged }], ['已经办结', { quote: neighbour }], ['办结', { privateChat: true }],
]); // prettier-ignore

table('延期', { verb: 'extend', ref, days: 3, reason: '等材料' }, [
  '延期 #3 3天 等材料', '延期#3 3天等材料', '延期 #3 三天，等材料', '延期 #3 [3天] 等材料', '延期 ＃３ ３日 等材料', '延期 3号 3天 等材料', '#3 延期3天 等材料',
  '#3 延期 3天：等材料。', '延期 #3 等材料 3天', '申请延期 #3 3天 等材料', '延长 #3 3天 等材料', '延期 3天 #3 等材料', '延期 #3 3天 理由：等材料', '延期 #3 72小时 等材料',
  ['延期 3天 等材料', { quote: quoted }], ['延期3天，等材料', { quote: quoted }],
]); // prettier-ignore

table('延期 by weeks', { verb: 'extend', ref, days: 14, reason: '等材料' }, [
  '延期 #3 两周 等材料', '延期 #3 2周 等材料', '延期 #3 两个星期 等材料', '延期 #3 十四天 等材料', '延期 #3 14日内 等材料',
]); // prettier-ignore

table('不予受理', { verb: 'decline', ref, reason: '法院已判' }, [
  '不予受理 #3 法院已判', '不予受理#3法院已判', '不受理 #3 法院已判', '#3 不予受理 法院已判', '#3不予受理：法院已判。', '不予受理 3 法院已判', '不予受理 ＃３，法院已判',
  '3号 不予受理，法院已判', ['不予受理 法院已判', { quote: quoted }], ['不予受理：法院已判', { quote: quoted }],
]); // prettier-ignore

table('合并', { verb: 'merge', ref: n(5), into: ref }, [
  '合并 #5 #3', '合并#5#3', '合并 #5到#3', '合并 5 3', '合并 ＃５ ＃３', '#5 合并到 #3', '#5并入#3', '#5 合并 #3', '把#5合并到#3', '并案 #5 #3', '合并 #5、#3',
  '合并 5号 3号', '并入 #5 #3', ['合并 #3', { quote: { name: '回音', text: '已收到 #5 路灯。' } }], ['并入 #3', { quote: { name: '回音', text: '#5 已受理' } }],
]); // prettier-ignore

table('协办', { verb: 'co_assign', ref, to: '龙桂香', part: '通知各户' }, [
  '协办 #3 @龙桂香 通知各户', '协办#3 @龙桂香\u2005通知各户', '协办 #3 龙桂香 通知各户', '#3 协办 @龙桂香，通知各户。', '协办 ＃３ @龙桂香：通知各户', '请协办 #3 @龙桂香 通知各户',
  ['协办 @龙桂香 通知各户', { quote: quoted }], '协办 @龙桂香 通知各户 #3',
]); // prettier-ignore

table('协办 without a part', { verb: 'co_assign', ref, to: '交通局', part: '' }, [
  '协办 #3 交通局',
  '协办 #3 @交通局',
]);

table('协办办结', { verb: 'co_done', ref, done: '通知到了' }, [
  '协办办结 #3 通知到了', '协办办结#3通知到了', '#3 协办办结：通知到了。', '协办完成 #3 通知到了', ['协办办结 通知到了', { quote: quoted }],
]); // prettier-ignore

table('同意', { verb: 'agree', ref }, [
  '同意 #3',
  '同意#3',
  '#3 同意',
  '同意3号。',
  ['同意', { quote: quoted }],
]);

table('拆分', { verb: 'split', ref }, ['拆分 #3', '拆分#3', '#3 拆分', '请拆分 #3', '拆开 #3', ['拆分', { quote: quoted }]]); // prettier-ignore

table('督办', { verb: 'supervise', ref, note: '三天内必须修好' }, [
  '督办 #3 三天内必须修好', '督办#3三天内必须修好', '督办：#3 三天内必须修好', '#3 督办 三天内必须修好', '督办 3 三天内必须修好', '挂牌督办 #3 三天内必须修好', '督办 3号，三天内必须修好。',
  ['督办 三天内必须修好', { quote: quoted }],
]); // prettier-ignore

table('督办 without a word', { verb: 'supervise', ref, note: '' }, [
  '督办 #3', '督办3', '#3督办', '督办＃３。', '请督办 #3', '3号督办', '督办第3件', ['督办', { quote: quoted }],
]); // prettier-ignore

table('解除督办', { verb: 'lift', ref }, [
  '解除督办 #3', '解除督办#3', '解除督办3', '取消督办 #3', '撤销督办 #3', '#3 解除督办', '解除督办 3号', '停止督办 ＃３', ['解除督办', { quote: quoted }],
]); // prettier-ignore

table('公开', { verb: 'publish', ref }, [
  '公开 #3', '公开#3', '公开3', '公示 #3', '#3 公开', '公开 3号', '公开＃３。', '请公开 #3', ['公开', { quote: quoted }],
]); // prettier-ignore

table('不是诉求', { verb: 'void', ref }, [
  '不是诉求 #3', '不是诉求#3', '#3 不是诉求', '#3不是诉求。', '不是诉求 3', '这不是诉求 #3', '不算诉求 #3', '误报 #3', '3号不是诉求', ['不是诉求', { quote: quoted }],
]); // prettier-ignore

table('改类', { verb: 'recategorise', ref, category: 'sanitation' }, [
  '改类 #3 环境卫生', '改类#3环境卫生', '改类 #3 卫生', '改类 #3 环卫类', '改类 #3 “环境卫生”', '改类 #3：环境', '#3 改类 环境卫生', '#3 改为环境卫生', '#3改成 垃圾',
  '改类别 #3 环境卫生', '改类 ３ 环境卫生', '改类 #3 为环境卫生', ['改类 环境卫生', { quote: quoted }],
]); // prettier-ignore

table('待办', { verb: 'todo' }, [
  '待办',
  '待办。',
  ' 待办 ',
  '我的待办',
  '查待办',
  '@回音 待办',
  '待\u200d办',
  '待办清单',
  '待办！',
]);
table('超期', { verb: 'overdue' }, [
  '超期',
  '超期。',
  '超期件',
  '查超期',
  '@回音\u2005超期',
  '超期清单',
  '＠回音 超期',
  '超期~',
]);
table('日报', { verb: 'daily' }, [
  '日报',
  '日报。',
  '今日日报',
  '今天日报',
  '@回音 日报',
  '看日报',
  '查日报',
  '日报[抱拳]',
]);
table('撤销', { verb: 'undo' }, [
  '撤销',
  '撤销。',
  '撤消',
  '@回音 撤销',
  '撤销上一条',
  '撤销！',
  ' 撤销',
  ['撤销', { quote: neighbour }],
]);
table('静默', { verb: 'silence' }, [
  '静默',
  '静默。',
  '@回音 静默',
  '静默！',
  '静默~',
  '　静默',
  '静\u2060默',
  ['静默', { privateChat: true }],
]);
table('恢复', { verb: 'resume' }, [
  '恢复',
  '恢复。',
  '@回音 恢复',
  '解除静默',
  '取消静默',
  '恢复！',
  '恢复 ',
  '恢\uFEFF复',
]);

table('登记 内容', { verb: 'register', text: '三组张奶奶家漏雨' }, [
  '登记 三组张奶奶家漏雨', '登记：三组张奶奶家漏雨', '登记，三组张奶奶家漏雨', '登记\n三组张奶奶家漏雨', '代登记 三组张奶奶家漏雨', '登记　三组张奶奶家漏雨', '请登记：三组张奶奶家漏雨',
  '登记一下：三组张奶奶家漏雨', '补登记 三组张奶奶家漏雨', ['登记 三组张奶奶家漏雨', { openList: true }], ['登记 三组张奶奶家漏雨', { privateChat: true }],
]); // prettier-ignore

table('登记 of a quote', { verb: 'register', text: '' }, [
  ['登记', { quote: neighbour }], ['登记。', { quote: neighbour }], ['登记一下', { quote: neighbour }], ['@回音 登记', { quote: neighbour }], ['请登记', { quote: neighbour }],
  ['代登记', { quote: neighbour }], ['登记诉求', { quote: neighbour }], ['登记', { quote: neighbour, openList: true }],
]); // prettier-ignore
