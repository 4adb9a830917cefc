import type { CaseRef, Command, Until } from '../../src/cases/command.js';
import type { Category, Rating } from '../../src/cases/words.js';

const RATING: Record<Rating, string> = { satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意' };

/** Labels as an operator's list shows them. */
const CATEGORY: Record<Category, string> = {
  road: '道路交通', utility: '水电气讯', sanitation: '环境卫生', farming: '农业', housing: '住房', welfare: '社会保障', education: '教育',
  health: '医疗卫生', security: '治安', government: '政务', village_affairs: '村务', disaster: '应急', other: '其他',
}; // prettier-ignore

/** Verbs that are one word, as the commands card writes them. */
const WORD = {
  todo: '待办', overdue: '超期', daily: '日报', weekly: '周报', weekly_last: '上周周报', monthly: '月报', monthly_last: '上月月报',
  opinion: '社情民意', opinion_last: '上月社情民意', watched: '督办', duty: '值班', undo: '撤销', silence: '静默', resume: '恢复', help: '帮助', yes: '是', no: '不是',
} as const; // prettier-ignore

/** Verbs with nothing but a case. */
const CASE_WORD = {
  accept: '受理', lift: '解除督办', publish: '公开', show: '查', void: '不是诉求', withdraw: '撤回', join: '附议',
  copy: '导出', agree: '同意', split: '拆分',
} as const; // prettier-ignore

/** The canonical writing of a command, as the card shows it: `交办 #3 @李望秋 3天`. */
export function formatCommand(command: Command): string {
  return parts(command)
    .filter((part) => part !== '')
    .join(' ');
}

function parts(command: Command): string[] {
  if (command.verb in WORD) return [WORD[command.verb as keyof typeof WORD]];
  if ('ref' in command && command.verb in CASE_WORD && command.verb !== 'lift') {
    return [CASE_WORD[command.verb as keyof typeof CASE_WORD], refText(command.ref)];
  }
  return 'ref' in command ? onCase(command) : onChat(command);
}

function onCase(command: Extract<Command, { ref: CaseRef }>): string[] {
  const ref = refText(command.ref);
  switch (command.verb) {
    case 'assign':
      return ['交办', ref, `@${command.to}`, command.days === null ? '' : `${command.days}天`];
    case 'transfer':
      return ['转办', ref, command.to];
    case 'hand_back':
      return ['退回', ref, command.reason];
    case 'progress':
      return ['进展', ref, command.note];
    case 'resolve':
      return ['办结', ref, command.done];
    case 'extend':
      return ['延期', ref, `${command.days}天`, command.reason];
    case 'ask':
      return ['待补充', ref, command.question];
    case 'decline':
      return ['不予受理', ref, command.reason];
    case 'co_assign':
      return ['协办', ref, `@${command.to}`, command.part];
    case 'co_done':
      return ['协办办结', ref, command.done];
    case 'merge':
      return ['合并', ref, refText(command.into)];
    case 'supervise':
      return ['督办', ref, untilText(command.until), command.note];
    case 'lift':
      return ['解除督办', ref, command.note ?? ''];
    case 'seal':
      return ['密封', ref, command.reason];
    case 'unseal':
      return ['解密', ref, command.words];
    case 'recategorise':
      return ['改类', ref, CATEGORY[command.category]];
    case 'rate':
      return [RATING[command.rating], ref, command.reason];
    case 'pick_into':
      return ['并入', command.lines.join(' '), ref];
    default:
      return [CASE_WORD[command.verb], ref];
  }
}

function onChat(command: Exclude<Command, { ref: CaseRef }>): string[] {
  switch (command.verb) {
    case 'register':
      return ['登记', command.text];
    case 'pick':
      return command.lines === 'all' ? ['全部登记'] : ['登记', ...command.lines.map(String)];
    case 'drop':
      return command.lines === 'all' ? ['都不登记'] : ['不是', ...command.lines.map(String)];
    case 'joint':
      return ['并办', command.place ?? '', String(command.number)].filter(Boolean);
    case 'enrol':
      return ['绑定', command.code];
    case 'code':
      return ['发码', command.name];
    case 'export': {
      const month =
        command.month === null ? '' : `${command.year === null ? '' : `${command.year}年`}${command.month}月`;
      return ['导出', month, command.format].filter(Boolean);
    }
    case 'forget':
      return [command.sure ? '确认忘记我' : '忘记我'];
    case 'raise':
      return [`诉求：${command.text}`];
    default:
      return [WORD[command.verb]];
  }
}

function untilText(until: Until | undefined): string {
  if (until === undefined) return '';
  return 'days' in until ? `${until.days}天` : `${until.month}月${until.day}日`;
}

/** `#3`, `石门社区#3`, `M7K2QX`, or nothing. */
export function refText(ref: CaseRef): string {
  if (ref.kind === 'number') return `${ref.place ?? ''}#${ref.number}`;
  return ref.kind === 'code' ? ref.code : '';
}
