import type { Until } from '../../cases/command.js';
import { NUMERALS, toNumber } from './numbers.js';
import { part, without } from './text.js';
import type { Typed } from './text.js';

const COUNT = `(\\d{1,3}|[${NUMERALS}]{1,4}|半)`;
/** `[3天]`, 三天内, 3个工作日, 一周, 48小时. Not the day of a date: 5月3日. */
const SPAN = new RegExp(
  `[(\\[【]? ?(?<![\\d${NUMERALS}月第年初.])${COUNT} ?(?:个? ?(工作日|天|日|周|星期|礼拜|小时)|个(月))(?!两头)(?:之?内|以内|后|前)?(?: ?[)\\]】])?`,
  'u',
);
const NAMED: Record<string, number> = { 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };
const NAMED_DAY = /[(\[【]?(大后天|明天|明日|后天)(?:之?前|以前|办好|办结)?[)\]】]?/u;
/** Said, but no number of days without a calendar: 本周五, 月底, 5月3日. 周一凡 is a name. */
const UNCLEAR =
  /[(\[【]?(?:(?:[本这下][个]?(?:周|星期|礼拜)|星期|礼拜)[一二三四五六日天末]|周[一二三四五六日天末](?=[前之 ,\])】]|$)|[本这下]?月底|年底|今天|今日|尽快|\d{1,2}月\d{1,2}[日号]?|\d{1,2}号)(?:之?前|以前)?[)\]】]?/u;

const DAYS_OF: Record<string, number> = {
  工作日: 1, 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30,
}; // prettier-ignore
const MOST = 365;

export interface Span {
  days: number;
  /** The text without the span. */
  rest: Typed;
  /** 明天 rather than 1天. */
  named: boolean;
}

/** The first span of days in a text, 1 to 365; null when none is clear. */
export function findDays(text: Typed): Span | null {
  const head = text.flat.slice(0, 600);
  const hit = SPAN.exec(head);
  const days = hit ? spanDays(hit[1] ?? '', hit[2] ?? hit[3] ?? '') : NaN;
  if (hit && days >= 1 && days <= MOST) return spanned(text, days, hit, false);
  const named = NAMED_DAY.exec(head);
  return named ? spanned(text, NAMED[named[1] ?? ''] ?? 1, named, true) : null;
}

function spanned(text: Typed, days: number, hit: RegExpExecArray, named: boolean): Span {
  return { days, rest: without(text, hit.index, hit.index + hit[0].length), named };
}

function spanDays(count: string, unit: string): number {
  if (count === '半') return unit === '月' ? 15 : NaN;
  const n = toNumber(count);
  return unit === '小时' ? Math.ceil(n / 24) : n * (DAYS_OF[unit] ?? NaN);
}

const UNTIL = new RegExp(
  `^[(\\[【]? ?(?:(\\d{1,2})月(\\d{1,2})[日号]?|(\\d{1,3}|[${NUMERALS}]{1,3}) ?(?:个?工作日|天|日))(?:之?内|以内|之?前|以前)?[)\\]】]?(?=[ ,;:.。、]|$)`,
  'u',
);

/** A day that a text begins with, apart from what follows: `5月20日 意见`, `3天 意见`; 三天内必须修好 is words. */
export function leadingDay(text: Typed): { until: Until; rest: Typed } | null {
  const hit = UNTIL.exec(text.flat.slice(0, 40));
  if (!hit) return null;
  const rest = part(text, hit[0].length);
  const [month, day] = [Number(hit[1]), Number(hit[2])];
  if (hit[1] !== undefined) return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { until: { month, day }, rest } : null; // prettier-ignore
  const days = toNumber(hit[3] ?? '');
  return days >= 1 && days <= MOST ? { until: { days }, rest } : null;
}

/** Where anything about time begins, so that a name can end there. */
export function timeAt(flat: string): number {
  const head = flat.slice(0, 200);
  const starts = [SPAN, NAMED_DAY, UNCLEAR].map((pattern) => pattern.exec(head)?.index ?? head.length);
  return Math.min(...starts);
}

/** The text without a time at its start: `3天 李望秋`. */
export function skipTime(text: Typed): Typed {
  for (const pattern of [SPAN, NAMED_DAY, UNCLEAR]) {
    const hit = pattern.exec(text.flat.slice(0, 40));
    if (hit?.index === 0) return part(text, hit[0].length);
  }
  return text;
}
