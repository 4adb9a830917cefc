import fc from 'fast-check';
import type { Action } from '../../../src/cases/action.js';
import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import { caseSchema } from '../../../src/cases/case-schema.js';
import { verifyChain } from '../../../src/cases/chain.js';
import type { TermRules } from '../../../src/cases/deadlines.js';
import { eventBodySchema } from '../../../src/cases/event-schema.js';
import { fold } from '../../../src/cases/fold.js';
import { look, NOTHING_PASSED } from '../../../src/cases/ladder.js';
import { isOverdue } from '../../../src/cases/rates.js';
import { dueAfterWait, reopenedDue, waitEnds } from '../../../src/cases/waiting.js';
import { workingTimeBetween } from '../../../src/cases/working-time.js';
import { readHolidays } from '../../../src/config/holidays.js';
import { workCalendar } from '../../../src/config/work-calendar.js';
import {
  ACCUSATION, LAMP, STAFF, Story, WORK_CHAT, handler, heard, laohe, li, ou, peng, power, roads, stranger, system, tansaozi, zhou,
} from '../../support/case-world.js'; // prettier-ignore

const at = (text: string): number => Date.parse(`${text}+08:00`);
const hours = workCalendar({ from: 510, to: 1050 }, { restDays: [], workDays: [] }, readHolidays());
const rules: TermRules = { hours, waits: { days: 5, most: 2 }, extendDays: {} };
const ask: Action = { type: 'ask', question: '是哪一盏灯', until: null };
const word = (id: string): Action => ({
  type: 'add',
  material: { messageId: id, type: 'text', text: '井边那盏', by: laohe, at: 0 },
});

/** A Monday without a holiday in sight; due on Tuesday at 10:00. */
const MONDAY = at('2026-04-20T10:00');
const opened = (): Story =>
  new Story({}, { now: MONDAY, due: { answerBy: MONDAY + 2 * HOUR, resolveBy: MONDAY + DAY } });
const on = (now: number): { now: number; rules: TermRules } => ({ now, rules });

describe('待补充', () => {
  it('stops the clock until the villager’s word; the solution is due later by the working time that was waited', () => {
    const story = opened().do(ask, zhou, on(at('2026-04-20T16:30')));
    expect(story.case).toMatchObject({
      waits: 1,
      waiting: { since: at('2026-04-20T16:30'), until: at('2026-04-27T16:30') },
    });
    expect(story.case.answeredAt).toBe(at('2026-04-20T16:30'));
    expect(isOverdue(story.case, at('2026-04-25T12:00'))).toBe(false);
    story.do(word('m7'), laohe, on(at('2026-04-21T20:00')));
    // An hour of Monday and the whole Tuesday were waited: ten hours, from Tuesday 10:00.
    expect(story.case).toMatchObject({ waiting: null, waits: 1, resolveBy: at('2026-04-22T11:00') });
    expect(story.events.slice(-2).map((one) => one.body.type)).toEqual(['go_on', 'add']);
    expect(fold(story.events)).toEqual(story.case);
    expect(verifyChain(story.events, story.case.head)).toEqual({ ok: true });
  });

  it('tells the villager what is wanted and that the clock waits, and the handler that there is an answer', () => {
    const story = opened().do({ type: 'assign', to: handler(power), dueBy: null }, zhou, on(MONDAY + MINUTE));
    story.do(ask, power, { ...on(MONDAY + HOUR), chat: WORK_CHAT });
    expect(heard(story.notices)).toEqual(['case_chat asked', 'reply confirm_ask']);
    expect(story.notices[0]).toMatchObject({
      values: { case: '#12', question: '是哪一盏灯' },
      mention: [{ id: laohe.id }],
    });
    expect(story.notices[1]?.values).toMatchObject({ until: '4月27日前' });
    story.do(word('m7'), laohe, on(MONDAY + 2 * HOUR));
    expect(heard(story.notices)).toEqual(['person:wxid_dl wait_answered']);
    expect(story.notices[0]?.values).toMatchObject({
      matter: '石门社区#12 中院子路灯不亮，晚上看不见',
      due: '明天上午',
    });
  });

  it('goes on by itself after the set days, however late that is found, and tells the handler', () => {
    const story = opened().do(ask, zhou, on(MONDAY));
    expect(story.refusal({ type: 'go_on', resolveBy: null }, system, on(at('2026-04-24T10:00')))).toBe(
      'refuse_not_waiting',
    );
    story.do({ type: 'go_on', resolveBy: null }, system, on(at('2026-05-20T10:00')));
    // Five working days were granted, no more.
    expect(story.case).toMatchObject({ waiting: null, resolveBy: at('2026-04-28T10:00') });
    expect(heard(story.notices)).toEqual(['person:wxid_zhou wait_over']);
    expect(story.refusal({ type: 'go_on', resolveBy: null }, system, on(at('2026-05-20T10:01')))).toBe(
      'refuse_not_waiting',
    );
  });

  it('is no way round the clock: twice at most, not once it is late, not twice at a time, never in an emergency', () => {
    const story = opened().do(ask, zhou, on(MONDAY));
    expect(story.refusal(ask, zhou, on(MONDAY + MINUTE))).toBe('refuse_asked');
    story.do(word('m7'), laohe, on(MONDAY + HOUR)).do(ask, zhou, on(MONDAY + 2 * HOUR));
    story.do(word('m8'), laohe, on(MONDAY + 3 * HOUR));
    expect(story.refusal(ask, zhou, on(MONDAY + 4 * HOUR))).toBe('refuse_asks_spent');
    expect(opened().refusal(ask, zhou, on(MONDAY + DAY))).toBe('refuse_ask_late');
    expect(new Story({ urgency: 'emergency' }, { now: MONDAY }).refusal(ask, zhou, on(MONDAY))).toBe(
      'refuse_ask_emergency',
    );
    const never = { now: MONDAY, rules: { ...rules, waits: { days: 5, most: 0 } } };
    expect(opened().refusal(ask, zhou, never)).toBe('refuse_asks_off');
    expect(opened().refusal(ask, laohe, on(MONDAY))).toBe('refuse_officials_only');
  });

  it('ends with any step that takes the matter on: handing it round stops no clock', () => {
    const steps: [Action, typeof zhou][] = [
      [{ type: 'hand_back', reason: '不归我们' }, power],
      [{ type: 'transfer', to: handler(roads) }, power],
      [{ type: 'assign', to: handler(roads), dueBy: null }, zhou],
      [{ type: 'extend', days: 3, reason: '等配件' }, power],
      [{ type: 'resolve', done: '换了灯泡' }, power],
      [{ type: 'withdraw' }, laohe],
    ];
    for (const [action, by] of steps) {
      const story = opened().do({ type: 'assign', to: handler(power), dueBy: null }, zhou, on(MONDAY));
      story.do(ask, power, on(MONDAY)).do(action, by, on(MONDAY + 3 * HOUR));
      const extended = action.type === 'extend' ? 3 * DAY : 0;
      expect(story.case).toMatchObject({ waiting: null, resolveBy: MONDAY + DAY + 3 * HOUR + extended });
      expect(heard(story.notices).join()).not.toContain('wait_answered');
    }
  });

  it('moves the date, and what was told under the old one is not told again', () => {
    const story = new Story(
      {},
      { now: MONDAY, due: { answerBy: MONDAY + HOUR, resolveBy: MONDAY + 7 * DAY } },
    );
    story.do({ type: 'assign', to: handler(power), dueBy: null }, zhou, on(MONDAY));
    const time = { hours: null, tellable: (when: number) => when };
    const half = look(story.case, MONDAY, NOTHING_PASSED, MONDAY + 4 * DAY, time);
    expect(half.rung).toBe('half');
    story.do(ask, zhou, on(MONDAY + 4 * DAY)).do(word('m7'), laohe, on(MONDAY + 5 * DAY));
    expect(story.case.resolveBy).toBeGreaterThan(MONDAY + 7 * DAY);
    const again = look(story.case, MONDAY, half.passed, MONDAY + 5 * DAY, time);
    expect(again).toMatchObject({ rung: null, passed: { rank: 1 } });
    expect(fold(story.events)).toEqual(story.case);
  });

  it('does not end with a neighbour’s word, an official’s note, or a watch', () => {
    const story = opened()
      .do(ask, zhou, on(MONDAY))
      .do({ type: 'progress', note: '拍个照也行' }, zhou, on(MONDAY));
    story.do(word('m7'), stranger, on(MONDAY)).do({ type: 'supervise', note: '' }, ou, on(MONDAY));
    expect(story.case.waiting).not.toBeNull();
    story.do({ type: 'join' }, tansaozi, on(MONDAY));
    expect(story.case.waiting).not.toBeNull();
    expect(story.do(word('m8'), tansaozi, on(MONDAY)).case.waiting).toBeNull();
  });

  it('for somebody without a phone it is the registrar’s word that counts', () => {
    const registrar = { id: zhou.id, name: '周小满' };
    const story = new Story({ petitioner: { id: '', name: '王奶奶' }, registrar }, { now: MONDAY });
    story.do(ask, peng, on(MONDAY)).do({ type: 'progress', note: '问过了，井边那盏' }, zhou, on(MONDAY));
    expect(story.case.waiting).toBeNull();
  });

  it('is taken back whole by 撤销', () => {
    const story = opened();
    const before = story.case;
    story.do(ask, zhou, on(MONDAY)).do({ type: 'undo' }, zhou, on(MONDAY + MINUTE));
    expect(story.case).toMatchObject({ waiting: null, waits: 0, resolveBy: before.resolveBy });
  });

  it('a discreet matter: the group hears that there is a question, the villager alone which', () => {
    const story = new Story({ category: 'welfare' }, { now: MONDAY }).do(ask, zhou, on(MONDAY));
    expect(heard(story.notices)).toEqual(['case_chat asked_quietly', 'person:wxid_he asked_privately']);
    expect(JSON.stringify(story.notices[0])).not.toContain('哪一盏');
  });

  it('a sealed one is asked privately, and says nothing to any chat', () => {
    const story = new Story(ACCUSATION, { now: MONDAY }).do(ask, ou, on(MONDAY));
    expect(heard(story.notices)).toEqual(['person:wxid_he sealed_asked', 'person:wxid_ou confirm_ask']);
    story.do(word('m7'), laohe, on(MONDAY + HOUR));
    expect(heard(story.notices)).toEqual(['inspectors sealed_wait_answered']);
    const noPhone = { ...ACCUSATION, petitioner: { id: '', name: '' } };
    expect(new Story(noPhone, { now: MONDAY }).refusal(ask, ou, on(MONDAY))).toBe('refuse_ask_nobody');
  });
});

describe('histories of before', () => {
  it('a case without the new fields has never waited; a rating without a date keeps its hash', () => {
    const { waiting: _, waits: __, ...old } = new Story().case;
    expect(caseSchema.parse(old)).toMatchObject({ waiting: null, waits: 0 });
    const rated = { type: 'rate', rating: 'unsatisfied', reason: '' };
    expect(eventBodySchema.parse(rated)).toEqual(rated);
    expect(Object.keys(eventBodySchema.parse(rated))).toEqual(['type', 'rating', 'reason']);
  });
});

describe('不满意 in working time', () => {
  it('gives who was in time a working day at least', () => {
    const story = opened().do({ type: 'resolve', done: '换了灯泡' }, zhou, on(at('2026-04-21T09:00')));
    story.do({ type: 'rate', rating: 'unsatisfied', reason: '' }, laohe, on(at('2026-04-24T20:00')));
    expect(story.case.resolveBy).toBe(at('2026-04-28T08:30'));
    expect(fold(story.events)).toEqual(story.case);
  });

  it('without working hours as it was: by the plain clock', () => {
    const done: Case = { ...opened().case, resolvedAt: MONDAY };
    expect(reopenedDue(done, MONDAY + 3 * HOUR)).toBe(MONDAY + DAY + 3 * HOUR);
    expect(reopenedDue({ ...done, resolvedAt: MONDAY + 2 * DAY }, MONDAY + 3 * DAY)).toBe(MONDAY + 2 * DAY);
  });
});

describe('after the last hop', () => {
  it('the leader hears of it and decides; the village only where there is no leader', () => {
    const story = new Story().do({ type: 'assign', to: handler(power), dueBy: null }, zhou);
    story
      .do({ type: 'transfer', to: handler(roads) }, power)
      .do({ type: 'transfer', to: handler(power) }, roads);
    story.do({ type: 'hand_back', reason: '不归我们' }, power);
    expect(heard(story.notices)).toContain('person:wxid_li handed_round');
    const give: Action = { type: 'assign', to: handler(roads), dueBy: null };
    expect(story.refusal(give, zhou)).toBe('refuse_hops');
    expect(new Story().refusal(give, zhou)).toBe('ok');
    expect(story.refusal(give, zhou, { staff: { ...STAFF, leaders: [] } })).toBe('ok');
    expect(story.refusal({ type: 'assign', to: handler(power), dueBy: null }, li)).toBe('ok');
  });
});

describe('waiting, over many histories', () => {
  const minute = fc.integer({ min: 0, max: 300 * 24 * 60 }).map((n) => at('2026-01-01T00:00') + n * MINUTE);
  const span = fc.integer({ min: 0, max: 12 * 24 * 60 }).map((n) => n * MINUTE);
  const counted = fc.constantFrom(rules, { ...rules, hours: null });
  const base = new Story({ ...LAMP }).case;

  it('never shortens a term, never gives more than was waited by the clock of the rules, and more for a longer wait', () => {
    fc.assert(
      fc.property(minute, span, span, span, counted, (since, left, waited, more, by) => {
        const until = waitEnds(base, since, by);
        const c: Case = { ...base, resolveBy: since + left, waiting: { since, until, question: '' } };
        const due = dueAfterWait(c, since + waited, by);
        expect(due).toBeGreaterThanOrEqual(c.resolveBy);
        expect(dueAfterWait(c, since + waited + more, by)).toBeGreaterThanOrEqual(due);
        expect(dueAfterWait(c, until + more, by)).toBe(dueAfterWait(c, until, by));
        const end = Math.min(since + waited, until);
        if (by.hours === null) expect(due).toBe(c.resolveBy + end - since);
        else
          expect(workingTimeBetween(by.hours, c.resolveBy, due)).toBe(
            workingTimeBetween(by.hours, since, end),
          );
        // A clock that was set back: nothing was waited.
        expect(dueAfterWait(c, since - more, by)).toBe(c.resolveBy);
      }),
    );
  });
});
