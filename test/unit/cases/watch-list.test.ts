import { DAY } from '../../../src/cases/calendar.js';
import type { Actor, Case, Office } from '../../../src/cases/case.js';
import type { TodoView } from '../../../src/cases/digest-case-line.js';
import { todoLines } from '../../../src/cases/todo-list.js';
import { watchedLines } from '../../../src/cases/watch-list.js';
import { PLACE, T0, sampleCase } from '../../support/case-samples.js';
import { say } from '../../support/packaged-texts.js';

const actor = (id: string, ...offices: Office[]): Actor => ({ id, name: id, officialName: id, offices });
const li = actor('李望秋', { role: 'township_leader', place: '店门镇' });
const ou = actor('欧清和', { role: 'inspector', place: '' });
const zhou = actor('周小满', { role: 'village_cadre', place: PLACE });
const order = (by: string, until?: number) => ({
  by,
  at: T0,
  note: '',
  ...(until !== undefined && { until }),
});

const cases: Case[] = [
  sampleCase(1, { title: '路灯', resolveBy: T0 + DAY }),
  sampleCase(2, { title: '桥', resolveBy: T0 + 2 * DAY, supervised: order('李望秋', T0 + 9 * DAY) }),
  sampleCase(3, {
    title: '井',
    state: 'closed',
    resolvedAt: T0,
    closedAt: T0,
    supervised: order('李望秋', T0 + 3 * DAY),
  }),
  sampleCase(4, { title: '沟', resolveBy: T0 + 2 * DAY, supervised: order('系统') }),
  sampleCase(5, {
    id: 'K7MNPQ',
    sealed: true,
    number: null,
    resolveBy: T0 + DAY,
    supervised: order('欧清和'),
  }),
];
const view = (privately: boolean): TodoView => ({
  here: PLACE,
  county: '衡岭县',
  now: T0,
  discreet: [],
  say,
  privately,
});
const watched = (who: Actor, privately = true): string[] => watchedLines(cases, who, view(privately));

describe('督办 without a case', () => {
  it('lists one’s own first, solved or not, the nearest day in front; then what others watch', () => {
    expect(watched(li)).toEqual([
      '督办3件：',
      '#3，待交办，已归档，督办到5月5日',
      '#2 桥，待交办，5月4日到期，督办到5月11日',
      '#4 沟，待交办，5月4日到期，督办（系统督办）',
    ]);
  });

  it('red cards stand on the inspector’s; sealed ones only in private', () => {
    expect(watched(ou)).toHaveLength(5);
    expect(watched(ou).slice(1, 3).join()).toMatch(/K7MNPQ/u);
    expect(watched(ou).slice(1, 3).join()).toMatch(/#4 沟/u);
    expect(watched(ou, false).join()).not.toContain('K7MNPQ');
  });

  it('says nothing to who watches nothing', () => {
    expect(watched(zhou)).toEqual(['没有督办的。']);
  });
});

describe('待办', () => {
  it('shows what the leader watches first, each case once', () => {
    const lines = todoLines(cases, li, view(true));
    expect(lines.slice(0, 3)).toEqual([
      '待办4件：',
      '#3，待交办，已归档，督办到5月5日',
      '#2 桥，待交办，5月4日到期，督办到5月11日',
    ]);
    expect(todoLines(cases, zhou, view(true))[0]).toBe('待办3件：');
  });
});
