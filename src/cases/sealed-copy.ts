import { dayKey, formatTime } from './calendar.js';
import type { Case, Material, Millis } from './case.js';
import { splitLines } from './digest-split.js';
import type { CaseEvent, EventBody } from './event.js';
import { STATE_WORDS } from './state-words.js';

/** The whole of a sealed case for an inspector's file: nothing shortened, in pages of at most `maxChars` without their mark. */
export function copyPages(c: Case, history: readonly CaseEvent[], maxChars: number): string[] {
  const lines = [...facts(c), ...c.materials.map(material), ...history.map(step)];
  return splitLines(
    lines.flatMap((line) => pieces(line, maxChars)),
    maxChars,
  );
}

function facts(c: Case): string[] {
  const origin = c.origin === undefined ? [] : [`来自 ${c.origin}`];
  const handler = c.handler === null ? [] : [`承办 ${c.handler.name}`];
  return [
    `${c.id} ${STATE_WORDS[c.state]}`,
    `反映人 ${c.petitioner.name}`,
    ...origin,
    `时间 ${moment(c.openedAt)}`,
    `内容 ${oneLine(c.text)}`,
    ...handler,
    ...(c.resolution === '' ? [] : [`结果 ${oneLine(c.resolution)}`]),
  ];
}

function material({ at, by, type, text }: Material): string {
  return `材料 ${moment(at)} ${by.name} ${text === '' ? `（${type}）` : oneLine(text)}`;
}

function step({ at, by, body }: CaseEvent): string {
  const words = wordsOf(body);
  return `经过 ${moment(at)} ${by.name} ${NAMES[body.type]}${words === '' ? '' : `：${oneLine(words)}`}`;
}

function wordsOf(body: EventBody): string {
  switch (body.type) {
    case 'assign':
    case 'transfer':
    case 'return':
      return body.to.name;
    case 'ask':
      return body.question;
    case 'card':
      return { yellow: '黄牌', red: '红牌' }[body.card];
    case 'lift':
      return body.note ?? '';
    case 'progress':
    case 'decline':
    case 'supervise':
      return body.note;
    case 'resolve':
      return body.done;
    case 'hand_back':
    case 'extend':
    case 'seal':
    case 'unseal':
      return body.reason;
    case 'rate':
      return [{ satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意' }[body.rating], body.reason].join(' ').trim(); // prettier-ignore
    case 'add':
      return body.material.text;
    case 'export':
      return body.mark;
    default:
      return '';
  }
}

/** Complete by type: no step of a sealed case goes without its name. */
const NAMES = {
  open: '提出', accept: '受理', assign: '交办', transfer: '转办', hand_back: '退回', progress: '进展', resolve: '办结',
  extend: '延期', decline: '不予受理', merge: '合并', supervise: '督办', lift: '解除督办', publish: '公开', void: '不是诉求',
  recategorise: '改类', rate: '评价', withdraw: '撤回', join: '附议', add: '补充', remove_material: '撤下', absorb: '并入',
  close: '归档', undone: '撤销', view: '看过', export: '导出', seal: '密封', unseal: '转为普通件',
  ask: '待补充', go_on: '时限接着算', card: '超期', return: '人不在岗，退回', co_assign: '协办', co_done: '协办办结',
  propose_decline: '提出不予受理', release: '拆出', return_idle: '没有回音，退回',
} as const satisfies Record<EventBody['type'], string>; // prettier-ignore

function moment(at: Millis): string {
  return `${dayKey(at)} ${formatTime(at)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' / ');
}

/** A text longer than a page goes on over the next. */
function pieces(line: string, most: number): string[] {
  const signs = [...line];
  const count = Math.max(1, Math.ceil(signs.length / most));
  return Array.from({ length: count }, (_, i) => signs.slice(i * most, (i + 1) * most).join(''));
}
