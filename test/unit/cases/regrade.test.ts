import fc from 'fast-check';
import { DAY, HOUR } from '../../../src/cases/calendar.js';
import {
  deadlines,
  DEFAULT_DEADLINES,
  GRADE_TERMS,
  PLAIN_RULES,
  type DeadlineTable,
} from '../../../src/cases/deadlines.js';
import { fold } from '../../../src/cases/fold.js';
import { look, NOTHING_PASSED } from '../../../src/cases/ladder.js';
import type { LadderTime } from '../../../src/cases/ladder-time.js';
import { CATEGORIES, type Category } from '../../../src/cases/words.js';
import { handler, heard, laohe, li, MORNING, power, Story, zhou } from '../../support/case-world.js';
import { moves } from '../../support/case-moves.js';

const { complex } = GRADE_TERMS;
const TERMS: DeadlineTable = {
  ...DEFAULT_DEADLINES,
  road: { terms: { ...DEFAULT_DEADLINES.road.terms, normal: complex } },
};
const to = (category: Category) => ({ type: 'recategorise', category }) as const;
const due = (category: Category, from = MORNING) => deadlines(from, category, 'normal', TERMS);
const dates = ({ case: { answerBy, resolveBy } }: Story) => ({ answerBy, resolveBy });
const GIVE = { type: 'assign', to: handler(power) } as const;
const CTX = { terms: TERMS };

describe('改类', () => {
  it('gives the terms of the new category, counted from the villager’s message', () => {
    const story = new Story({ category: 'sanitation' }).later(1).do(to('road'), zhou, CTX);
    expect(dates(story)).toEqual(due('road'));
    expect(dates(story.do(to('utility'), zhou, CTX))).toEqual(due('utility'));
    expect(fold(story.events)).toEqual(story.case);
  });

  it('leaves a day that an official named, and an answer that was given', () => {
    const given = new Story({ category: 'sanitation' }).do({ ...GIVE, dueBy: MORNING + 3 * DAY }, zhou);
    expect(given.do(to('road'), zhou, CTX).case.resolveBy).toBe(MORNING + 3 * DAY);
    const more = new Story({ category: 'sanitation' }).do({ type: 'extend', days: 2, reason: '等料' }, zhou);
    const { resolveBy } = more.case;
    expect(more.do(to('road'), zhou, CTX).case.resolveBy).toBe(resolveBy);
    const plain = new Story({ category: 'sanitation' }).do({ ...GIVE, dueBy: null }, zhou);
    const { answerBy } = plain.case;
    expect(dates(plain.do(to('utility'), zhou, CTX))).toEqual({
      answerBy,
      resolveBy: due('utility').resolveBy,
    });
  });

  it('is told to who has it, and a later date to who waits for it', () => {
    const given = (category: Category): Story => new Story({ category }).do({ ...GIVE, dueBy: null }, zhou);
    const later = given('sanitation').do(to('road'), zhou, CTX);
    expect(heard(later.notices).slice(0, 2)).toEqual([
      `person:${laohe.id} extended_plain`,
      'person:wxid_dl due_moved',
    ]);
    expect(heard(given('road').do(to('utility'), zhou, CTX).notices).join()).toMatch(
      /^person:wxid_dl due_moved/u,
    );
    // Nobody was told a date before somebody had it.
    const fresh = new Story({ category: 'sanitation' }).do(to('road'), zhou, CTX);
    expect(heard(fresh.notices).join()).not.toMatch(/extended|due_moved/u);
  });

  it('a named day that was taken back binds nobody', () => {
    const story = new Story({ category: 'sanitation' }).do({ ...GIVE, dueBy: MORNING + 3 * DAY }, zhou);
    story.do({ type: 'undo' }, zhou).do(to('road'), zhou, CTX);
    expect(story.case.resolveBy).toBe(due('road').resolveBy);
  });

  it('keeps what was waited for the villager', () => {
    const word = {
      messageId: 'w',
      type: 'text' as const,
      text: '桥头',
      by: { id: laohe.id, name: '老贺' },
      at: MORNING,
    };
    const story = new Story({ category: 'sanitation' }).do(
      { type: 'ask', question: '哪一处？', until: null },
      zhou,
    );
    const asked = story.now;
    story.later(30).do({ type: 'add', material: word }, laohe);
    const waited = story.now - asked;
    expect(story.do(to('road'), zhou, CTX).case.resolveBy).toBe(due('road').resolveBy + waited);
    expect(story.do(to('sanitation'), zhou, CTX).case.resolveBy).toBe(due('sanitation').resolveBy + waited);
  });

  it('late stays late, done stays done', () => {
    const late = new Story({ category: 'utility' }, { now: MORNING }).later(40);
    const before = dates(late);
    expect(dates(late.do(to('road'), zhou, CTX))).toEqual(before);
    const done = new Story({ category: 'sanitation' }).do({ type: 'resolve', done: '清走了' }, zhou);
    const stood = dates(done);
    expect(dates(done.do(to('road'), zhou, CTX))).toEqual(stood);
  });

  it('taking it back takes the dates back', () => {
    const story = new Story({ category: 'sanitation' });
    const before = dates(story);
    story.do(to('road'), zhou, CTX).do({ type: 'undo' }, zhou);
    expect([dates(story), story.case.category, story.case.movedFrom]).toEqual([
      before,
      'sanitation',
      undefined,
    ]);
  });

  it('tells who did it by when', () => {
    const elsewhere = { id: 'work@chatroom', room: true };
    const story = new Story({ category: 'sanitation' }).do(to('road'), li, { ...CTX, chat: elsewhere });
    expect(story.notices.map((one) => one.key)).toEqual(['confirm_recategorise_due']);
  });
});

describe('no reminder is told twice', () => {
  const time: LadderTime = { hours: null, tellable: (at) => at };

  it('however often it is called something else', () => {
    const step = fc.record({
      hours: fc.integer({ min: 1, max: 40 }),
      category: fc.constantFrom(...CATEGORIES),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const story = new Story({ category: 'sanitation' });
        let passed = NOTHING_PASSED;
        const told: string[] = [];
        for (const { hours, category } of steps) {
          story.later(hours);
          const seen = look(story.case, MORNING, passed, story.now, time);
          passed = seen.passed;
          if (seen.rung) told.push(seen.rung);
          if (category !== story.case.category) story.do(to(category), zhou, CTX);
        }
        expect(told).toEqual([...new Set(told)]);
      }),
    );
  });

  it('two changes between two looks lose nothing of what was told', () => {
    const story = new Story({ category: 'sanitation' }).later(24 * 4);
    const first = look(story.case, MORNING, NOTHING_PASSED, story.now, time);
    expect(first.rung).toBe('half');
    story.do(to('road'), zhou, CTX).do(to('farming'), zhou, CTX);
    expect(look(story.case, MORNING, first.passed, story.now, time).rung).toBeNull();
  });
});

describe('a random history with 改类 at its end', () => {
  it('stands, whatever was done to it, as its history tells', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom(...CATEGORIES), (played, category) => {
        const story = new Story();
        for (const { action, by, chat, minutes } of played)
          story.try(action, by, { chat, now: story.now + minutes * 60_000, rules: PLAIN_RULES, ...CTX });
        story.try(to(category), zhou, { now: story.now + HOUR, ...CTX });
        expect(fold(story.events)).toEqual(story.case);
      }),
    );
  });
});
