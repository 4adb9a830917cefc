import { DAY, HOUR, MINUTE } from '../../../src/cases/calendar.js';
import type { Handler, Material } from '../../../src/cases/case.js';
import {
  ACCUSATION,
  MORNING,
  Story,
  handler,
  laohe,
  ou,
  power,
  stranger,
  system,
  tansaozi,
  zhou,
} from '../../support/case-world.js';

const accept = { type: 'accept' } as const;
const give = (to: Handler, dueBy: number | null = null) => ({ type: 'assign', to, dueBy }) as const;
const done = { type: 'resolve', done: '换了灯泡' } as const;
const rate = (rating: 'satisfied' | 'fairly' | 'unsatisfied') =>
  ({ type: 'rate', rating, reason: '' }) as const;
const close = { type: 'close' } as const;

function picture(messageId: string): Material {
  return { messageId, type: 'image', text: '', by: { id: laohe.id, name: '老贺' }, at: MORNING };
}

describe('rating', () => {
  const resolved = () => new Story().do(give(handler(power)), zhou).do(done, power);

  it.each(['satisfied', 'fairly'] as const)('%s closes', (rating) => {
    const story = resolved().do(rate(rating), laohe);
    expect(story.case).toMatchObject({ state: 'closed', rating });
    expect(story.refusal(rate('satisfied'), laohe)).toBe('refuse_rated');
    expect(story.refusal(rate('unsatisfied'), laohe)).toBe('refuse_rated');
  });

  it('不满意 reopens with the handler who had it', () => {
    const story = resolved().do(rate('unsatisfied'), laohe);
    expect(story.case).toMatchObject({
      state: 'reopened',
      rating: 'unsatisfied',
      handler: { name: '电力所' },
    });
    expect(story.case).toMatchObject({ resolvedAt: null, closedAt: null });
  });

  it('waits outside the clock for the villager, and gives at least a day', () => {
    const story = resolved();
    const left = story.case.resolveBy - story.now;
    story.later(48).do(rate('unsatisfied'), laohe);
    expect(story.case.resolveBy - story.now).toBe(Math.max(left, DAY));
    const early = new Story({ category: 'road' }).do(done, zhou);
    early.later(48).do(rate('unsatisfied'), laohe);
    expect(early.case.resolveBy).toBe(MORNING + 7 * DAY + 48 * HOUR + MINUTE);
  });

  it('leaves late what was done late', () => {
    const story = new Story().later(30).do(done, zhou).later(10).do(rate('unsatisfied'), laohe);
    expect(story.case.resolveBy).toBeLessThan(story.now);
  });

  it('counts the late word on a case that was closed unrated, once', () => {
    const story = resolved().do(close, system).do(rate('fairly'), laohe);
    expect(story.case).toMatchObject({ state: 'closed', rating: 'fairly' });
    expect(story.case.closedAt).toBeLessThan(story.case.ratedAt ?? 0);
    expect(story.refusal(rate('unsatisfied'), laohe)).toBe('refuse_rated');
    expect(resolved().do(close, system).do(rate('unsatisfied'), tansaoziJoined()).case.state).toBe(
      'reopened',
    );
  });

  it('counts it also after an earlier 不满意', () => {
    const story = resolved().do(rate('unsatisfied'), laohe).do(done, power).do(close, system);
    expect(story.case).toMatchObject({ state: 'closed', rating: 'unsatisfied' });
    expect(story.do(rate('satisfied'), laohe).case).toMatchObject({ state: 'closed', rating: 'satisfied' });
  });

  function tansaoziJoined() {
    // The petitioner's own id under a new nickname: rights come from the id.
    return { ...laohe, name: '改名了' };
  }

  it('does not close by time what is not resolved', () => {
    expect(new Story().refusal(close, system)).toBe('refuse_close_early');
    expect(resolved().refusal(close, zhou)).toBe('refuse_not_yours');
  });
});

describe('people and things of a case', () => {
  it('a neighbour joins once, the petitioner never', () => {
    const story = new Story().do({ type: 'join' }, tansaozi);
    expect(story.case.coPetitioners).toEqual([{ id: 'wxid_tan', name: '谭嫂子' }]);
    expect(story.refusal({ type: 'join' }, tansaozi)).toBe('refuse_joined');
    expect(story.refusal({ type: 'join' }, laohe)).toBe('refuse_join_own');
  });

  it('adds pictures, also after 办结, each once and at most 50', () => {
    const story = new Story().do({ type: 'add', material: picture('p0') }, laohe).do(done, zhou);
    story.do({ type: 'add', material: picture('p1') }, laohe);
    expect(story.case).toMatchObject({
      state: 'resolved',
      materials: [{ messageId: 'p0' }, { messageId: 'p1' }],
    });
    expect(story.refusal({ type: 'add', material: picture('p1') }, laohe)).toBe('refuse_material_known');
    for (let i = 2; i < 50; i += 1) story.do({ type: 'add', material: picture(`p${i}`) }, laohe);
    expect(story.refusal({ type: 'add', material: picture('p50') }, laohe)).toBe('refuse_materials_full');
  });

  it('takes a recalled picture out, for its author alone', () => {
    const story = new Story().do({ type: 'add', material: picture('p0') }, laohe);
    expect(story.refusal({ type: 'remove_material', messageId: 'p0' }, stranger)).not.toBe('ok');
    expect(story.do({ type: 'remove_material', messageId: 'p0' }, laohe).case.materials).toEqual([]);
    expect(story.refusal({ type: 'remove_material', messageId: 'p0' }, laohe)).not.toBe('ok');
  });

  it('takes over the people and things of a merged case, everybody once', () => {
    const people = [{ id: tansaozi.id, name: '谭嫂子' }, { id: laohe.id, name: '老贺' }, { id: tansaozi.id, name: '谭嫂子' }, { id: '', name: '老张' }]; // prettier-ignore
    const story = new Story().do({ type: 'absorb', from: 'x#5', people, materials: [picture('p5')] }, zhou);
    expect(story.case.coPetitioners).toEqual([{ id: tansaozi.id, name: '谭嫂子' }]);
    expect(story.case.materials).toHaveLength(1);
  });

  it('merges into another case, never itself', () => {
    const story = new Story();
    expect(story.refusal({ type: 'merge', into: story.case.id, intoNumber: 12 }, zhou)).toBe(
      'refuse_merge_same',
    );
    story.do({ type: 'merge', into: 'x#3', intoNumber: 3 }, zhou);
    expect(story.case).toMatchObject({ state: 'merged', mergedInto: 'x#3' });
    expect(story.refusal(accept, zhou)).toBe('refuse_merged');
  });
});

describe('watching and publishing', () => {
  it('supervises and lifts', () => {
    const story = new Story().do({ type: 'supervise', note: '抓紧' }, ou);
    expect(story.case.supervised).toEqual({ by: '欧清和', at: MORNING + MINUTE, note: '抓紧' });
    story.do({ type: 'lift' }, ou);
    expect(story.case.supervised).toBeNull();
    expect(story.refusal({ type: 'lift' }, ou)).toBe('refuse_not_supervised');
  });

  it('publishes what is done, once; a reopened case is public no more', () => {
    const story = new Story();
    expect(story.refusal({ type: 'publish' }, zhou)).toBe('refuse_publish_early');
    story.do(done, zhou).do({ type: 'publish' }, zhou);
    expect(story.refusal({ type: 'publish' }, zhou)).toBe('refuse_published');
    expect(story.do(rate('unsatisfied'), laohe).case.published).toBe(false);
  });

  it('changes the category when it is another one', () => {
    const story = new Story();
    expect(story.refusal({ type: 'recategorise', category: 'utility' }, zhou)).toBe('refuse_same_category');
    expect(story.do({ type: 'recategorise', category: 'road' }, zhou).case.category).toBe('road');
  });

  it('declines for a typed reason; 其他 wants words', () => {
    const decline = { type: 'decline', reason: 'other', note: '' } as const;
    expect(new Story().refusal(decline, zhou)).toBe('refuse_reason_missing');
    expect(new Story().do({ ...decline, reason: 'court' }, zhou).case.state).toBe('declined');
  });

  it('gives a sealed case to inspectors alone', () => {
    expect(new Story(ACCUSATION).refusal(give(handler(zhou)), ou)).toBe('refuse_sealed_handler');
    expect(new Story(ACCUSATION).refusal(give(handler(ou)), ou)).toBe('ok');
  });
});
