import type { Verb } from '../../cases/command.js';

/**
 * A word that opens a command. `loose` words are everyday ones (转, 完成, 取消): they command only beside a certain
 * case (#3, or a quote that shows one number), never by themselves.
 */
export interface Head {
  verb: Verb;
  loose: boolean;
  /** Characters used up, with what is said before the word (请, 我已). */
  end: number;
}

/** Words that stand in the commands card or mean nothing else in an office. */
const FIRM: Partial<Record<Verb, string>> = {
  accept: '受理 接单',
  assign: '交办 派单',
  transfer: '转办 转派',
  hand_back: '退回 退单 退件 退办',
  progress: '进展 进度 办理进展 办理进度 最新进展',
  resolve: '办结 结案 结单',
  extend: '延期',
  ask: '待补充 待村民补充',
  decline: '不予受理 不受理',
  co_done: '协办办结 协办完成',
  co_assign: '协办',
  split: '拆分',
  merge: '合并 并案',
  supervise: '督办 挂牌督办',
  lift: '解除督办 取消督办 撤销督办 停止督办',
  publish: '公开 公示',
  seal: '密封',
  unseal: '解密 转公开办理',
  copy: '导出',
  register: '登记 代登记 补登记',
  void: '不是诉求 不算诉求 非诉求',
  recategorise: '改类 改类别 改分类 更改类别',
  show: '查 查询 查看 查一下 查下 查查',
  withdraw: '撤回 撤诉',
  join: '附议',
};

/** 转身, 转眼, 转账: one character needs a case, a mention or a unit behind it. */
const TOWARDS = '(?=[\\s#@:,]|\\d|.{1,10}(?:[局办站所委队部院科股厅]|中心|处理|办理)(?:\\s|$))';

const LOOSE: Partial<Record<Verb, string>> = {
  accept: '认领 签收',
  assign: '交给 派给 交由 指派 指派给 分派 分派给 派单给 交办给',
  transfer: `转给 转交(?!通|警|运) 转交给 转到 转${TOWARDS} 转办给`,
  progress: '办理中',
  resolve: '完成 办完 办好 办妥 完结 解决 处理完 处理好 处理完毕 办理完毕',
  extend: '延长 顺延 展期 宽限',
  ask: '等村民 问村民 请村民补充',
  agree: '同意',
  split: '拆开',
  merge: '并到 并入 合并到 合到',
  recategorise: '改为 改成 归类 归到',
  void: '误报',
  withdraw: '取消 撤销 不用办',
  join: '+1',
};

/** What people say before the word, by verb; the last line for all others. */
const LEADS: Partial<Record<Verb, string>> = {
  show: '(?:请 ?|麻烦 ?|帮忙 ?|帮我 ?|我要 ?|我想 ?){0,2}',
  join: '(?:我们?也?|我家也?)?',
  withdraw: '(?:我要|我|申请|我申请|请)? ?',
  void: '(?:这个?)?',
};
const POLITE = '(?:请 ?|麻烦 ?|申请 ?|我来 ?|我 ?|已经? ?){0,2}';

function escaped(word: string): string {
  return word.replace('+', '\\+');
}

interface Word {
  verb: Verb;
  loose: boolean;
  length: number;
  pattern: RegExp;
}

function words(table: Partial<Record<Verb, string>>, loose: boolean): Word[] {
  return Object.entries(table).flatMap(([name, texts]) => {
    const verb = name as Verb;
    return texts.split(' ').map((text) => ({
      verb,
      loose,
      length: text.replace(/\(.*/u, '').length,
      pattern: new RegExp(`^${LEADS[verb] ?? POLITE}${escaped(text)}`, 'u'),
    }));
  });
}

/** Longest first: 解除督办 before 督办, 不予受理 before 受理. */
const WORDS = [...words(FIRM, false), ...words(LOOSE, true)].sort((a, b) => b.length - a.length);

/** Most messages hold none of them: one look instead of eighty. */
const ANY = new RegExp(
  [FIRM, LOOSE]
    .flatMap((table) => Object.values(table).flatMap((texts) => texts.split(' ').map(escaped)))
    .join('|'),
  'u',
);

/** The command word at the start of a text, null when there is none. */
export function headAt(flat: string): Head | null {
  const start = flat.slice(0, 30);
  if (!ANY.test(start)) return null;
  for (const { verb, loose, pattern } of WORDS) {
    const hit = pattern.exec(start);
    if (hit) return { verb, loose, end: hit[0].length };
  }
  return null;
}

/** Whole messages that are commands only by themselves. */
const WHOLE: Partial<Record<Verb, string>> = {
  todo: '待办 我的待办 查待办 看待办 待办件 待办清单 待办列表',
  overdue: '超期 查超期 看超期 超期件 超期清单 逾期件',
  watched: '督办清单 督办件 督办列表 查督办 看督办 我的督办',
  duty: '值班 查值班 看值班 值班表 谁值班',
  daily: '日报 今日日报 今天日报 查日报 看日报 出日报',
  weekly: '周报 本周周报 查周报 看周报 出周报 晒进度',
  weekly_last: '上周周报 上周的周报 上一周周报',
  monthly: '月报 本月月报 查月报 看月报 出月报',
  monthly_last: '上月月报 上个月月报 上月的月报',
  opinion: '社情民意 社情民意信息 本月社情民意',
  opinion_last: '上月社情民意 上个月社情民意 上月社情民意信息',
  undo: '撤销 撤消 撤销上一步 撤销上一条',
  silence: '静默',
  resume: '恢复 解除静默 取消静默',
  help: '帮助 HELP 使用说明 命令大全',
};
const WHOLES = new Map(
  Object.entries(WHOLE).flatMap(([verb, texts]) =>
    texts.split(' ').map((text) => [text, verb as Verb] as const),
  ),
);

/** The verb of a message that is nothing but its word. */
export function wholeVerb(bareText: string): Verb | null {
  return WHOLES.get(bareText) ?? null;
}
