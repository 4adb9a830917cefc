import { gap, part } from './text.js';
import type { Typed } from './text.js';

const ASK = '(?:我们?)?(?:要|想)?';
/** `诉求：…`, `反映：…`, `我要投诉：…`; 诉求 and 反映 also with a blank alone. */
const PREFIX = new RegExp(
  `^[【\\[#]?${ASK}(?:(?:诉求|反映|反应|投诉|举报|检举)(?:一下|问题|情况)?[】\\]#]? ?:|(?:诉求|反映)[】\\]]? )`,
  'u',
);

/** `@周支书 反映：…`: who is called first changes nothing. */
const CALLED = /^(?:@[^ @:]{1,30} +){1,5}/u;

/** The matter behind an explicit way in; null when there is none, or nothing that words a matter. */
export function raised(text: Typed): string | null {
  const words = part(text, CALLED.exec(text.flat.slice(0, 200))?.[0].length ?? 0);
  const hit = PREFIX.exec(words.flat);
  if (!hit) return null;
  const rest = part(words, hit[0].length);
  const body = part(rest, gap(rest.flat.slice(0, 50)));
  return hasMatter(body) ? body.raw : null;
}

/** At least two characters of words: 诉求：无, 投诉：12345 say nothing. */
function hasMatter(body: Typed): boolean {
  const words = body.flat.slice(0, 200).match(/\p{L}/gu)?.length ?? 0;
  return words >= 2 && !/^(?:没有|暂无|没了|无|电话|热线|拨打|请拨打)(?![\p{L}]{3})/u.test(body.flat);
}

/** What people say to a bot that is no matter: greetings, thanks, tests, games, questions about itself. */
const SMALL_TALK = [
  /^(?:你|您|大家|各位)?(?:好|早|早上好|上午好|中午好|下午好|晚上好|晚安|早安|新年好|好啊|好呀|好哦|您好|哈喽|哈罗|嗨|HELLO|HI|嘿)+(?:呀|啊|哦)?$/u,
  /^(?:太|真的?|非常|十分)?(?:多谢|感谢|辛苦|谢|麻烦|费心|有劳)+(?:你|您|了|啦|大家|哈|哦|各位|领导|书记|机器人|村里|政府|支持|关心|[,、 ])*$/u,
  /^(?:收到|知道了?|晓得了?|好的?|好嘞|嗯+|哦+|OK|行|可以|没事|没事了|不用了?|算了|明白|了解|要得|对的?|是的?)(?:了|哈|啦|啊|哦|谢谢|,| )*$/u,
  /^(?:在|在吗|在不在|在不|还在吗|有人吗|人呢|出来|测试|试一下|试试|TEST|\d+|哈+|嘿+|呵+|6+)$/u,
  /(?:讲|说)(?:一?个|点)?(?:笑话|段子|故事)|唱(?:一?首|个)?歌|聊聊天|陪我聊|几点了|天气(?:怎么样|如何|预报)|发(?:个)?红包/u,
  /^(?:你|您|这|这个|它)?(?:是谁|是什么|叫什么|是哪个|是人吗|是机器人|是真人|是不是机器人|会什么|会干什么|会做什么|能干什么|能做什么|有什么用|怎么用|是干什么的?|是做什么的?|多大了)/u,
  /机器人|^(?:真|太|很|好|你真|你太|你好)?(?:棒|厉害|聪明|牛|蠢|傻|笨|可爱|智能|先进|不错|可以|给力)(?:啊|呀|哦|了|的)*$/u,
  /^(?:傻|蠢|滚|闭嘴|走开|别吵|别说话|你有病|神经)/u,
];

/**
 * The matter in a text that mentions the bot; null when it is small talk. A mention is a wish to be heard, but a receipt
 * for 谢谢 before 300 households is worse than none.
 */
export function mentionedMatter(text: Typed): string | null {
  const plain = text.flat.replace(/[!?,.:;~。、…\s]+$/u, '').replace(/^[!?,.:;~。、…\s]+/u, '');
  const words = plain.slice(0, 200).match(/\p{Script=Han}/gu)?.length ?? 0;
  if (words < 3 || SMALL_TALK.some((talk) => plain.length <= 40 && talk.test(plain))) return null;
  // From a villager 登记 is no command, but it says what they want.
  return text.raw.replace(/^(?:请|帮忙|麻烦)?登记(?:一下)?[\s:：,，]+/u, '');
}

/** 怎么用, 你会什么: asked of the bot itself, answered with the help line. */
export function asksForHelp(text: Typed): boolean {
  return /^(?:你|您|这个?|机器人)?(?:怎么用|咋用|如何使用|会什么|会干什么|会做什么|能干什么|能做什么|有什么用|怎么反映|\?+)[?啊呀呢的了]*$/u.test(text.flat.slice(0, 30)) && text.flat.length <= 30; // prettier-ignore
}
