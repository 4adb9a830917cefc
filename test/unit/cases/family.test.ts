import type { Action } from '../../../src/cases/action.js';
import type { Case } from '../../../src/cases/case.js';
import { findAlike, isShared, mayJoin, newcomers } from '../../../src/cases/family.js';
import { alike, outageOf } from '../../../src/cases/outage.js';
import { sampleCase, T0 } from '../../support/case-samples.js';
import { admin, li, ou, power, zhou } from '../../support/case-world.js';

const HOUR = 3_600_000;
const TERMS = { villages: 3, withinMs: 3 * HOUR, discreet: ['village_affairs' as const] };

function said(village: string, text: string, over: Partial<Case> = {}): Case {
  return sampleCase(1, { place: `店门镇/${village}`, text, openedAt: T0, ...over });
}

const found = (cases: Case[], now = T0 + HOUR): string[] =>
  findAlike(cases, TERMS, now).map((one) => `${one.what}:${one.cases.map((c) => c.place.slice(4)).join()}`);

const DRY = [
  said('甲村', '又没水了'),
  said('乙村', '停水一上午了，煮饭都煮不成'),
  said('丙村', '龙头拧开冇得水'),
];

describe('an outage', () => {
  it.each([
    ['又没水了', '停水'],
    ['自来水停了两天', '停水'],
    ['水龙头一滴水都不出', '停水'],
    ['怎么又停电了', '停电'],
    ['电又没了，冰箱里的肉要坏', '停电'],
    ['宽带断了', '断网'],
    ['天然气停了', '停气'],
    ['手机没信号', '没信号'],
  ])('%s: %s', (text, what) => {
    expect(outageOf({ category: 'utility', text })).toBe(what);
  });

  it.each(['路灯不亮', '下水道没人通', '电线杆歪了', '水管漏水'])('%s is none', (text) => {
    expect(outageOf({ category: 'utility', text })).toBeNull();
  });

  it('is one of utilities only', () => {
    expect(outageOf({ category: 'farming', text: '田里没水了' })).toBeNull();
  });
});

describe('what is alike', () => {
  it('is said in close words', () => {
    expect(alike('河里的水变黑了好臭', '河里水变黑了，臭得很')).toBe(true);
    expect(alike('路灯不亮', '垃圾没人清')).toBe(false);
    expect(alike('好臭', '好臭')).toBe(false);
    expect(alike('', '')).toBe(false);
  });

  it('is found when enough villages say it within the time', () => {
    expect(found(DRY)).toEqual(['停水:甲村,乙村,丙村']);
    expect(found(DRY.slice(0, 2))).toEqual([]);
    expect(found([...DRY.slice(0, 2), said('乙村', '没水')])).toEqual([]);
    expect(found(DRY, T0 + 4 * HOUR)).toEqual([]);
    const dark = ['甲村', '乙村', '丙村'].map((village) => said(village, '停电了', { openedAt: T0 + 1 }));
    expect(found([...DRY, ...dark])).toEqual(['停水:甲村,乙村,丙村', '停电:甲村,乙村,丙村']);
  });

  it.each<[string, Partial<Case>]>([
    ['sealed', { sealed: true }],
    ['of health', { category: 'health' }],
    ['of welfare', { category: 'welfare' }],
    ['of a category that is never named', { category: 'village_affairs' }],
    ['resolved', { state: 'resolved' }],
    ['withdrawn', { state: 'withdrawn' }],
  ])('never one that is %s', (_, over) => {
    expect(found(DRY.map((c) => ({ ...c, text: '水变黑了好大的臭味', ...over })))).toEqual([]);
  });

  it('newcomers are the same, and come within the time after the last', () => {
    const family = {
      township: '店门镇',
      category: 'utility' as const,
      what: '停水',
      offeredAt: T0,
      children: [],
      joined: null,
    };
    const late = said('丁村', '我们也停水了', { openedAt: T0 + 2 * HOUR });
    const other = said('戊村', '停电了', { openedAt: T0 + 2 * HOUR });
    const nextDay = said('己村', '停水', { openedAt: T0 + 24 * HOUR });
    expect(newcomers(family, DRY, [late, other, nextDay], TERMS)).toEqual([late]);
    expect(newcomers(family, [], [late], TERMS)).toEqual([]);
  });
});

describe('handling as one', () => {
  it('is decided by who leads the whole township', () => {
    expect([li, admin].map((one) => mayJoin(one, '店门镇'))).toEqual([true, true]);
    expect([zhou, ou, power].map((one) => mayJoin(one, '店门镇'))).toEqual([false, false, false]);
    expect(mayJoin(li, '白果镇')).toBe(false);
  });

  it('shares the steps of the handling, never what is each petitioner’s own', () => {
    const shared: Action[] = [
      { type: 'accept' },
      { type: 'progress', note: '在修' },
      { type: 'resolve', done: '修好了' },
    ];
    const own: Action[] = [
      { type: 'withdraw' },
      { type: 'void' },
      { type: 'rate', rating: 'satisfied', reason: '' },
    ];
    const [c] = DRY;
    expect(shared.every((action) => c && isShared(action, c))).toBe(true);
    expect(own.some((action) => c && isShared(action, c))).toBe(false);
  });

  it('a village’s own cadre is given no other village’s case', () => {
    const to = (place: string): Action => ({
      type: 'assign',
      to: { name: '某', role: 'village_cadre', place, contacts: [] },
      dueBy: null,
    });
    const [c] = DRY;
    expect(c && isShared(to('店门镇'), c)).toBe(true);
    expect(c && isShared(to('店门镇/乙村'), c)).toBe(false);
  });
});
