import fc from 'fast-check';
import { DAY } from '../../../../src/cases/calendar.js';
import type { CaseEvent } from '../../../../src/cases/event.js';
import {
  isFuture,
  meantMonth,
  momentText,
  monthSpan,
  parseMonth,
} from '../../../../src/cases/export/month.js';
import { caseRow, eventRow, type ExportView } from '../../../../src/cases/export/rows.js';
import { asOf } from '../../../../src/cases/export/snapshot.js';
import { fold } from '../../../../src/cases/fold.js';
import { CATEGORIES } from '../../../../src/cases/words.js';
import { MORNING, Story, laohe, zhou } from '../../../support/case-world.js';

const view: ExportView = {
  full: false,
  discreet: ['welfare', 'health'],
  categoryNames: Object.fromEntries(CATEGORIES.map((one) => [one, one])) as ExportView['categoryNames'],
};

describe('a month', () => {
  it('is read strictly, and begins and ends at midnight in Shanghai', () => {
    expect(parseMonth('2026-05')).toEqual({ year: 2026, month: 5 });
    for (const wrong of ['2026-13', '2026-5', '5月', '', '1999-01']) expect(parseMonth(wrong)).toBeNull();
    const span = monthSpan({ year: 2025, month: 12 });
    expect([span.from, span.to].map(momentText)).toEqual(['2025-12-01 00:00', '2026-01-01 00:00']);
  });

  it('is future until its first minute in Shanghai', () => {
    const begins = Date.parse('2026-03-01T00:00:00+08:00');
    expect(isFuture({ year: 2026, month: 3 }, begins - 1)).toBe(true);
    expect(isFuture({ year: 2026, month: 3 }, begins)).toBe(false);
  });

  it('without a year is the latest that has begun; without a month the one before', () => {
    const february = Date.parse('2026-02-10T00:30:00+08:00');
    expect(meantMonth({ year: null, month: 2 }, february)).toEqual({ year: 2026, month: 2 });
    expect(meantMonth({ year: null, month: 5 }, february)).toEqual({ year: 2025, month: 5 });
    expect(meantMonth({ year: null, month: null }, february)).toEqual({ year: 2026, month: 1 });
    expect(meantMonth({ year: null, month: null }, Date.parse('2026-01-01T00:00:00+08:00'))).toEqual({
      year: 2025,
      month: 12,
    });
  });
});

function story(text = '老贺家电话13800138000，路灯不亮'): Story {
  return new Story({ text }, {})
    .do({ type: 'accept' }, zhou)
    .do({ type: 'resolve', done: '给13800138000打了电话，换了灯泡' }, zhou)
    .do({ type: 'rate', rating: 'satisfied', reason: '' }, laohe);
}

describe('a snapshot', () => {
  it('is the state that the case was in at the moment', () => {
    const { events } = story();
    const at = (n: number): number => events[n]?.at ?? 0;
    expect(asOf(events, at(0) - 1)).toBeNull();
    expect(asOf(events, at(0))?.case.state).toBe('received');
    expect(asOf(events, at(2))?.case.state).toBe('resolved');
    expect(asOf(events, at(3) + 30 * DAY)?.case).toEqual(fold(events));
  });

  it('never skips an event that stands before one that it holds', () => {
    const { events } = story();
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: -5, max: 5 }),
        (shifts, moment) => {
          const moved: CaseEvent[] = events.map((event, i) => ({ ...event, at: MORNING + (shifts[i] ?? 0) }));
          const seen = asOf(moved, MORNING + moment);
          expect(seen?.events ?? []).toEqual(moved.slice(0, seen?.events.length ?? 0));
          expect((seen?.events ?? []).every((event) => event.at <= MORNING + moment)).toBe(true);
        },
      ),
    );
  });
});

describe('rows', () => {
  it('hold no number, no id and no villager’s name unless they may', () => {
    const one = asOf(story().events, Infinity);
    if (!one) throw new Error('no snapshot');
    const all = [caseRow(one, view), ...one.events.map((event) => eventRow(one, event, view))]
      .flat()
      .join('|');
    expect(all).not.toMatch(/13800138000|wxid|老贺\||chatroom/u);
    expect(all).toContain('老**');
    expect(all).toContain('周小满');
    const full = caseRow(one, { ...view, full: true }).join('|');
    expect(full).toContain('13800138000');
    expect(full).toContain('老贺');
  });

  it('show a villager whose word let the clock go on by the first letter alone, and every step in words', () => {
    const told = new Story()
      .do({ type: 'ask', question: '哪一盏灯', until: null }, zhou)
      .do(
        { type: 'add', material: { messageId: 'p1', type: 'text', text: '桥头那盏', by: laohe, at: 0 } },
        laohe,
      );
    const one = asOf(told.events, Infinity);
    if (!one) throw new Error('no snapshot');
    const rows = one.events.map((event) => eventRow(one, event, view).join('|'));
    expect(rows.join('\n')).not.toContain('老贺');
    expect(rows.find((row) => row.includes('时限接着算'))).toContain('老**');
    expect(rows.find((row) => row.includes('待补充'))).toContain('哪一盏灯');
  });

  it('say nothing of a welfare case but that there is one', () => {
    const one = asOf(
      new Story({ category: 'welfare', text: '申请低保' }, {}).do({ type: 'progress', note: '低保在审' }, zhou).events,
      Infinity,
    ); // prettier-ignore
    if (!one) throw new Error('no snapshot');
    const all = [caseRow(one, view), ...one.events.map((event) => eventRow(one, event, view))]
      .flat()
      .join('|');
    expect(all).not.toContain('低保');
    expect(all).toContain('#12');
  });
});
