import type { Action } from '../../../src/cases/action.js';
import { HOUR } from '../../../src/cases/calendar.js';
import { fold } from '../../../src/cases/fold.js';
import { idleSince } from '../../../src/cases/idle.js';
import {
  Story,
  handler,
  heard,
  laohe,
  li,
  peng,
  power,
  roads,
  system,
  zhou,
} from '../../support/case-world.js';

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

describe('an assignment that nobody takes up', () => {
  const idle: Action = { type: 'return_idle', to: { name: '彭立新', contacts: [peng.id] } };

  it('goes to the village head, one line to both; the clock and the hops stay', () => {
    const story = new Story().do(toPower, zhou);
    const { resolveBy, hops } = story.case;
    story.do(idle, system);
    expect(story.case).toMatchObject({
      state: 'handed_back',
      handler: null,
      lead: { name: '彭立新' },
      resolveBy,
      hops,
    });
    expect(heard(story.notices)).toEqual(['person:wxid_dl idle_taken', 'person:wxid_peng idle_returned']);
    story.do({ type: 'supervise', note: '' }, li);
    expect(heard(story.notices)).toContain('person:wxid_peng supervised_plain');
  });

  it('is no end for who had it: a late word takes it up again, and the village is not asked any more', () => {
    const late = (): Story => new Story().do(toPower, zhou).do(idle, system);
    for (const action of [{ type: 'accept' }, { type: 'progress', note: '在换了' }] as const) {
      const story = late().do(action, power);
      expect(story.case).toMatchObject({ handler: { name: '电力所' }, lead: { contacts: [power.id] } });
      expect(fold(story.events)).toEqual(story.case);
      expect(story.refusal({ type: 'extend', days: 2, reason: '等料' }, power)).toBe('ok');
    }
    const done = late().do({ type: 'resolve', done: '换了灯泡' }, power);
    expect(done.case).toMatchObject({ state: 'resolved', handler: { name: '电力所' } });
    // It is not theirs to give on, and not theirs at all once somebody else has it.
    expect(late().refusal({ type: 'transfer', to: handler(roads) }, power)).toBe('refuse_not_yours');
    expect(late().do({ type: 'assign', to: handler(roads), dueBy: null }, zhou).refusal({ type: 'progress', note: '在换' }, power)).toBe('refuse_not_yours'); // prettier-ignore
    const handed = late().do({ type: 'assign', to: handler(roads), dueBy: null }, zhou);
    handed.do({ type: 'hand_back', reason: '不归我们' }, roads);
    expect(handed.refusal({ type: 'accept' }, power)).toBe('refuse_not_yours');
    expect(late().do({ type: 'accept' }, peng).refusal({ type: 'accept' }, power)).not.toBe('ok');
  });

  it('is by the system alone, and only while nothing was said', () => {
    expect(new Story().do(toPower, zhou).refusal(idle, peng)).toBe('refuse_not_yours');
    const spoke = new Story().do(toPower, zhou).do({ type: 'progress', note: '来了' }, power);
    expect(spoke.refusal(idle, system)).toBe('refuse_not_assigned');
  });
});
