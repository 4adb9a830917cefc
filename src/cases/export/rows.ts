import type { Case, PersonRef } from '../case.js';
import type { CaseEvent, EventBody } from '../event.js';
import { mask } from '../mask.js';
import type { Category } from '../words.js';
import { momentText } from './month.js';
import type { Snapshot } from './snapshot.js';
import { CARD_NAMES, eventName, KIND_NAMES, RATING_NAMES, STATE_NAMES, URGENCY_NAMES } from './words.js';

export type Cell = string | number | null;

/** What may be shown, and the county's own words. */
export interface ExportView {
  /** False: names shortened, numbers cut, nothing of what is private by its kind. */
  full: boolean;
  /** Categories whose matter is nobody else's business. */
  discreet: readonly Category[];
  categoryNames: Record<Category, string>;
}

export const CASE_COLUMNS = [
  '编号', '地方', '类型', '类别', '紧急', '状态', '事由', '内容', '反映人', '收到', '首次回复', '办结', '归档', '回复期限', '办结期限',
  '承办', '办理结果', '评价', '评价时间', '附议人数', '转退次数', '督办', '公开', '并入',
]; // prettier-ignore
export const EVENT_COLUMNS = ['编号', '序号', '时间', '做了什么', '谁', '内容'];

/** One case as a line of the sheet 诉求. */
export function caseRow({ case: c }: Snapshot, view: ExportView): Cell[] {
  const words = (text: string): string => shown(text, c, view);
  return [
    c.id, c.place, KIND_NAMES[c.kind], view.categoryNames[c.category], URGENCY_NAMES[c.urgency], STATE_NAMES[c.state],
    words(c.title), words(c.text), person(c.petitioner, view), momentText(c.openedAt), momentText(c.answeredAt),
    momentText(c.resolvedAt), momentText(c.closedAt), momentText(c.answerBy), momentText(c.resolveBy), c.handler?.name ?? '',
    words(c.resolution), c.rating === null ? '' : RATING_NAMES[c.rating], momentText(c.ratedAt), c.coPetitioners.length, c.hops,
    c.supervised === null ? '' : '督办', c.published ? '公开' : '', c.mergedInto ?? '',
  ]; // prettier-ignore
}

/** One event as a line of the sheet 经过. */
export function eventRow({ case: c }: Snapshot, event: CaseEvent, view: ExportView): Cell[] {
  const who = isVillager(event, c) ? person(event.by, view) : event.by.name;
  return [
    c.id,
    event.seq,
    momentText(event.at),
    eventName(event.body.type),
    who,
    shown(wordsOf(event.body), c, view),
  ];
}

/** Illness and poverty show in the words of a case, whoever wrote them. */
function shown(text: string, c: Case, { full, discreet }: ExportView): string {
  if (full) return text;
  return discreet.includes(c.category) ? '' : mask(text);
}

function person({ name }: PersonRef, { full }: ExportView): string {
  if (full || name === '') return name;
  return `${[...mask(name)][0] ?? ''}**`;
}

const VILLAGERS_OWN: readonly EventBody['type'][] = [
  'open',
  'rate',
  'withdraw',
  'join',
  'add',
  'remove_material',
];

function isVillager(event: CaseEvent, c: Case): boolean {
  if (event.by.id === c.registrar?.id) return false;
  // The clock goes on with the villager's word, or with an official's next step.
  if (event.body.type === 'go_on')
    return [c.petitioner, ...c.coPetitioners].some((one) => one.id === event.by.id);
  return VILLAGERS_OWN.includes(event.body.type);
}

/** The words that an event carries; fields that a later version adds stay out until somebody weighs them. */
function wordsOf(body: EventBody): string {
  switch (body.type) {
    case 'open':
      return body.title;
    case 'assign':
    case 'transfer':
    case 'return':
      return body.to.name;
    case 'return_idle':
      return body.to?.name ?? '';
    case 'co_assign':
      return [body.to.name, body.part].filter(Boolean).join('：');
    case 'ask':
      return body.question;
    case 'card':
      return CARD_NAMES[body.card];
    case 'hand_back':
    case 'extend':
      return body.reason;
    case 'rate':
      return [RATING_NAMES[body.rating], body.reason].filter(Boolean).join('：');
    case 'progress':
    case 'supervise':
    case 'decline':
    case 'propose_decline':
      return body.note;
    case 'lift':
      return body.note ?? '';
    case 'resolve':
    case 'co_done':
      return body.done;
    case 'merge':
      return body.into;
    case 'absorb':
    case 'release':
      return body.from;
    case 'add':
      return body.material.text;
    case 'undone':
      return `第${body.seq}步`;
    default:
      return '';
  }
}
