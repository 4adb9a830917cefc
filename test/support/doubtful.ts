import type { RoomReader } from '../../src/recognise/api.js';
import type { Decision } from '../../src/cases/message.js';
import { shippedRecogniser } from './recogniser.js';

/** Lines of which some are neither sure nor idle to any model: each test takes those that are so to this one. */
const LIKELY = [
  '厕所好臭', '网络又卡了', '最近自来水有点怪味', '狗到处跑', '垃圾桶是不是少了点', '二组那边晚上黑漆漆的', '公厕那个味道',
  '三组那条路', '河里的水颜色不对头', '班车今天又没看到', '信号又一格', '水压好小', '塘边那截栏杆', '卫生室又没开门', '这几天灰好大',
  '学校门口车好多', '喇叭声音好小', '电费好像多了', '蚊子多得很', '桥头那块板子', '井水有点浑', '补贴好像还没到', '沟里又是塑料袋',
  '那棵树歪了', '水管漏得厉害', '垃圾又没人拖', '下水道又堵了', '路灯暗了几天', '电压低得带不动', '公交又改点了', '厕所门坏了', '渠道又不来水', '村部又锁着门', '半夜还有人放炮', '路边那堆沙', '机耕路不好走', '楼道灯暗得很', '快递点又搬了',
]; // prettier-ignore
const MINUTE = 60_000;

const heard = (room: RoomReader, text: string, at: number, who: string): Decision =>
  room.read({ id: `${who}${at}`, at, who, name: who, speaker: 'villager', type: 'text', text });

/** A line that this model only suggests, well away from both thresholds. */
const suggested = ({ action, sealed }: Decision): boolean => action === 'suggest' && !sealed;
/** A line that it does not open, and of which a second reader would be asked. */
export const unsure = ({ action, ask }: Decision): boolean => action !== 'open' && ask;

/** Minutes of the first, second … line: forty apart. */
export const APART = (i: number): number => 40 * i;
/** Two by two at once, the pairs forty minutes apart. */
export const IN_PAIRS = (i: number): number => 40 * Math.floor(i / 2);

/**
 * So many lines that are `what` to this model when different people say them one after the other in a quiet room, at these
 * minutes, whether or not somebody greeted forty minutes before (a room's first line is judged by itself); fewer when
 * there are not so many.
 */
export function doubtfulLines(
  count: number,
  minutes: (i: number) => number,
  what: 'suggested' | 'unsure' = 'suggested',
): string[] {
  const fits = what === 'suggested' ? suggested : unsure;
  const found: string[] = [];
  for (const text of LIKELY) {
    if (found.length === count) break;
    if (inOrder([...found, text], minutes, fits)) found.push(text);
  }
  return found;
}

/** A line that this model suggests (or is unsure of), with this ending, when nothing was said before. */
export function doubtfulLine(ending = '', fits = suggested): string {
  const found = LIKELY.find((text) => fits(heard(shippedRecogniser().room([]), `${text}${ending}`, 0, 'a')));
  if (found === undefined) throw new Error('no line is doubtful to this model');
  return found;
}

function inOrder(
  texts: string[],
  minutes: (i: number) => number,
  fits: (decision: Decision) => boolean,
): boolean {
  return [true, false].every((greeted) => {
    const room = shippedRecogniser().room([]);
    if (greeted) heard(room, '早上好', -40 * MINUTE, 'greeter');
    return texts.every((text, i) => fits(heard(room, text, minutes(i) * MINUTE, `v${i}`)));
  });
}

/** What somebody says in passing, and an official's words that show what it was about. */
const HINTS: [string, string][] = [
  ['今天又要挑水了', '老李 水泵坏了 正在修 下午来水'],
  ['我家也没了', '老李 自来水管爆了 在抢修 下午恢复'],
  ['一到晚上就这样', '老李 变压器过载 供电所明天来换'],
  ['这个样子怎么走', '老李 那段路明天拉石子来填'],
  ['屋里又进水了哦', '老李 下水道堵了 我叫人来疏通'],
  ['又没来', '老李 垃圾车坏了 明早来拖'],
  ['昨晚又是一夜', '老李 工地噪音的事 我已经找他们 十点后停工'],
  ['娃又摸黑回来', '老李 路灯线断了 电工下午来接'],
];

/** The first of them that this model passes over, and opens by the answer. */
export function revealingPair(): { said: string; answered: string } {
  for (const [text, answered] of HINTS) {
    const room = shippedRecogniser().room([]);
    const passed = room.read({
      id: 'a',
      at: 0,
      who: 'a',
      name: '老李',
      speaker: 'villager',
      type: 'text',
      text,
    });
    const at = 2 * MINUTE;
    const decision = room.read({ id: 'b', at, who: 'b', name: '书记', speaker: 'official', type: 'text', text: answered }); // prettier-ignore
    if (passed.action === 'ignore' && decision.action === 'open' && decision.matter === 'a')
      return { said: text, answered };
  }
  throw new Error('no answer reveals a matter to this model');
}
