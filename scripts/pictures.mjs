// Draws the pictures of docs/figures/: npm run pictures. A month of a county that never was, always the same.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const dist = (path) => import(new URL(`../dist/${path}`, import.meta.url));
const { readMessages } = await dist('config/messages.js');
const { render } = await dist('cases/messages.js');
const { CATEGORIES } = await dist('cases/words.js');
const { dayPicture, latest } = await dist('cases/posts/day-picture.js');
const { periodFigures, sumPeriods } = await dist('cases/posts/figures.js');
const { periodPost } = await dist('cases/posts/period-post.js');
const { weekBefore } = await dist('cases/posts/period.js');
const { picturePng } = await dist('papers/picture.js');
const { pairPng } = await dist('papers/pair.js');

const FILE = fileURLToPath(new URL('../config/messages.zh-CN.yaml', import.meta.url));
const FIGURES = new URL('../docs/figures/', import.meta.url);
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-05-04T09:00:00+08:00');
const NAMES = [
  '道路交通',
  '水电通信',
  '环境卫生',
  '农业生产',
  '住房建设',
  '民政救助',
  '教育',
  '医疗卫生',
  '治安安全',
  '政务服务',
  '村务',
  '灾害',
  '其他',
];
const VILLAGES = ['石门社区', '枫树坳村', '桐木村', '高桥村', '垸子塅村', '青石桥村', '白水洞村', '樟树湾村'];
const MATTERS = [
  ['utility', '三组路灯不亮'],
  ['utility', '二组停水两天了'],
  ['road', '村口桥栏杆断了'],
  ['road', '机耕道塌了一段'],
  ['sanitation', '院子口垃圾没人清'],
  ['farming', '一组水渠堵了'],
  ['welfare', '低保名单什么时候公示'],
  ['village_affairs', '合作医疗的账怎么看'],
];

const { texts } = readMessages(FILE, readFileSync(FILE, 'utf8'));
const say = (key, values) => render(texts, key, values);
const categoryNames = Object.fromEntries(CATEGORIES.map((one, i) => [one, NAMES[i]]));
let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

/** One case of the week; some are answered late, some wait for a word, some are overdue. */
function matter(place, number) {
  const [category, title] = MATTERS[Math.floor(random() * MATTERS.length)];
  const openedAt = NOW - 17 * HOUR - Math.floor(random() * random() * 6 * DAY);
  const answeredAt = random() < 0.95 ? openedAt + Math.floor(random() * 26 * HOUR) : null;
  const done = answeredAt !== null && random() < 0.8;
  const resolvedAt = done ? Math.min(NOW - HOUR * 10, answeredAt + Math.floor(random() * 2 * DAY)) : null;
  const word = random();
  const rating =
    done && random() < 0.8 ? (word < 0.75 ? 'satisfied' : word < 0.93 ? 'fairly' : 'unsatisfied') : null;
  return {
    id: `${place}#${number}`,
    place,
    number,
    category,
    title,
    text: title,
    sealed: false,
    openedAt,
    answeredAt,
    resolvedAt,
    rating,
    ratedAt: rating ? NOW - 10 * HOUR : null,
    closedAt: rating ? NOW - 10 * HOUR : null,
    answerBy: openedAt + DAY,
    spoken: 3,
    chat: { id: 'r@chatroom', room: true },
    state: rating ? 'closed' : done ? 'resolved' : 'assigned',
    resolveBy: openedAt + (random() < 0.4 ? 1 : 7) * DAY,
    waiting: null,
    handler: { name: '李望秋', role: 'township_leader', place: '店门镇', contacts: [] },
    petitioner: { id: 'v', name: '' },
    coPetitioners: [],
  };
}

const cases = VILLAGES.flatMap((name, i) =>
  Array.from({ length: 3 + ((i * 5) % 11) }, (_, n) => matter(`店门镇/${name}`, n + 1)),
);
const period = weekBefore(NOW);
const view = {
  place: '店门镇',
  county: '衡岭县',
  now: NOW,
  discreet: ['welfare', 'health'],
  say,
  categoryNames,
};
const units = VILLAGES.map((name) => `店门镇/${name}`).map((place) => ({
  place,
  figures: periodFigures(
    cases.filter((c) => c.place === place),
    period,
    NOW,
  ),
}));
const ranks = {
  '店门镇/石门社区': 3,
  '店门镇/枫树坳村': 1,
  '店门镇/桐木村': 2,
  '店门镇/高桥村': 4,
  '店门镇/青石桥村': 5,
};
const week = periodPost(
  {
    units,
    figures: sumPeriods(
      units.map((one) => one.figures),
      period,
    ),
    late: latest(cases, NOW),
    topics: [],
  },
  {
    ...view,
    period,
    terms: { weights: { answeredOnTime: 0.1, solved: 0.5, satisfied: 0.4 }, fromCases: 5 },
    before: { at: 0, received: 60, ranks },
  },
);
const day = dayPicture(cases, { ...view, place: '店门镇/垸子塅村', day: NOW - DAY, now: NOW - 15 * HOUR });

writeFileSync(new URL('post-week.png', FIGURES), await picturePng(week.picture));
writeFileSync(new URL('post-day.png', FIGURES), await picturePng(day));
if (process.argv.includes('--text')) process.stdout.write(`${week.lines.join('\n')}\n`);

const lamp = (name) => readFileSync(new URL(`../src/village/page/day/lamp-${name}.jpg`, import.meta.url));
const pair = {
  title: say('pair_title', { case: '#12' }),
  before: say('pair_before', {}),
  after: say('pair_after', {}),
};
writeFileSync(new URL('before-and-after.png', FIGURES), await pairPng(lamp('dark'), lamp('bright'), pair));
