import { DAY } from '../../../src/cases/calendar.js';
import type { Case } from '../../../src/cases/case.js';
import { mergeConflict } from '../../../src/cases/merge-conflict.js';
import type { Action } from '../../../src/cases/action.js';
import {
  SHIMEN,
  Story,
  handler,
  heard,
  laohe,
  li,
  ou,
  peng,
  power,
  system,
  tansaozi,
  tian,
  zhou,
} from '../../support/case-world.js';

const MERGE = { type: 'merge', into: '店门镇/石门社区#3', intoNumber: 3 } as const;
const VOID = { type: 'void' } as const;
const order = { type: 'supervise', note: '本周办好' } as const;

describe('a watch ends by who set it, not by what it is set on', () => {
  it('合并 and 不是诉求 take no case out from under 督办', () => {
    const story = new Story().do(order, ou);
    expect(story.refusal(MERGE, zhou)).toBe('refuse_merge_watched');
    expect(story.refusal(VOID, zhou)).toBe('refuse_void_watched');
    expect(story.refusal(VOID, li)).toBe('refuse_void_watched');
    expect(story.do({ type: 'lift' }, ou).refusal(MERGE, zhou)).toBe('ok');
  });

  it('nor from under a red card; who may lift it may', () => {
    const story = new Story();
    story.now = story.case.resolveBy + 10 * DAY;
    const due = story.case.resolveBy;
    story.do({ type: 'card', card: 'red', due, number: '督办〔2026〕1号' }, system);
    expect(story.refusal(VOID, zhou)).toBe('refuse_void_watched');
    expect(story.refusal(VOID, ou)).not.toBe('refuse_void_watched');
  });

  it('a leader ends what they watch themselves', () => {
    expect(new Story().do(order, li).refusal(VOID, li)).toBe('ok');
  });
});

describe('merged into one that is done', () => {
  const raised = [{ id: tansaozi.id, name: '谭嫂子' }];
  const absorb: Action = { type: 'absorb', from: '店门镇/石门社区#5', people: raised, materials: [], raised };
  const resolved = (): Story => new Story().do({ type: 'resolve', done: '换了灯泡' }, zhou);

  it('who raised it hears what was done, and they alone', () => {
    const told = resolved().do(absorb, zhou).notices;
    expect(heard(told)).toEqual(['case_chat resolved']);
    expect(told[0]?.mention.map((one) => one.id)).toEqual([tansaozi.id]);
    expect(told[0]?.values).toMatchObject({ case: '#12', done: '换了灯泡' });
  });

  it('nobody hears anything while the other is being worked on', () => {
    expect(
      new Story().do({ type: 'assign', to: handler(power), dueBy: null }, zhou).do(absorb, zhou).notices,
    ).toEqual([]);
  });
});

describe('撤回', () => {
  const raised = [{ id: tansaozi.id, name: '谭嫂子' }];
  const absorb: Action = { type: 'absorb', from: `${SHIMEN}#5`, people: raised, materials: [], raised };

  it('ends nothing for a neighbour whose own case went into this one', () => {
    const story = new Story().do(absorb, zhou);
    expect(story.refusal({ type: 'withdraw' }, laohe)).toBe('refuse_withdraw_shared');
    const released: Action = { type: 'release', from: `${SHIMEN}#5`, people: raised, messages: [] };
    expect(story.do(released, zhou).refusal({ type: 'withdraw' }, laohe)).toBe('ok');
  });

  it('who only joined never stood in the way, nor does an erasure', () => {
    expect(new Story().do({ type: 'join' }, tansaozi).refusal({ type: 'withdraw' }, laohe)).toBe('ok');
    expect(new Story().do(absorb, zhou).refusal({ type: 'withdraw' }, system)).toBe('ok');
  });
});

describe('what is late', () => {
  const one = (n: number): Case => ({ ...new Story().case, id: `${SHIMEN}#${n}`, number: n });
  const now = one(1).resolveBy + DAY;
  const late = one(1);
  const young = { ...one(2), resolveBy: now + DAY };

  it('does not begin anew in a younger case; the other way round it may', () => {
    expect(mergeConflict(late, young, now)).toBe('refuse_merge_late');
    expect(mergeConflict(young, late, now)).toBeNull();
    expect(mergeConflict(late, one(3), now)).toBeNull();
    expect(mergeConflict(late, { ...young, state: 'resolved' }, now)).toBeNull();
    expect(mergeConflict(late, young, late.resolveBy)).toBeNull();
  });
});

describe('who may not is told which case it was, also where there are several villages', () => {
  const privately = { id: 'wxid_x', room: false };
  it('by its place', () => {
    const outcome = new Story().try({ type: 'resolve', done: '好了' }, tian, { chat: privately });
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { key: 'refuse_not_yours', values: { case: '石门社区#12' } },
    });
  });
  it('in its own group by its number', () => {
    const outcome = new Story().try({ type: 'withdraw' }, tansaozi);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { key: 'refuse_petitioner_only', values: { case: '#12' } },
    });
    expect(laohe.offices).toEqual([]);
  });
  it('a cadre of the village is not told that the village is not theirs', () => {
    const share: Action = { type: 'co_assign', to: handler(power), part: '通知各户' };
    const story = new Story().do({ type: 'progress', note: '在看', leads: true }, peng);
    expect(story.refusal(share, zhou)).toBe('refuse_share');
    expect(story.refusal(share, tian)).toBe('refuse_not_yours');
    expect(story.refusal(share, peng)).toBe('ok');
  });
});
