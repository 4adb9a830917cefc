import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import type { Handler } from '../../../src/cases/case.js';
import { openCase } from '../../../src/cases/open.js';
import {
  ACCUSATION,
  LAMP,
  MORNING,
  SHIMEN,
  STAFF,
  Story,
  VILLAGE_CHAT,
  handler,
  laohe,
  li,
  ou,
  power,
  roads,
  tansaozi,
  tian,
  zhou,
} from '../../support/case-world.js';

const accept = { type: 'accept' } as const;
const give = (to: Handler, dueBy: number | null = null) => ({ type: 'assign', to, dueBy }) as const;
const pass = (to: Handler) => ({ type: 'transfer', to }) as const;
const back = { type: 'hand_back', reason: '不归我们管' } as const;
const done = { type: 'resolve', done: '换了灯泡' } as const;
const rate = (rating: 'satisfied' | 'fairly' | 'unsatisfied') =>
  ({ type: 'rate', rating, reason: '' }) as const;
const extend = (days: number) => ({ type: 'extend', days, reason: '等配件' }) as const;

describe('opening', () => {
  it('makes the case as the villager said it', () => {
    const { case: c } = new Story();
    expect(c).toMatchObject({
      id: '店门镇/石门社区#12',
      number: 12,
      state: 'received',
      title: '中院子路灯不亮，晚上看不见',
      openedAt: MORNING,
      answerBy: MORNING + 2 * HOUR,
      resolveBy: MORNING + DAY,
      chat: VILLAGE_CHAT,
      version: 1,
      spoken: 1,
      handler: null,
      rating: null,
    });
  });

  it('keeps the case in its own chat when it is registered from another', () => {
    const { case: c } = new Story({}, { home: { id: 'other@chatroom', room: true } });
    expect(c.chat.id).toBe('other@chatroom');
  });

  it('gives a number to every case but a sealed one', () => {
    const ctx = {
      by: laohe, now: MORNING, messageId: 'm', chat: VILLAGE_CHAT, salt: 's', placeName: '', id: 'x', place: SHIMEN,
      due: { answerBy: 1, resolveBy: 2 }, staff: STAFF,
    }; // prettier-ignore
    expect(() => openCase(ACCUSATION, { ...ctx, number: 5 })).toThrow(/number/u);
    expect(() => openCase(LAMP, { ...ctx, number: null })).toThrow(/number/u);
  });
});

describe('a whole case', () => {
  it('goes from received to closed', () => {
    const story = new Story()
      .do(accept, zhou)
      .do(give(handler(power)), zhou)
      .do({ type: 'progress', note: '电工到了' }, power);
    expect(story.case).toMatchObject({
      state: 'in_progress',
      handler: { name: '电力所' },
      answeredAt: MORNING + MINUTE,
    });
    story.do(done, power).do(rate('satisfied'), laohe);
    expect(story.case).toMatchObject({
      state: 'closed',
      resolution: '换了灯泡',
      rating: 'satisfied',
      resolvedAt: MORNING + 4 * MINUTE,
      ratedAt: MORNING + 5 * MINUTE,
      closedAt: MORNING + 5 * MINUTE,
      version: 6,
    });
  });

  it('keeps the first answer as the answer', () => {
    const story = new Story().do(give(handler(power)), zhou).do(done, power);
    expect(story.case.answeredAt).toBe(MORNING + MINUTE);
  });

  it('does not count what is no answer as one', () => {
    const story = new Story()
      .do({ type: 'supervise', note: '' }, ou)
      .do(extend(2), zhou)
      .do({ type: 'join' }, tansaozi);
    expect(story.case.answeredAt).toBeNull();
  });

  it('refuses by rights before the state is looked at', () => {
    const story = new Story().do(done, zhou);
    expect(story.refusal(accept, tian)).toBe('refuse_not_yours');
    expect(story.refusal(accept, zhou)).toBe('refuse_waits_rating');
  });
});

describe('handing round', () => {
  it('hands back without stopping the clock', () => {
    const story = new Story().do(give(handler(power)), zhou);
    const { resolveBy } = story.case;
    story.do(back, power);
    expect(story.case).toMatchObject({ state: 'handed_back', handler: null, hops: 1, resolveBy });
  });

  it('wants a reason', () => {
    const story = new Story().do(give(handler(power)), zhou);
    expect(story.refusal({ ...back, reason: '  ' }, power)).toBe('refuse_reason_missing');
  });

  it('passes on three times, then the leader decides', () => {
    const story = new Story()
      .do(give(handler(power)), zhou)
      .do(pass(handler(roads)), power)
      .do(back, roads);
    story.do(pass(handler(power)), zhou);
    expect(story.case.hops).toBe(3);
    expect(story.refusal(pass(handler(roads)), power)).toBe('refuse_hops');
    expect(story.refusal(back, power)).toBe('refuse_hops');
    expect(story.refusal(give(handler(roads)), li)).toBe('ok');
  });

  it('says so when the same already has it, unless the date is new', () => {
    const story = new Story().do(give(handler(power)), zhou);
    expect(story.refusal(give(handler(power)), zhou)).toBe('refuse_same_handler');
    expect(story.refusal(pass(handler(power)), zhou)).toBe('refuse_same_handler');
    expect(story.refusal(give(handler(power), MORNING + 5 * HOUR), zhou)).toBe('ok');
    expect(story.case.resolveBy).toBe(MORNING + 5 * HOUR);
  });

  it('lets the first assignment set the date', () => {
    expect(new Story().do(give(handler(power), MORNING + 3 * DAY), zhou).case.resolveBy).toBe(
      MORNING + 3 * DAY,
    );
  });

  it('lets nobody but a leader push the date back by assigning again', () => {
    const story = new Story().do(give(handler(power)), zhou);
    story.do(give(handler(roads), MORNING + 20 * DAY), zhou);
    expect(story.case).toMatchObject({ handler: { name: '交通局' }, resolveBy: MORNING + DAY });
    story.do(back, roads).do(give(handler(power), MORNING + 20 * DAY), zhou);
    expect(story.case.resolveBy).toBe(MORNING + DAY);
    story.do(give(handler(roads), MORNING + 20 * DAY), li);
    expect(story.case.resolveBy).toBe(MORNING + 20 * DAY);
  });

  it('lets the assignment after a reopening set the date anew', () => {
    const story = new Story().do(give(handler(power)), zhou).do(done, power);
    story.do({ type: 'rate', rating: 'unsatisfied', reason: '' }, laohe);
    story.do(give(handler(roads), MORNING + 9 * DAY), zhou);
    expect(story.case.resolveBy).toBe(MORNING + 9 * DAY);
  });

  it('wants a date to come, within 90 days', () => {
    const story = new Story();
    expect(story.refusal(give(handler(power), MORNING), zhou)).toBe('refuse_due_range');
    expect(story.refusal(give(handler(power), MORNING + 91 * DAY), zhou)).toBe('refuse_due_range');
    expect(story.refusal(give(handler(power), MORNING + 90 * DAY), zhou)).toBe('ok');
  });
});

describe('延期', () => {
  it('moves the date once, by 1 to 30 days, before it has passed', () => {
    const story = new Story();
    for (const days of [0, 31, 1.5, -3, NaN])
      expect(story.refusal(extend(days), zhou)).toBe('refuse_extend_days');
    story.do(extend(30), zhou);
    expect(story.case).toMatchObject({ resolveBy: MORNING + 31 * DAY, extendedOnce: true });
    expect(story.refusal(extend(1), zhou)).toBe('refuse_extended');
  });

  it('comes too late at the deadline itself', () => {
    expect(new Story().refusal(extend(1), zhou, { now: MORNING + DAY })).toBe('refuse_extend_late');
    expect(new Story().refusal(extend(1), zhou, { now: MORNING + DAY - 1 })).toBe('ok');
  });
});
