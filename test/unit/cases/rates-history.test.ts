import { DAY } from '../../../src/cases/calendar.js';
import { botMessages, humanActions, reopened, type History } from '../../../src/cases/rates-history.js';
import { handler, laohe, MORNING, power, roads, Story, system, zhou } from '../../support/case-world.js';

const SPAN = { from: MORNING - DAY, to: MORNING + DAY };
const history = ({ case: c, events }: Story): History => ({ case: c, events });

/** Solved, and rated as told; each unsatisfied word reopens it, and it is solved anew. */
function rated(...words: ('satisfied' | 'fairly' | 'unsatisfied')[]): Story {
  const story = new Story();
  for (const rating of words) {
    expect(story.try({ type: 'resolve', done: '换了灯泡' }, zhou, {}).ok).toBe(true);
    expect(story.try({ type: 'rate', rating, reason: '' }, laohe, {}).ok).toBe(true);
  }
  return story;
}

describe('重办率', () => {
  it('a later 满意 does not unsay the 不满意; who was never rated is in neither', () => {
    const all = [rated('unsatisfied', 'satisfied'), rated('satisfied'), rated('fairly'), new Story()].map(
      history,
    );
    expect(reopened(all, SPAN)).toEqual({ count: 1, of: 3, value: 1 / 3 });
    expect(reopened(all, { from: SPAN.to, to: SPAN.to + DAY })).toEqual({ count: 0, of: 0, value: null });
  });
});

describe('what a case costs', () => {
  it('counts what officials did, the taken back and the taking back too; not the villager, not the clock', () => {
    const story = new Story();
    story.try({ type: 'accept' }, zhou, {});
    expect(story.try({ type: 'undo' }, zhou, {}).ok).toBe(true);
    story.try({ type: 'resolve', done: '换了灯泡' }, zhou, {});
    expect(story.try({ type: 'close' }, system, { now: story.now + 8 * DAY }).ok).toBe(true);
    const quiet = new Story();
    quiet.try({ type: 'withdraw' }, laohe, {});
    expect(humanActions([history(story), history(quiet)])).toEqual({ sum: 3, of: 2, value: 1.5 });
    expect(humanActions([])).toEqual({ sum: 0, of: 0, value: null });
  });

  it('counts questions, parts and proposals once each', () => {
    const story = new Story();
    const act = (action: Parameters<Story['try']>[0], by: Parameters<Story['try']>[1]) =>
      expect(story.try(action, by, {}).ok).toBe(true);
    act({ type: 'assign', to: handler(power), dueBy: null }, zhou);
    act({ type: 'ask', question: '哪一盏灯', until: null }, zhou);
    act({ type: 'co_assign', to: handler(roads), part: '铺路' }, power);
    act({ type: 'co_done', part: 0, done: '铺好了' }, roads);
    act({ type: 'propose_decline', reason: 'court', note: '' }, zhou);
    act({ type: 'return_idle', to: null }, system);
    expect(humanActions([history(story)]).sum).toBe(5);
  });

  it('counts what the bot said, over the cases', () => {
    const story = rated('satisfied');
    expect(botMessages([story.case, { ...story.case, spoken: 0 }])).toEqual({
      sum: story.case.spoken,
      of: 2,
      value: story.case.spoken / 2,
    });
  });
});
