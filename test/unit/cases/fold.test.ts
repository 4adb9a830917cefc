import { fold, foldOne } from '../../../src/cases/fold.js';
import { Story, handler, laohe, power, zhou } from '../../support/case-world.js';

const story = new Story()
  .do({ type: 'accept' }, zhou)
  .do({ type: 'assign', to: handler(power), dueBy: null }, zhou)
  .do({ type: 'resolve', done: '换了灯泡' }, power)
  .do({ type: 'rate', rating: 'fairly', reason: '' }, laohe);

describe('fold', () => {
  it('gives the case that apply gave', () => {
    expect(fold(story.events)).toEqual(story.case);
  });

  it('survives the store: JSON and back', () => {
    expect(fold(JSON.parse(JSON.stringify(story.events)) as typeof story.events)).toEqual(story.case);
  });

  it('is the same one event at a time', () => {
    const stepwise = story.events.reduce<ReturnType<typeof fold> | null>(
      (c, event) => (event.body.type === 'undone' ? c : foldOne(c, { ...event, body: event.body })),
      null,
    );
    expect(stepwise).toEqual(story.case);
  });

  it('knows the case at any earlier moment', () => {
    expect(story.events.map((_, i) => fold(story.events.slice(0, i + 1)).state)).toEqual([
      'received',
      'accepted',
      'assigned',
      'resolved',
      'closed',
    ]);
  });

  it('does not make a case out of a broken history', () => {
    const [opening] = story.events;
    expect(() => fold([])).toThrow(/begin/u);
    expect(() => fold(story.events.slice(1))).toThrow(/before the opening/u);
    expect(() => fold(opening ? [opening, opening] : [])).toThrow(/opened twice/u);
  });
});
