import { dateText, dueText } from './due.js';
import { localDate } from './calendar.js';
import { shortName } from './case-names.js';
import type { Case, Millis } from './case.js';
import type { CaseEvent, EventBody } from './event.js';
import { ALWAYS_DISCREET } from './digest-case-line.js';
import { clean } from './mask.js';
import type { Sight } from './permissions.js';
import { isOverdue } from './rates.js';
import { OVERDUE_WORD, STATE_WORDS, SUPERVISED_WORD } from './state-words.js';
import { FINAL_STATES, type CaseState, type MessageType } from './words.js';

/** From where a case is looked at. */
export interface View {
  sight: Sight;
  /** Others read along: no words of people, nothing of a discreet matter. */
  openly: boolean;
  discreet: boolean;
  now: Millis;
}

/** One line of an answer: a key of messages.zh-CN.yaml with its values. */
export interface Line {
  key: string;
  values: Record<string, string | number>;
}

/** The answer to `查 #3`: how it stands, and for those who may see it all its history, newest last, at most 20 steps. */
export function caseLines(c: Case, history: CaseEvent[], view: View): Line[] {
  const head = headLine(c, view);
  if (view.sight === 'state') return [head];
  const seen = viewsOf(history, view.now);
  const taken = new Set(history.flatMap(({ body }) => (body.type === 'undone' ? [body.seq] : [])));
  const steps = history
    .filter((event) => !taken.has(event.seq) && event.salt !== '')
    .flatMap((event) => stepLine(event, c, view.now));
  return [
    head,
    ...ruleLine(c, view),
    ...coLines(c, view),
    ...attached(c, view),
    ...steps.slice(-20),
    ...seen,
  ];
}

/** Which rule decided whom to ask: for officials in their own chats. */
function ruleLine({ asked }: Case, view: View): Line[] {
  if (asked === null || asked.who.name === '' || view.openly || view.sight !== 'all') return [];
  return [{ key: 'show_rule', values: { rule: clean(asked.rule, 30), who: clean(asked.who.name, 12) } }];
}

/** 协办, one line each: who, with which part, and whether it is done. */
function coLines(c: Case, view: View): Line[] {
  if (view.openly || view.sight !== 'all') return [];
  const known = c.coHandlers.filter((one) => one.name !== '');
  return known.map((one) => {
    const what = one.part === '' ? '' : `：${clean(one.part, 40)}`;
    const done = one.doneAt === null ? '' : '，办好了';
    return { key: 'show_co', values: { parts: `${clean(one.name, 12)}${what}${done}` } };
  });
}

/** Pictures and places reach a handler in another chat only if somebody knows that they are there. */
function attached(c: Case, view: View): Line[] {
  if (view.openly) return [];
  const count = (type: MessageType): number => c.materials.filter((one) => one.type === type).length;
  const what = ATTACHED.flatMap(([type, word]) => (count(type) > 0 ? [word(count(type))] : []));
  return what.length === 0 ? [] : [{ key: 'show_attached', values: { what: what.join('、') } }];
}

const ATTACHED: readonly [MessageType, (count: number) => string][] = [
  ['image', (count) => `图${count}张`],
  ['video', (count) => `视频${count}段`],
  ['audio', (count) => `语音${count}段`],
  ['location', (count) => `位置${count}处`],
  ['text', (count) => `后来的话${count}句`],
];

function headLine(c: Case, view: View): Line {
  const open = !(FINAL_STATES as readonly CaseState[]).includes(c.state) && c.state !== 'resolved';
  const hushed = view.openly && (isDiscreet(c, view) || !c.chat.room);
  // Of an erased case nothing is left to be shown.
  const showTitle = view.sight !== 'state' && !hushed && c.title !== '';
  const marks = [isOverdue(c, view.now) ? OVERDUE_WORD : '', c.supervised ? SUPERVISED_WORD : ''].filter(
    Boolean,
  );
  return {
    key: 'show_head',
    values: {
      case: shortName(c),
      state: [STATE_WORDS[c.state], ...marks].join('、'),
      title: showTitle ? `：${c.title}` : '',
      rest: restOf(c, open, view, hushed),
    },
  };
}

/** What is never said before others: illness and poverty, and what somebody raised privately. */
function isDiscreet(c: Case, view: View): boolean {
  return view.discreet || ALWAYS_DISCREET.includes(c.category);
}

/** Who has it and by when; or what was done. */
function restOf(c: Case, open: boolean, { sight, openly, now }: View, hushed: boolean): string {
  if (c.state === 'resolved' || c.state === 'closed') {
    // In the case's own group all have read it; elsewhere it is for those whom the case concerns.
    if (c.sealed && sight !== 'all') return '';
    const told = !hushed && (sight !== 'state' || openly);
    return told && c.resolution !== '' ? `。${clean(c.resolution, 60)}` : '';
  }
  if (!open || (c.sealed && sight !== 'all')) return '';
  const who = c.handler?.name ?? c.lead?.name ?? '';
  const due = c.waiting === null ? `${dueText(c.resolveBy, now)}办好` : waitingWords(c, sight, hushed);
  return who ? `。${who}，${due}` : `。${due}`;
}

/** The clock stands: for the villager's word on this, said where it may be said. */
function waitingWords({ waiting }: Case, sight: Sight, hushed: boolean): string {
  const question = sight === 'state' || hushed ? '' : clean(waiting?.question ?? '', 40);
  return question === '' ? '等村民回话' : `等村民回话：${question}`;
}

/** Steps that say something to a reader; joins and further lines are counted elsewhere. */
function stepLine(event: CaseEvent, c: Case, now: Millis): Line[] {
  const what = stepWords(event.body);
  if (what === null) return [];
  const time = momentText(event.at, now);
  const registered = event.body.type === 'open' && event.by.id !== c.petitioner.id;
  const by = registered ? `（${clean(event.by.name, 12)}登记）` : '';
  const who = registered ? c.petitioner.name : event.by.name;
  return [{ key: 'show_step', values: { time, who: clean(who, 12), what: `${what}${by}` } }];
}

function stepWords(body: EventBody): string | null {
  switch (body.type) {
    case 'open':
      return `提出：${clean(body.text, 60)}`;
    case 'accept':
      return '受理';
    case 'assign':
      return `交办${body.to.name}`;
    case 'transfer':
      return `转办${body.to.name}`;
    case 'hand_back':
      return `退回：${clean(body.reason, 40)}`;
    case 'progress':
      return `进展：${clean(body.note, 40)}`;
    case 'resolve':
      return `办结：${clean(body.done, 40)}`;
    case 'extend':
      return `延期${body.days}天：${clean(body.reason, 40)}`;
    case 'ask':
      return `问村民：${clean(body.question, 40)}`;
    case 'decline':
      return `不予受理：${clean(body.note, 40)}`;
    case 'merge':
      return `并入 #${body.intoNumber}`;
    case 'supervise':
      return `${body.number ?? '督办'}：${clean(body.note, 40)}`;
    default:
      return shortStep(body);
  }
}

function shortStep(body: EventBody): string | null {
  switch (body.type) {
    case 'rate':
      return (
        { satisfied: '满意', fairly: '基本满意', unsatisfied: '不满意' }[body.rating] + reason(body.reason)
      );
    case 'lift':
      return `解除督办${reason(body.note ?? '')}`;
    case 'card':
      return body.card === 'yellow' ? '黄牌' : `红牌${reason(body.number ?? '')}`;
    case 'return':
      return `原承办人不在名单里，转给${body.to.name}`;
    case 'publish':
      return '公开';
    case 'void':
      return '不是诉求';
    case 'recategorise':
      return '改类';
    case 'go_on':
      return '接着办，时限接着算';
    case 'withdraw':
      return '撤回';
    case 'join':
      return '附议';
    case 'close':
      return '归档，没有评价';
    case 'seal':
      return `密封${reason(body.reason)}`;
    case 'unseal':
      return `转为 #${body.intoNumber} 办理${reason(body.reason)}`;
    case 'export':
      return `导出，水印 ${body.mark}`;
    default:
      return sharedStep(body);
  }
}

function sharedStep(body: EventBody): string | null {
  switch (body.type) {
    case 'co_assign':
      return `请${body.to.name}协办${reason(body.part)}`;
    case 'co_done':
      return `协办办结${reason(body.done)}`;
    case 'return_idle':
      return `没有回音，退给${body.to?.name ?? '村里'}`;
    case 'propose_decline':
      return `提出不予受理${reason(body.note)}`;
    case 'release':
      return `拆出 #${body.from.slice(body.from.lastIndexOf('#') + 1)}`;
    default:
      return null;
  }
}

/** Who was shown a sealed case, the latest last: every look is recorded, and who looks knows it. */
function viewsOf(history: readonly CaseEvent[], now: Millis): Line[] {
  const views = history.filter(({ body }) => body.type === 'view');
  if (views.length === 0) return [];
  const last = views.slice(-5).map((event) => `${clean(event.by.name, 12)} ${momentText(event.at, now)}`);
  return [{ key: 'show_views', values: { count: views.length, last: last.join('、') } }];
}

function momentText(at: Millis, now: Millis): string {
  const { hour, minute } = localDate(at);
  return `${dateText(at, now)}${hour}:${String(minute).padStart(2, '0')}`;
}

function reason(text: string): string {
  return text === '' ? '' : `：${clean(text, 40)}`;
}
