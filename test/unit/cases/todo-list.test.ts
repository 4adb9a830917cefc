import { DAY, HOUR } from '../../../src/cases/calendar.js';
import type { Actor, Case, Office } from '../../../src/cases/case.js';
import type { TodoView } from '../../../src/cases/digest-case-line.js';
import { overdueLines, todoLines, todoOf } from '../../../src/cases/todo-list.js';
import { PLACE, T0, sampleCase } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const FENG = '店门镇/枫树坳村';
const actor = (id: string, ...offices: Office[]): Actor => ({ id, name: id, officialName: id, offices });
const zhou = actor('周小满', { role: 'village_cadre', place: PLACE });
const li = actor('李望秋', { role: 'township_leader', place: '店门镇' });
const jt = actor('交通局', { role: 'department', place: '', categories: ['road'] });
const ou = actor('欧清和', { role: 'inspector', place: '' });
const he = actor('老贺');

const cases: Case[] = [
  sampleCase(1, { resolveBy: T0 + 3 * DAY, title: '路灯' }),
  sampleCase(2, {
    resolveBy: T0 - 5 * HOUR,
    title: '桥断了',
    handler: { name: '交通局', role: 'department', place: '', contacts: ['交通局'] },
  }),
  sampleCase(3, { resolveBy: T0 + DAY, state: 'closed' }),
  sampleCase(4, { place: FENG, id: `${FENG}#4`, resolveBy: T0 + DAY, category: 'health', title: '看病' }),
  sampleCase(5, { sealed: true, number: null, id: 'K7MNPQ', resolveBy: T0 + 2 * DAY, title: '收钱' }),
];
const view = (over: Partial<TodoView> = {}): TodoView => ({
  here: PLACE,
  county: '衡岭县',
  now: T0,
  discreet: [],
  say,
  privately: false,
  ...over,
});
const numbers = (who: Actor, privately = false) => todoOf(cases, who, privately).map((c) => c.number ?? c.id);

describe('whose cases they are', () => {
  it.each([
    [zhou, [2, 1]],
    [li, [2, 4, 1]],
    [jt, [2]],
    [ou, [2, 4, 1]],
    [he, []],
  ] as [Actor, number[]][])('%#', (who, expected) => {
    expect(numbers(who)).toEqual(expected);
  });

  it('shows accusations to inspectors alone, and only in private', () => {
    expect(numbers(ou, true)).toContain('K7MNPQ');
    for (const other of [zhou, li, jt, he]) expect(numbers(other, true)).not.toContain('K7MNPQ');
  });
});

describe('待办', () => {
  it('reads like the daily post’s list', () => {
    expect(todoLines(cases, zhou, view())).toEqual([
      '待办2件：',
      '#2 桥断了，交通局，超期5小时',
      '#1 路灯，待交办，5月5日到期',
    ]);
  });

  it('names the place of cases elsewhere, and of all in a private chat', () => {
    expect(todoLines(cases, li, view())).toContain('枫树坳村#4，待交办，明天到期');
    expect(todoLines(cases, jt, view({ here: null }))).toEqual([
      '待办1件：',
      '石门社区#2 桥断了，交通局，超期5小时',
    ]);
  });

  it('names nothing of an accusation but its code', () => {
    const text = todoLines(cases, ou, view({ here: null, privately: true })).join('\n');
    expect(text).toContain('K7MNPQ，待交办');
    expect(text).not.toContain('收钱');
  });

  it('says so when there is nothing', () => {
    expect(todoLines([], zhou, view())).toEqual(['没有待办的。']);
  });
});

describe('超期', () => {
  it('holds only what is past its day', () => {
    expect(overdueLines(cases, li, view())).toEqual(['超期1件：', '#2 桥断了，交通局，超期5小时']);
    expect(overdueLines([], li, view())).toEqual(['没有超期的。']);
  });
});
