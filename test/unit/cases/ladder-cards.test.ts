import { HOUR } from '../../../src/cases/calendar.js';
import { heldSince } from '../../../src/cases/ladder.js';
import { ACCUSATION, handler, li, MORNING, power, Story, system, zhou } from '../../support/case-world.js';

describe('who has it since when', () => {
  it('begins anew with assignment, transfer, hand-back, extension and reopening; 撤销 takes that back', () => {
    const story = new Story();
    expect(heldSince(story.events)).toBe(MORNING);
    story.later(1).do({ type: 'assign', to: handler(power), dueBy: null }, zhou);
    const assigned = story.now;
    story.later(1).do({ type: 'progress', note: '在修' }, power);
    expect(heldSince(story.events)).toBe(assigned);
    story.later(1).do({ type: 'transfer', to: handler(li) }, power);
    expect(heldSince(story.events)).toBe(story.now);
    story.do({ type: 'undo' }, power, { history: story.events });
    expect(heldSince(story.events)).toBe(assigned);
    story.later(1).do({ type: 'extend', days: 1, reason: '等配件' }, power);
    expect(heldSince(story.events)).toBe(story.now);
  });
});

describe('cards in the history', () => {
  it('are given once for a deadline, by time alone; a red one puts the case under watch with its number', () => {
    const story = new Story({}, { due: { answerBy: MORNING, resolveBy: MORNING + HOUR } }).later(2);
    const yellow = { type: 'card', card: 'yellow', due: MORNING + HOUR } as const;
    expect(story.refusal(yellow, zhou)).toBe('refuse_not_yours');
    expect(story.do(yellow, system).notices).toEqual([]);
    expect(story.refusal(yellow, system)).toBe('refuse_card');
    expect(story.refusal({ ...yellow, card: 'red', due: 5 }, system)).toBe('refuse_card');
    expect(story.case.supervised).toBeNull();
    story.do({ ...yellow, card: 'red', number: '督办〔2026〕1号' }, system);
    expect(story.case.cards?.map((one) => one.card)).toEqual(['yellow', 'red']);
    expect(story.case.supervised).toMatchObject({ by: '系统', number: '督办〔2026〕1号' });
  });

  it('do not stand in the way of 撤销', () => {
    const story = new Story({}, { due: { answerBy: MORNING, resolveBy: MORNING + 90_000 } });
    story.do({ type: 'accept' }, zhou).do({ type: 'card', card: 'yellow', due: MORNING + 90_000 }, system);
    story.do({ type: 'undo' }, zhou, { history: story.events });
    expect(story.case).toMatchObject({ state: 'received', cards: [{ card: 'yellow' }] });
  });

  it('of a sealed case are the system’s too', () => {
    const story = new Story(ACCUSATION, { due: { answerBy: MORNING, resolveBy: MORNING + HOUR } }).later(2);
    expect(story.refusal({ type: 'card', card: 'yellow', due: MORNING + HOUR }, zhou)).toBe('refuse_no_case');
    expect(story.do({ type: 'card', card: 'yellow', due: MORNING + HOUR }, system).notices).toEqual([]);
  });
});
