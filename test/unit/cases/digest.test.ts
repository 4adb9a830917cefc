import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import type { Case, Handler } from '../../../src/cases/case.js';
import { digest, type DigestView } from '../../../src/cases/digest.js';
import { PLACE, sampleCase } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const EVENING = Date.parse('2026-05-02T18:00:00+08:00');
const MORNING = Date.parse('2026-05-02T09:00:00+08:00');
const FENG = '店门镇/枫树坳村';
const li: Handler = { name: '李望秋', role: 'township_leader', place: '店门镇', contacts: ['wxid_li'] };
const view = (over: Partial<DigestView> = {}): DigestView => ({
  place: PLACE,
  county: '衡岭县',
  day: EVENING,
  now: EVENING,
  discreet: [],
  say,
  ...over,
});

/** A case of that morning, unanswered, due in a week. */
const open = (number: number, over: Partial<Case> = {}) =>
  sampleCase(number, { openedAt: MORNING, resolveBy: MORNING + 7 * DAY, category: 'road', ...over });
const closed = (number: number, over: Partial<Case> = {}) =>
  open(number, {
    state: 'closed',
    answeredAt: MORNING + HOUR,
    resolvedAt: MORNING + 2 * HOUR,
    rating: 'satisfied',
    ratedAt: MORNING + 3 * HOUR,
    closedAt: MORNING + 3 * HOUR,
    ...over,
  });
const lines = (cases: Case[], over: Partial<DigestView> = {}) => digest(cases, view(over)).lines;

describe('the day of a village', () => {
  it('reads as the product says it', () => {
    const cases = [
      closed(10, { resolvedAt: MORNING - DAY }),
      closed(11, { resolvedAt: MORNING - DAY }),
      open(12, {
        title: '路灯',
        handler: li,
        state: 'assigned',
        answeredAt: MORNING + 1,
        resolveBy: EVENING + DAY,
      }),
    ];
    expect(lines(cases)).toEqual([
      '石门社区 5月2日：收到诉求3件、回复3件、1件办理中、满意度100%（2件评价）。办理中：#12 路灯，李望秋，明天到期。',
    ]);
  });

  it('lists all that is open, the nearest due first, and what was solved', () => {
    const cases = [
      open(3, { title: '桥栏杆断了', handler: li, resolveBy: EVENING + 5 * DAY }),
      open(2, { title: '垃圾没清', resolveBy: EVENING - 2 * DAY - HOUR, openedAt: MORNING - 9 * DAY }),
      open(4, { title: '水管漏水', resolveBy: EVENING + HOUR }),
      closed(1),
    ];
    expect(lines(cases)).toEqual([
      '石门社区 5月2日：收到诉求3件、回复1件、2件办理中、满意度100%（1件评价）。',
      '当天办结1件：#1。',
      '没办完的共3件，其中超期1件。',
      '办理中：',
      '#2 垃圾没清，待交办，超期2天',
      '#4 水管漏水，待交办，今天到期',
      '#3 桥栏杆断了，李望秋，5月7日到期',
    ]);
  });

  it('says that nobody rated rather than a percentage', () => {
    expect(lines([open(1)])[0]).toContain('满意度暂无评价。');
    expect(lines([open(1)])[0]).not.toContain('%');
  });

  it('counts the ratings of that day, whenever the case began, and only those', () => {
    const old = closed(1, {
      openedAt: MORNING - 5 * DAY,
      answeredAt: MORNING - 4 * DAY,
      resolvedAt: MORNING - 3 * DAY,
      rating: 'fairly',
    });
    const before = closed(2, { openedAt: MORNING - 5 * DAY, ratedAt: MORNING - DAY, rating: 'unsatisfied' });
    expect(lines([old, before])[0]).toContain('收到诉求0件、回复0件、0件办理中、满意度90%（1件评价）。');
  });

  it.each([
    ['welfare', '#1，待交办'],
    ['health', '#1，待交办'],
    ['education', '#1，待交办'],
    ['road', '#1 路灯不亮，待交办'],
  ] as const)('a %s case reads %s', (category, text) => {
    expect(lines([open(1, { category })], { discreet: ['education'] })[0]).toContain(`办理中：${text}`);
  });

  it('holds no word of the petition’s text and no name of the petitioner', () => {
    const cases = [
      open(1, { text: '我叫贺大成，电话13800138000', petitioner: { id: 'w', name: '贺大成' } }),
      closed(2),
    ];
    expect(lines(cases).join()).not.toMatch(/贺|138/);
  });

  it('days begin and end at midnight of Shanghai', () => {
    const midnight = Date.parse('2026-05-02T00:00:00+08:00');
    const cases = [
      open(1, { openedAt: midnight - 1 }),
      open(2, { openedAt: midnight }),
      open(3, { openedAt: midnight + DAY }),
    ];
    expect(lines(cases)[0]).toContain('收到诉求1件');
  });

  it('a case due at midnight is due the day before it', () => {
    const midnight = Date.parse('2026-05-03T00:00:00+08:00');
    expect(lines([open(1, { resolveBy: midnight })])[0]).toContain('今天到期');
    expect(lines([open(1, { resolveBy: midnight + MINUTE })])[0]).toContain('明天到期');
  });
});

describe('whether anything happened', () => {
  const yesterday = { openedAt: MORNING - DAY };
  it.each([
    ['nothing', [], false],
    ['only an older open case', [open(1, yesterday)], false],
    ['a case begun', [open(1)], true],
    ['an older case answered', [open(1, { ...yesterday, answeredAt: MORNING })], true],
    [
      'an older case rated',
      [closed(1, { ...yesterday, answeredAt: MORNING - DAY, resolvedAt: MORNING - DAY })],
      true,
    ],
    [
      'an older case solved',
      [open(1, { ...yesterday, state: 'resolved', answeredAt: MORNING - DAY, resolvedAt: MORNING })],
      true,
    ],
    ['an accusation alone', [open(1, { sealed: true, number: null, id: 'K7' })], false],
    ['what never was a petition', [open(1, { state: 'void' })], false],
  ] as [string, Case[], boolean][])('%s: %j', (_, cases, happened) => {
    expect(digest(cases, view()).happened).toBe(happened);
  });
});

describe('townships and the county', () => {
  const cases = [
    open(1, { title: '路灯' }),
    closed(2),
    open(1, { place: FENG, title: '水管漏水', resolveBy: EVENING - HOUR }),
  ];

  it('sum, then tell each village, with numbers that name the place', () => {
    const own = cases.map((c) => ({ ...c, id: `${c.place}#${c.number}` }));
    expect(lines(own, { place: '店门镇' })).toEqual([
      '店门镇 5月2日：收到诉求3件、回复1件、2件办理中、满意度100%（1件评价）。',
      '当天办结1件：石门社区#2。',
      '没办完的共2件，其中超期1件。',
      '石门社区：收到2件、回复1件、1件办理中、满意度100%（1件评价）',
      '枫树坳村：收到1件、回复0件、1件办理中、满意度暂无评价',
      '办理中：',
      '枫树坳村#1 水管漏水，待交办，超期1小时',
      '石门社区#1 路灯，待交办，5月9日到期',
    ]);
    expect(lines(own, { place: '' })[0]).toMatch(/^衡岭县 5月2日：收到诉求3件/);
  });

  it('speak also when nothing happened', () => {
    expect(lines([], { place: '' })).toEqual([
      '衡岭县 5月2日：收到诉求0件、回复0件、0件办理中、满意度暂无评价。',
    ]);
  });

  it('hold no case of another township', () => {
    const other = open(1, { place: '青口乡/河边村', id: 'x' });
    expect(lines([...cases, other], { place: '店门镇' }).join()).not.toContain('河边');
  });

  it('sum up what is too much to read', () => {
    const many = Array.from({ length: 100 }, (_, i) => open(1, { place: `店门镇/村${i}`, id: `${i}` }));
    const text = lines(many, { place: '' });
    expect(text).toContain('还有70件，回“待办”可以看。');
    expect(text).toContain('另外60个村：收到60件、回复0件、60件办理中、满意度暂无评价');
    expect(text.length).toBeLessThan(80);
  });
});
