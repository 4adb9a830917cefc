import type { Role } from '../cases/words.js';
import type { Place } from './api.js';

/** Who speaks: a villager by id, or the first holder of an office in that room. */
export type Speaker = string | { role: Role };

/** One line of the prepared day. `{name}` in a text is the number of the case that a line before it opened. */
export interface Step {
  /** Village time, HH:MM. */
  at: string;
  /** `first`, `second`: the village groups; `work`: the township's work group. */
  room: 'first' | 'second' | 'work';
  by: Speaker;
  text?: string;
  /** File in page/day. */
  picture?: string;
  place?: Place;
  seconds?: number;
  mention?: Speaker;
  /** Quotes the line with this name. */
  quote?: string;
  /** A name by which later lines quote this one, or speak of the case that it opened. */
  name?: string;
  /** The bot has something to say to it: the clock waits a little for that. */
  answered?: true;
}

const CADRE = { role: 'village_cadre' } as const;
const HEAD = { role: 'village_head' } as const;
const LEADER = { role: 'township_leader' } as const;

/** A day in two villages: chatter, petitions, a neighbour with the same matter, answers, an emergency, an advert, a joke. */
export const DAY: Step[] = [
  { at: '07:02', room: 'first', by: 'wxid_he', text: '各位邻居早上好，今天大晴天' },
  { at: '07:10', room: 'first', by: 'wxid_tan', text: '赶集的等我一下，一起坐车去' },
  {
    at: '07:25',
    room: 'first',
    by: 'wxid_he',
    name: 'lamp',
    text: '中院子那盏路灯坏了三天了，晚上老人出门看不见，麻烦村里来修一下',
    answered: true,
  },
  { at: '07:26', room: 'first', by: 'wxid_he', picture: 'lamp-dark.jpg' },
  { at: '07:40', room: 'first', by: 'wxid_tan', text: '我家也是，门口那一段黑漆漆的' },
  { at: '08:05', room: 'first', by: CADRE, quote: 'lamp', text: '收到，我马上联系人去看' },
  {
    at: '08:20',
    room: 'first',
    by: 'wxid_shop',
    text: '惠民超市今日特价：东北大米59元一袋，鸡蛋买二送一，送货上门',
  },
  { at: '08:40', room: 'first', by: 'wxid_moon', text: '这么热，我家猪都问我要空调了哈哈' },
  {
    at: '09:10',
    room: 'first',
    by: CADRE,
    mention: LEADER,
    text: '交办 #{lamp} @{mention} 2天',
    answered: true,
  },
  { at: '09:30', room: 'first', by: 'wxid_liu', seconds: 9 },
  {
    at: '09:31',
    room: 'first',
    by: 'wxid_liu',
    name: 'allowance',
    text: '那个我想问一下今年的高龄补贴在哪里办呀我腿脚不方便走不动',
    answered: true,
  },
  {
    at: '10:00',
    room: 'first',
    by: CADRE,
    quote: 'allowance',
    text: '阿婆，您在家等着，下午我上门帮您办，把身份证准备好',
  },
  {
    at: '10:30',
    room: 'second',
    by: 'wxid_tang',
    name: 'ditch',
    text: '后山的水沟被泥巴堵死了，一下雨水就往屋里灌，请村里派人来清一下',
    answered: true,
  },
  {
    at: '10:31',
    room: 'second',
    by: 'wxid_tang',
    place: {
      latitude: 27.4513,
      longitude: 110.5862,
      name: '枫树坳村一组后山',
      address: '店门镇枫树坳村一组',
    },
  },
  {
    at: '10:45',
    room: 'second',
    by: 'wxid_qin',
    text: '建议在篮球场边上放两个垃圾桶，小孩子喝完水瓶子到处丢',
    answered: true,
  },
  { at: '11:00', room: 'second', by: HEAD, quote: 'ditch', text: '老唐，我下午带人去看' },
  { at: '11:20', room: 'work', by: LEADER, text: '各村注意：下午三点在镇里开防汛会，请带上值班表' },
  { at: '13:00', room: 'first', by: LEADER, text: '进展 #{lamp} 电工下午去换灯泡' },
  {
    at: '14:10',
    room: 'first',
    by: 'wxid_tan',
    name: 'wire',
    text: '快来人！中院子电线断了掉在路上还在冒火花，小孩子都在那边',
    answered: true,
  },
  { at: '14:12', room: 'first', by: CADRE, text: '大家都不要靠近，我马上到，已经打电话叫电力所拉闸' },
  {
    at: '14:50',
    room: 'first',
    by: CADRE,
    text: '办结 #{wire} 电力所拉了闸，线接好了，现场安全',
    answered: true,
  },
  { at: '15:05', room: 'first', by: 'wxid_tan', text: '满意 #{wire}', answered: true },
  { at: '15:30', room: 'first', by: LEADER, picture: 'lamp-bright.jpg' },
  { at: '15:31', room: 'first', by: LEADER, text: '办结 #{lamp} 换了灯泡和控制器', answered: true },
  { at: '16:20', room: 'first', by: 'wxid_he', text: '满意 #{lamp}' },
  { at: '16:40', room: 'first', by: 'wxid_moon', text: '晚上跳舞的老地方集合，灯亮了' },
  { at: '17:00', room: 'second', by: HEAD, text: '办结 #{ditch} 挖机清了三十米水沟', answered: true },
  {
    at: '17:20',
    room: 'second',
    by: 'wxid_tang',
    text: '不满意 #{ditch} 只清了上面一半，下面那段还堵着',
    answered: true,
  },
  { at: '17:40', room: 'second', by: 'wxid_xie', text: '谢谢村里，我爸妈住在沟边，我在广东也放心些' },
];

/** When the daily post has gone out and the day is over. */
export const DAY_ENDS = '18:05';
