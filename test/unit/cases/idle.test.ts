import { HOUR } from '../../../src/cases/calendar.js';
import { idleSince } from '../../../src/cases/idle.js';
import { Story, handler, laohe, li, power, roads, zhou } from '../../support/case-world.js';

const toPower = { type: 'assign', to: handler(power), dueBy: null } as const;
const since = (story: Story): number | null => idleSince(story.case, story.events);

describe('an assignment that waits for its handler’s first word', () => {
  it('waits since it was given, whatever others say or do beside it', () => {
    const story = new Story().do(toPower, zhou);
    const given = story.now;
    expect(since(story)).toBe(given);
    story
      .later(5)
      .do({ type: 'supervise', note: '' }, li)
      .do({ type: 'join' }, { id: 'x', name: 'x', offices: [] });
    expect(since(story)).toBe(given);
  });

  it('does not wait once they say or do anything: not even 进展 is asked for', () => {
    const extended = new Story().do(toPower, zhou).do({ type: 'extend', days: 2, reason: '等配件' }, power);
    expect(extended.case.state).toBe('assigned');
    expect(since(extended)).toBeNull();
    expect(since(new Story().do(toPower, zhou).do({ type: 'progress', note: '来了' }, power))).toBeNull();
    expect(since(new Story())).toBeNull();
    expect(since(new Story().do({ ...toPower, to: handler(zhou) }, zhou))).toBeNull();
  });

  it('does not wait while the villager is asked something, and begins anew when that is over', () => {
    const story = new Story().do(toPower, zhou).later(2);
    story.do({ type: 'ask', question: '哪一盏灯', until: null }, zhou);
    expect(since(story)).toBeNull();
    story.later(1).do(
      {
        type: 'add',
        material: { messageId: 'm9', type: 'text', text: '桥头那盏', by: laohe, at: story.now },
      },
      laohe,
    );
    expect(story.case.waiting).toBeNull();
    expect(since(story)).toBe(story.now);
  });

  it('begins anew with the next one, and with one that was taken back does not count', () => {
    const story = new Story().do(toPower, zhou).later(20);
    story.do({ type: 'assign', to: handler(roads), dueBy: null }, zhou);
    expect(since(story)).toBe(story.now);
    const first = story.events[1]?.at ?? 0;
    story.do({ type: 'undo' }, zhou);
    expect(since(story)).toBe(first);
    expect(story.now - first).toBeGreaterThan(19 * HOUR);
  });
});
