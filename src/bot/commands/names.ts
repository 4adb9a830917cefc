import { findDays, skipTime, timeAt } from './days.js';
import { gap, part } from './text.js';
import type { Typed } from './text.js';

/** Who shall have a case, as typed, and within how many days. */
export interface Whom {
  to: string;
  days: number | null;
  /** The name was mentioned with @. */
  mentioned: boolean;
}

/** Not the beginning of anybody's name or unit: 转给你看, 交办事项, 转办的事. */
const NO_NAME =
  /^(?:[你我他她它咱谁的得了过么吗呢不没去来看这那哪件单]|大家|各位|事项|事情|任务|工作|清单|通知|一下)/u;
const NAME = /^[\p{L}\p{N}·•()（）_\-－&]{1,20}$/u;
const GIVE = /^(?:给|到|由|至|往|请) ?/u;
const DEED = /(?:去|来|负责|牵头)?(?:处理|办理|解决|跟进|落实|负责|牵头|接办)$|(?<!^[县镇乡区市村]|政府|党政|党委|政务|综治|信访|扶贫|振兴|街道)办$/u; // prettier-ignore

/** Reads `@李望秋 3天`, `李望秋三天`, `[3天] 交通局`, `给李望秋办`; null when no name is there, or two are. */
export function whom(text: Typed): Whom | null {
  const rest = skipTime(part(text, gap(text.flat)));
  const days = findDays(text)?.days ?? null;
  const named = rest.flat.startsWith('@') ? mentioned(rest) : plain(rest);
  if (!named || !NAME.test(named.to) || NO_NAME.test(named.to)) return null;
  return { ...named, days };
}

/** A mention ends at WeChat's U+2005; typed by hand, at the first blank or where a time begins. */
function mentioned(text: Typed): { to: string; mentioned: boolean } | null {
  const body = part(text, 1);
  const mark = body.raw.slice(0, 40).indexOf('\u2005');
  const end = mark > 0 ? mark : wordEnd(body.flat);
  if (/@/u.test(body.flat.slice(end))) return null;
  return { to: body.raw.slice(0, end).replace(/\s+/gu, ''), mentioned: true };
}

function plain(text: Typed): { to: string; mentioned: boolean } | null {
  const body = part(text, GIVE.exec(text.flat)?.[0].length ?? 0);
  if (body.flat.startsWith('@')) return mentioned(body);
  const word = body.raw.slice(0, wordEnd(body.flat));
  const short = word.replace(DEED, '');
  const to = [...short].length >= 2 ? short : word;
  return to === '' ? null : { to, mentioned: false };
}

function wordEnd(flat: string): number {
  const blank = /[ ,;:。、!?@#[【]/u.exec(flat)?.index ?? flat.length;
  return Math.min(blank, timeAt(flat));
}
