import type { RoomReader } from '../../src/recognise/api.js';
import type { Decision } from '../../src/cases/message.js';
import { shippedRecogniser } from './recogniser.js';

/** Lines of which some are neither sure nor idle to any model: each test takes those that are so to this one. */
const LIKELY = [
  '厕所好臭', '网络又卡了', '最近自来水有点怪味', '狗到处跑', '垃圾桶是不是少了点', '二组那边晚上黑漆漆的', '公厕那个味道',
  '三组那条路', '河里的水颜色不对头', '班车今天又没看到', '信号又一格', '水压好小', '塘边那截栏杆', '卫生室又没开门', '这几天灰好大',
  '学校门口车好多', '喇叭声音好小', '电费好像多了', '蚊子多得很', '桥头那块板子', '井水有点浑', '补贴好像还没到', '沟里又是塑料袋',
  '那棵树歪了', '村部又锁着门', '半夜还有人放炮', '路边那堆沙', '机耕路不好走', '楼道灯暗得很', '快递点又搬了',
]; // prettier-ignore
const MINUTE = 60_000;

const heard = (room: RoomReader, text: string, at: number, who: string): Decision =>
  room.read({ id: `${who}${at}`, at, who, name: who, speaker: 'villager', type: 'text', text });

/** A line that this model only suggests, well away from both thresholds. */
const suggested = ({ action, sealed }: Decision): boolean => action === 'suggest' && !sealed;
/** A line that it does not open, and of which a second reader would be asked. */
const unsure = ({ action, ask }: Decision): boolean => action !== 'open' && ask;

/**
 * So many lines that are `what` to this model, each by itself and when they are said one after the other by different
 * people, `gap` minutes apart; fewer when there are not so many.
 */
export function doubtfulLines(
  count: number,
  gap: number,
  what: 'suggested' | 'unsure' = 'suggested',
): string[] {
  const fits = what === 'suggested' ? suggested : unsure;
  const found: string[] = [];
  for (const text of LIKELY) {
    if (found.length === count) break;
    if (fits(heard(shippedRecogniser().room([]), text, 0, 'a')) && inOrder([...found, text], gap, fits))
      found.push(text);
  }
  return found;
}

function inOrder(texts: string[], gap: number, fits: (decision: Decision) => boolean): boolean {
  const room = shippedRecogniser().room([]);
  heard(room, '早上好', 0, 'first');
  return texts.every((text, i) => fits(heard(room, text, (i + 1) * gap * MINUTE, `v${i}`)));
}
