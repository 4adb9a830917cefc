import { MINUTE } from '../../../src/cases/calendar.js';
import { verifyChain } from '../../../src/cases/chain.js';
import { PLAIN_RULES } from '../../../src/cases/deadlines.js';
import { mergeStands } from '../../../src/cases/undo.js';
import { fold } from '../../../src/cases/fold.js';
import {
  MORNING,
  Story,
  WORK_CHAT,
  handler,
  heard,
  laohe,
  peng,
  power,
  tansaozi,
  zhou,
} from '../../support/case-world.js';

const undo = { type: 'undo' } as const;
const give = { type: 'assign', to: handler(power), dueBy: null } as const;
const waits = { rules: { ...PLAIN_RULES, waits: { days: 5, most: 2 } } };
const done = { type: 'resolve', done: '换了灯泡' } as const;

describe('撤销', () => {
  it('brings the case back as it was, but for what was said and written', () => {
    const story = new Story().do({ type: 'accept' }, zhou);
    const before = story.case;
    story.do(give, zhou).do(undo, zhou);
    const { version, head, spoken, ...rest } = story.case;
    expect(rest).toEqual((({ version: _v, head: _h, spoken: _s, ...same }) => same)(before));
    // received, assigned, and the correction
    expect({ version, spoken }).toEqual({ version: 4, spoken: 3 });
    expect(head).toBe(story.events.at(-1)?.hash);
    expect(story.events.at(-1)?.body).toEqual({ type: 'undone', seq: 3 });
    expect(verifyChain(story.events, head)).toEqual({ ok: true });
  });

  it('waits for the villager as before when the step that ended the waiting is taken back', () => {
    const story = new Story()
      .do(give, zhou)
      .do({ type: 'ask', question: '是哪一盏灯', until: null }, zhou, waits);
    const { waiting, resolveBy } = story.case;
    story.do({ ...give, to: handler(peng) }, zhou, { messageId: 'm5', now: story.now + MINUTE });
    expect(story.case.waiting).toBeNull();
    story.do(undo, zhou, { messageId: 'm6', now: story.now + MINUTE });
    expect(story.case).toMatchObject({ waiting, resolveBy, handler: { name: '电力所' } });
    expect(fold(story.events)).toEqual(story.case);
    expect(verifyChain(story.events, story.case.head)).toEqual({ ok: true });
    expect(story.do({ ...give, to: handler(peng) }, zhou).case.waiting).toBeNull();
  });

  it('goes on from there', () => {
    const story = new Story().do(done, zhou).do(undo, zhou).do(give, zhou).do(done, power);
    expect(story.case).toMatchObject({ state: 'resolved', handler: { name: '电力所' }, version: 5 });
    expect(fold(story.events)).toEqual(story.case);
  });

  it('undoes one step and not the one before', () => {
    const story = new Story().do({ type: 'accept' }, zhou).do(give, zhou).do(undo, zhou);
    expect(story.refusal(undo, zhou)).toBe('refuse_nothing_to_undo');
  });

  it('is for the author alone', () => {
    expect(new Story().do(give, zhou).refusal(undo, power)).toBe('refuse_nothing_to_undo');
  });

  it('is not for what others have built on', () => {
    const story = new Story().do(give, zhou).do({ type: 'progress', note: '在路上' }, power);
    expect(story.refusal(undo, zhou)).toBe('refuse_undo_not_last');
  });

  it('is not stopped by what neighbours add, which stays', () => {
    const story = new Story().do(give, zhou).do({ type: 'join' }, tansaozi).do(undo, zhou);
    expect(story.case).toMatchObject({ state: 'received', handler: null, version: 4 });
    expect(story.case.coPetitioners.map(({ id }) => id)).toEqual([tansaozi.id]);
    expect(story.events.at(-1)?.body).toEqual({ type: 'undone', seq: 2 });
    expect(fold(story.events)).toEqual(story.case);
  });

  it('reaches back five minutes', () => {
    const story = new Story().do(done, zhou);
    expect(story.refusal(undo, zhou, { now: MORNING + 6 * MINUTE + 1 })).toBe('refuse_undo_late');
    expect(story.refusal(undo, zhou, { now: MORNING + 6 * MINUTE })).toBe('ok');
  });

  it('does not undo the opening, nor anything without a history', () => {
    const story = new Story();
    expect(story.refusal(undo, laohe)).toBe('refuse_undo_open');
    expect(story.refusal(undo, laohe, { history: [] })).toBe('refuse_nothing_to_undo');
  });

  it('brings back even what had ended', () => {
    const story = new Story().do({ type: 'void' }, zhou).do(undo, zhou);
    expect(story.case).toMatchObject({ state: 'received', closedAt: null });
    const declined = new Story().do({ type: 'decline', reason: 'court', note: '' }, zhou).do(undo, zhou);
    expect(declined.case.answeredAt).toBeNull();
  });

  it('corrects in the group what the group was told, and calls off who was told privately', () => {
    const story = new Story().do(give, zhou).do(undo, zhou);
    expect(heard(story.notices)).toEqual(['case_chat corrected', 'person:wxid_dl relieved']);
    expect(story.notices[0]?.values).toMatchObject({ case: '#12', state: '已收到' });
  });

  it('tells the author alone when the group was told nothing', () => {
    const story = new Story().do({ type: 'void' }, zhou).do(undo, zhou);
    expect(heard(story.notices)).toEqual(['person:wxid_zhou confirm_undo']);
    expect(story.notices[0]).toMatchObject({ to: { else: 'reply' } });
    expect(story.case.spoken).toBe(1);
  });

  it('confirms in the work group what it corrects in the village', () => {
    const story = new Story().do(done, zhou, { chat: WORK_CHAT }).do(undo, zhou, { chat: WORK_CHAT });
    expect(heard(story.notices)).toEqual(['case_chat corrected', 'reply confirm_undo']);
    expect(story.notices[1]?.values).toMatchObject({ case: '石门社区#12' });
  });
});

describe('撤销 of a merge', () => {
  const living = (): Story =>
    new Story().do({ type: 'absorb', from: 'p#2', people: [], materials: [] }, zhou);
  const ended = (): Story => new Story().do({ type: 'merge', into: 'p#1', intoNumber: 1 }, zhou);
  const stands = (one: Story, two: Story, messageId = 'now'): boolean =>
    mergeStands({ id: 'p#1', history: one.events }, { id: 'p#2', history: two.events }, messageId);

  it('is possible while nothing has followed it but what people add', () => {
    expect(stands(living(), ended())).toBe(true);
    expect(stands(living().do({ type: 'join' }, tansaozi), ended())).toBe(true);
  });

  it('is not, once the living case has moved on, or was another’s', () => {
    expect(stands(living().do({ type: 'accept' }, peng), ended())).toBe(false);
    expect(stands(new Story().do({ type: 'accept' }, zhou), ended())).toBe(false);
    expect(stands(living(), new Story())).toBe(false);
  });

  it('goes on where a crash cut it short, for the same message alone', () => {
    const half = living().do(undo, zhou);
    const messageId = half.events.at(-1)?.messageId ?? '';
    expect(stands(half, ended(), messageId)).toBe(true);
    expect(stands(half, ended(), 'another')).toBe(false);
  });
});
