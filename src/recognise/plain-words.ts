import type { AnswerStage, Rating } from './api.js';
import { talkSigns } from './talk/signs.js';
import type { TalkSign } from './talk/words.js';
import { cleanText } from './text/clean.js';
import { sharesTrouble } from './text/me-too.js';

/** Denied or still to come: 还没修好, 等修好了再说, 争取修好, 修好了就通知. */
const NOT_YET =
  /(?:没|未|才能|争取|准备|计划|预计|保证|一定|尽快|等|就能)[^ ,.]{0,6}(?:好|通|完|亮)|还没|没弄|没修|修不好|弄不好|搞不好|(?:好|完|通)了(?:就|再|之后|以后|后)/;
const UNDERWAY =
  /正在|在修|在弄|在搞|在处理|在路上|到现场|已经到|开始|动工|进场|施工|抢修|排查|配件|材料|差个|差一/;
const TO_COME =
  /明天|明早|后天|今晚|(?:上午|下午|晚上)来|下周|这周|本周|周[一二三四五六日]|月底|号前|号之前|过两天|节后|小时内|天内|分钟|之前|争取|预计|小时恢复|小时到/;

/**
 * How far an official's plain answer goes: taken on, under way, done. null: a question, a mere acknowledgement,
 * nothing of substance.
 */
export function answerStage(text: string): AnswerStage {
  const { text: plain } = cleanText(text);
  const signals = talkSigns(plain);
  if (asks(plain, signals)) return null;
  const open = NOT_YET.test(plain);
  if (signals.has('done') && !open && !TO_COME.test(plain)) return 'resolve';
  if (open || signals.has('done')) return 'progress';
  if (!signals.has('commit') && !signals.has('when')) return null;
  if (TO_COME.test(plain) || UNDERWAY.test(plain)) return 'progress';
  return signals.has('commit') ? 'accept' : null;
}

function asks(plain: string, signals: ReadonlySet<TalkSign>): boolean {
  if (/[?]\s*$|(?:吗|没)[ ?.]*$/.test(plain)) return true;
  return signals.has('askBack') && !signals.has('done') && !signals.has('commit');
}

const PLAIN_YES = /^(?:很好|不错|没问题了?|可以了?|挺好|蛮好|非常好|都好了|好了)$/;
const PLAIN_NO = /^(?:不好|没好|没有?|还没|不行|不得行|没用|差评)$/;
const FAIRLY =
  /基本满意|还可以|还行|还算可以|差不多好|凑合|马马虎虎|勉强|比以前好|比原来好|好一点|好些了|好多了/;
/** Irony, doubt, a but: better to ask nothing of it than to rate for somebody. */
const UNSURE = /呵呵|[?]\s*$|吗\s*$|要是|如果|就怕|希望|个鬼|个屁|才怪|就是|但|不过|可惜|只是|怎么/;

/** A villager's word on how a matter was handled, in plain speech. null: none, or too unsure (irony, questions). */
export function ratingOf(text: string): { rating: Rating; reason: string } | null {
  const clean = cleanText(text);
  const signals = talkSigns(clean.text);
  const plain = clean.text.replace(/[ ,.!]+$/, '');
  if (PLAIN_NO.test(plain) || signals.has('discontent'))
    return { rating: 'unsatisfied', reason: reasonOf(text) };
  if (UNSURE.test(clean.text) || signals.has('joke')) return null;
  if (FAIRLY.test(clean.text)) return { rating: 'fairly', reason: '' };
  if (PLAIN_YES.test(plain) || signals.has('content')) return { rating: 'satisfied', reason: '' };
  return null;
}

/** What is left of the words besides the rating itself; the original spelling, at most 200 characters. */
function reasonOf(text: string): string {
  const own = text.replace(/^[\s\S]*?(?:- ?){5,}\s*\n?/, '').replace(/@[^\s@\u2005]{1,30}[\s\u2005]?/g, '');
  return own
    .replace(/^\s*(?:我)?不满意[\s,，:：]*(?:[#＃]?\s*\d+(?!\d|天|个|次|年|月))?[\s,，:：]*/, '')
    .trim()
    .slice(0, 200);
}

/** 我家也是, 我们这边也停了: a neighbour has the same. */
export function isMeToo(text: string): boolean {
  return sharesTrouble(cleanText(text).text);
}
