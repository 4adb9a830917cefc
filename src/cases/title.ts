import { clean, stripInvisible } from './mask.js';

/** Longest title, in characters: it stands in one line with a number and a name. */
export const TITLE_MAX = 14;

/**
 * A few words for lists and receipts out of the villager's own: without mentions, quotes, greetings, emoji and what
 * cannot be seen, personal numbers masked. '' when nothing is left (a picture alone).
 */
export function titleOf(text: string): string {
  const bare = stripped(text);
  const anonymous = clausesOf(bare.replace(NUMBER, '，')).filter((clause) => !WHO.test(clause));
  // Where a number is all that was said, masked it says more than nothing.
  const clauses = anonymous.length > 0 ? anonymous : clausesOf(bare);
  // A cry for help says that something is wrong, not what: it stands only where nothing else does.
  const telling = clauses.filter((clause) => !CRY.test(clause));
  return clean(fitting(telling.length > 0 ? telling : clauses), TITLE_MAX);
}

/** A quote reaches the bot as `「name：text」`, dashes, then the words that count. */
const QUOTE = /^\s*「[\s\S]*?」\s*\n?\s*(?:-\s*){3,}\n?/u;
const MENTION = /[@＠][^\s\u2005，。！？,.!?:：]{1,20}(?:\u2005|\s|$)/gu;
const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u20e3\u{e0020}-\u{e007f}]/gu;
/** WeChat's own faces reach the bot as [words]. */
const FACE = /\[[\p{Script=Han}A-Za-z]{1,6}\]/gu;
const CLAUSE_END = /[，。！？；、,!?;…~～\n]+|\.(?!\d)|\s{2,}/u;

const DIGITS = String.raw`(?<!\d)(?:\d{7,20}[Xx]?|\d{3}[- ]\d{4}[- ]\d{4})(?!\d)`;
const CALLED = String.raw`(?:我的?|本人的?|请)?(?:联系方式|联系电话|联系|电话|手机|身份证|银行卡|微信)(?:号码|号|是|为)*\s*[:：]?\s*`;
/** A number to reach or to know somebody by, called so or alone: it belongs in no list. One in the midst of words is left, masked. */
const NUMBER = new RegExp(
  String.raw`${CALLED}${DIGITS}|(?<=^|[\s，。,；;：:])${DIGITS}|${DIGITS}(?=$|[\s，。,；;])`,
  'gmu',
);
/** Who speaks is known by the account that speaks. */
const WHO = /^(?:我叫|本人叫?|我是|姓名)\s*[:：]?\s*\p{Script=Han}{2,6}$/u;

const CRY =
  /^(?:快点?|赶紧|赶快|大家|都)*(?:来人|来个人|救命|救人|救火|帮忙|不好|不得了|出事|出大事|天哪|天啊|我的天|急急?急?|紧急|危险|注意|快来|看下|看看)(?:啊|呀|哪|哦|咯|了|吧|一下|呐|嘞)*$/u;

const OPENINGS = [
  /^(?:诉求|反映|登记|求助|咨询|建议|投诉|举报)\s*[:：]\s*/u,
  /^(?:各位|尊敬的)?(?:领导|书记|支书|主任|村长|干部|老师|大家|邻居|乡亲|群主)?们?(?:您|你)?(?:早上|上午|中午|下午|晚上)?(?:们)?好(?=$|[\s:：])/u,
  /^(?:各位|尊敬的)(?:领导|书记|支书|主任|村长|干部|老师|邻居|乡亲)们?$/u,
  /^(?:请问|麻烦|打扰)(?:一下|下|了)?/u,
  /^(?:我|我们)?(?:想|要|来)?(?:反映|反应|说|问)(?:一下|下|一个|个)(?:情况|问题|事情|事)?\s*[:：]?/u,
];

function stripped(text: string): string {
  const words = text
    .replace(/\r\n?/gu, '\n')
    .replace(QUOTE, '')
    .replace(EMOJI, ' ')
    .replace(MENTION, ' ')
    .replace(FACE, ' ');
  return words
    .split('\n')
    .map((line) => stripInvisible(line).trim())
    .join('\n');
}

function clausesOf(text: string): string[] {
  return text.split(CLAUSE_END).map(withoutOpening).filter(hasWords);
}

function withoutOpening(clause: string): string {
  return OPENINGS.reduce((rest, opening) => rest.replace(opening, '').trim(), clause.trim());
}

function hasWords(clause: string): boolean {
  return /[\p{L}\p{N}]/u.test(clause);
}

/** Whole clauses as long as they fit; the first one is cut if it alone is too long. */
function fitting(clauses: string[]): string {
  let title = clauses[0] ?? '';
  for (const clause of clauses.slice(1)) {
    const longer = `${title}，${clause}`;
    if ([...longer].length > TITLE_MAX) break;
    title = longer;
  }
  return title;
}
