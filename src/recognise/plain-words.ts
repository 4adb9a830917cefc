import type { AnswerStage, Rating } from './api.js';
import { readSignals, type Signals } from './signals.js';
import { cleanText } from './text/clean.js';
import { saysMeToo } from './text/me-too.js';

/** Words put between a done thing and its being done: it will be, it is not. */
const NOT_YET =
  /(?:没|未|不能|才能|争取|准备|计划|预计|保证|一定|尽快|等|要|就能|能|可以|帮你|给你)[^ ,.]{0,6}(?:好|通|完|走|亮)|还没|没有?弄|没有?修|修不好|弄不好|搞不好/;
const UNDERWAY =
  /正在|在修|在弄|在搞|在处理|在路上|到了|到现场|已经到|开始|动工|进场|施工|抢修|排查|配件|材料/;

/**
 * How far an official's plain answer goes: taken on, under way, done. null: a question, a mere acknowledgement,
 * nothing of substance.
 */
export function answerStage(text: string): AnswerStage {
  const clean = cleanText(text);
  const signals = readSignals(clean.text);
  if (asks(clean.text, signals)) return null;
  if (signals.has('done') && !NOT_YET.test(clean.text) && !future(clean.text)) return 'resolve';
  if (signals.has('done')) return 'progress';
  if (future(clean.text) || UNDERWAY.test(clean.text))
    return signals.has('commit') || signals.has('when') ? 'progress' : null;
  return signals.has('commit') ? 'accept' : null;
}

function asks(text: string, signals: Signals): boolean {
  if (/[?]\s*$|(?:吗|呢|没|不)[ ?.]*$/.test(text) && !signals.has('commit')) return true;
  return signals.has('askBack') && !signals.has('done') && !signals.has('commit');
}

function future(text: string): boolean {
  return /明天|明早|后天|下午来|上午来|晚上来|下周|这周|本周|周[一二三四五六日]|月底|号前|号之前|过两天|节后|小时内|天内|分钟|之前|争取|预计/.test(
    text,
  );
}

const FAIRLY =
  /基本满意|还可以|还行|还算可以|差不多好|凑合|马马虎虎|勉强|比以前好|比原来好|好一点|好些了|好多了/;
const UNSURE = /呵呵|[?]\s*$|吗\s*$|要是|如果|就怕|希望/;

/** A villager's word on how a matter was handled, in plain speech. null: none, or too unsure (irony, questions). */
export function ratingOf(text: string): { rating: Rating; reason: string } | null {
  const clean = cleanText(text);
  const signals = readSignals(clean.text);
  if (signals.has('discontent')) return { rating: 'unsatisfied', reason: reasonOf(text) };
  if (UNSURE.test(clean.text) || signals.has('joke')) return null;
  if (FAIRLY.test(clean.text)) return { rating: 'fairly', reason: '' };
  return signals.has('content') ? { rating: 'satisfied', reason: '' } : null;
}

/** What is left of the words besides the rating itself; the original spelling, at most 200 characters. */
function reasonOf(text: string): string {
  const own = text.replace(/^[\s\S]*?(?:- ?){5,}\s*\n?/, '').replace(/@[^\s@\u2005]{1,30}[\s\u2005]?/g, '');
  return own
    .replace(/^\s*(?:我)?不满意[\s,，:：]*(?:#?\s*\d+\b)?[\s,，:：]*/, '')
    .trim()
    .slice(0, 200);
}

/** 我家也是, 我们这边也停了: a neighbour has the same. */
export function isMeToo(text: string): boolean {
  const { text: plain } = cleanText(text);
  return saysMeToo(plain) || readSignals(plain).has('meToo');
}
