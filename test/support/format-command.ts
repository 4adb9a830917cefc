import type { CaseRef, Command } from '../../src/cases/command.js';
import type { Category, Rating } from '../../src/cases/words.js';

const RATING: Record<Rating, string> = { satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意' };

/** Labels as an operator's list shows them. */
const CATEGORY: Record<Category, string> = {
  road: '道路交通', utility: '水电气讯', sanitation: '环境卫生', farming: '农业', housing: '住房', welfare: '社会保障', education: '教育',
  health: '医疗卫生', security: '治安', government: '政务', village_affairs: '村务', disaster: '应急', other: '其他',
}; // prettier-ignore

/** Verbs that are one word, as the commands card writes them. */
const WORD = {
  todo: '待办', overdue: '超期', daily: '日报', undo: '撤销', silence: '静默', resume: '恢复', help: '帮助', yes: '是', no: '不是',
} as const; // prettier-ignore

/** Verbs with nothing but a case. */
const CASE_WORD = {
  accept: '受理', lift: '解除督办', publish: '公开', show: '查', void: '不是诉求', withdraw: '撤回', join: '附议', copy: '导出',
} as const; // prettier-ignore

/** The canonical writing of a command, as the card shows it: `交办 #3 @李望秋 3天`. */
export function formatCommand(command: Command): string {
  return parts(command)
    .filter((part) => part !== '')
    .join(' ');
}

function parts(command: Command): string[] {
  if (command.verb in WORD) return [WORD[command.verb as keyof typeof WORD]];
  if ('ref' in command && command.verb in CASE_WORD) {
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
    case 'decline':
      return ['不予受理', ref, command.reason];
    case 'merge':
      return ['合并', ref, refText(command.into)];
    case 'supervise':
      return ['督办', ref, command.note];
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
    case 'raise':
      return [`诉求：${command.text}`];
    default:
      return [WORD[command.verb]];
  }
}

/** `#3`, `石门社区#3`, `M7K2QX`, or nothing. */
export function refText(ref: CaseRef): string {
  if (ref.kind === 'number') return `${ref.place ?? ''}#${ref.number}`;
  return ref.kind === 'code' ? ref.code : '';
}
