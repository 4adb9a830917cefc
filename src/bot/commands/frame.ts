import type { Verb } from '../../cases/command.js';
import { headAt } from './lexicon.js';
import type { Head } from './lexicon.js';
import { NUMERALS } from './numbers.js';
import { brokenRef, readRef } from './ref.js';
import type { Read } from './ref.js';
import { bare, gap, part, without } from './text.js';
import type { Typed } from './text.js';

/** A command taken apart: word, case, rest, in whatever order they were typed. */
export interface Frame {
  verb: Verb;
  loose: boolean;
  ref: Read | null;
  rest: Typed;
  /** The rest stands against the word without anything between: 办结酒席 rather than 办结 酒席. */
  glued: boolean;
  /** A `#` was typed where the case belongs, and it is no number. */
  broken: boolean;
}

/** Verbs whose rest is the actor's own words: `办结3换了灯泡`. */
const WORDY: Verb[] = ['resolve', 'co_done', 'progress', 'hand_back', 'decline', 'supervise', 'ask'];
/** 3个, 3天, 3号线…: the number counts something. */
const MEASURE =
  /^[个天日月年点时分秒元块米次人户组楼栋盏根条台处吨斤亩辆车批期号周公里层间座口名位万千百十度成份笔项件张支只头]/u;
/** Behind the word: 办结了, 处理完毕. */
const PARTICLE = /^(?:了|啦|完毕)(?=[ :,;.。、~…—|#]|$)/u;

/** Takes a message apart; null when no command word stands where one could. */
export function frameOf(text: Typed): Frame | null {
  const frame = wordFirst(text) ?? caseFirst(text);
  return frame && bare(frame.rest) === '' ? { ...frame, rest: { raw: '', flat: '' }, glued: false } : frame;
}

function wordFirst(text: Typed): Frame | null {
  const head = headAt(text.flat);
  if (!head) return null;
  const after = afterWord(text, head.end);
  const ref = refBehind(after.rest, head, !after.glued);
  if (ref) return { ...kind(head), ref, rest: part(after.rest, ref.end), glued: false, broken: false };
  const broken = brokenRef(after.rest.flat);
  return withTrailingRef({ ...kind(head), ref: null, rest: after.rest, glued: after.glued, broken });
}

/** No number and no code stands without one of these. */
const FIGURE = new RegExp(`[\\dA-Z${NUMERALS}]`, 'u');

function caseFirst(text: Typed): Frame | null {
  if (!FIGURE.test(text.flat.slice(0, 60))) return null;
  const lead = /^(?:请?[把将] ?|关于 ?)?/u.exec(text.flat)?.[0].length ?? 0;
  const from = part(text, lead);
  const ref = readRef(from);
  if (!ref) return null;
  const behind = part(from, ref.end);
  const middle = part(behind, gap(behind.flat));
  const head = headAt(middle.flat);
  if (!head) return null;
  const after = afterWord(middle, head.end);
  const sure = ref.mark === 'sure';
  // `15号完成选举` is a date, `2 合并同类项` a line of a list.
  if (!sure && (head.loose || after.glued)) return null;
  if (ref.mark === 'bare' && !/^\d{1,4}(?!\d)/u.test(from.flat)) return null;
  return { ...kind(head), ref, rest: after.rest, glued: after.glued, broken: false };
}

function kind(head: Head): { verb: Verb; loose: boolean } {
  return { verb: head.verb, loose: head.loose };
}

/** What follows the word, its 了 dropped. */
function afterWord(text: Typed, end: number): { rest: Typed; glued: boolean } {
  const particle = PARTICLE.exec(text.flat.slice(end, end + 4))?.[0].length ?? 0;
  const from = end + particle;
  const between = gap(text.flat.slice(from, from + 200));
  const rest = part(text, from + between);
  return { rest, glued: between === 0 && rest.flat !== '' };
}

/** The case right behind the word. Anything less than `#3` must end where the number ends. */
function refBehind(text: Typed, head: Head, apart: boolean): Read | null {
  const read = readRef(text);
  if (!read || read.mark === 'sure') return read;
  const next = text.flat.slice(read.end, read.end + 4);
  if (head.loose && read.mark === 'bare') return null;
  if (!/^\d/u.test(text.flat) && read.mark === 'bare') return apart && /^(?: |$)/u.test(next) ? read : null;
  if (gap(next) > 0 || /^(?:$|\?)/u.test(next)) return read;
  if (read.mark === '号') return head.verb === 'show' && next.startsWith('的') ? read : null;
  return WORDY.includes(head.verb) && read.end <= 3 && /^\p{Script=Han}/u.test(next) && !MEASURE.test(next)
    ? read
    : null;
}

const TRAILING = /(?<= )#+ ?\d{1,7}(?= |$)/gu;

/** `办结 换了灯泡 #3`, `交给李望秋 #3 3天`: the case stands behind, once. */
function withTrailingRef(frame: Frame): Frame {
  if (frame.broken || frame.verb === 'merge' || frame.rest.flat.length > 600) return frame;
  const hits = [...frame.rest.flat.matchAll(TRAILING)];
  const [hit] = hits;
  if (!hit || hits.length > 1) return frame;
  const ref = readRef(part(frame.rest, hit.index));
  if (!ref || ref.mark !== 'sure') return frame;
  return { ...frame, ref, rest: without(frame.rest, hit.index, hit.index + hit[0].length) };
}
