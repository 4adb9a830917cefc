import type { Notice } from '../../../src/cases/outcome.js';
import {
  Story,
  WORK_CHAT,
  handler,
  heard,
  laohe,
  li,
  power,
  roads,
  system,
  zhou,
} from '../../support/case-world.js';

const work = { chat: WORK_CHAT };
const accept = { type: 'accept' } as const;
const give = { type: 'assign', to: handler(power), dueBy: null } as const;
const done = { type: 'resolve', done: '换了灯泡。' } as const;
const rate = (rating: 'satisfied' | 'unsatisfied', reason = '') =>
  ({ type: 'rate', rating, reason }) as const;
const at = '@老贺\u2005';

function only(notices: Notice[], kind: Notice['to']['kind']): Notice {
  const found = notices.filter((notice) => notice.to.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as Notice;
}

describe('what a plain case says in its group', () => {
  it('is at most four messages, whoever speaks from where', () => {
    const steps = [
      (story: Story, where: object) => story.do(accept, zhou, where),
      (story: Story, where: object) => story.do(give, zhou, where),
      (story: Story, where: object) => story.do({ type: 'progress', note: '在修' }, power, where),
      (story: Story, where: object) => story.do({ type: 'progress', note: '快好了' }, power, where),
      (story: Story, where: object) => story.do(done, power, where),
      (story: Story, where: object) => story.do(rate('satisfied'), laohe, where),
    ];
    for (let choice = 0; choice < 64; choice += 1) {
      const story = new Story();
      steps.forEach((step, i) => step(story, choice & (1 << i) ? work : {}));
      expect(story.case.spoken).toBeLessThanOrEqual(4);
      expect(story.case.state).toBe('closed');
    }
  });

  it('leaves unsaid what the official said there themselves', () => {
    expect(new Story().do(accept, zhou).notices).toEqual([]);
    expect(new Story().do({ type: 'progress', note: '在修' }, zhou).notices).toEqual([]);
  });

  it('says in the group what was said in another, and confirms there', () => {
    const story = new Story().do(accept, zhou, work);
    expect(heard(story.notices)).toEqual(['case_chat accepted', 'reply confirm']);
    expect(story.notices[0]).toMatchObject({
      values: { at, case: '#12', who: '周小满' },
      announces: 'accepted',
    });
    expect(story.notices[1]?.values).toEqual({ case: '石门社区#12', state: '已受理' });
    // Two were said: the next step waits for 已交办 or 已办结.
    expect(heard(story.do({ type: 'progress', note: '在修' }, zhou, work).notices)).toEqual([
      'reply confirm',
    ]);
  });

  it('says 办理中 with the words, masked', () => {
    const story = new Story().do({ type: 'progress', note: '电工13812345678\n在路上。' }, zhou, work);
    expect(only(story.notices, 'case_chat').values).toMatchObject({ note: '电工138**** 在路上' });
  });
});

describe('已交办', () => {
  it('tells the group, and privately who has it now', () => {
    const { notices } = new Story().do(give, zhou);
    expect(heard(notices)).toEqual(['case_chat assigned', 'person:wxid_dl assigned_to_you']);
    expect(notices[0]).toMatchObject({
      values: { at, case: '#12', handler: '电力所', due: '明天上午' },
      mention: [{ id: laohe.id }],
      announces: 'assigned',
    });
    expect(notices[1]).toMatchObject({ to: { place: '店门镇', else: 'work_group' } });
    expect(notices[1]?.values).toMatchObject({ case: '石门社区#12', due: '明天上午' });
  });

  it('is what 转办 posts too, and relieves who had it', () => {
    const story = new Story().do(give, zhou).do({ type: 'transfer', to: handler(roads) }, li);
    expect(heard(story.notices)).toEqual([
      'case_chat assigned',
      'person:wxid_jt assigned_to_you',
      'person:wxid_dl relieved',
    ]);
  });

  it('need not tell those who did it themselves', () => {
    const own = new Story().do({ type: 'assign', to: handler(zhou), dueBy: null }, zhou);
    expect(heard(own.notices)).toEqual(['case_chat assigned']);
    const passed = new Story().do(give, zhou).do({ type: 'transfer', to: handler(roads) }, power, work);
    expect(heard(passed.notices)).toEqual([
      'case_chat assigned',
      'person:wxid_jt assigned_to_you',
      'reply confirm_assign',
    ]);
  });

  it('promises no date that has passed', () => {
    const story = new Story().later(48).do(give, zhou);
    expect(only(story.notices, 'case_chat').values['due']).toBe('尽快');
  });
});

describe('已办结', () => {
  it('asks for the rating itself', () => {
    const { notices } = new Story().do(done, zhou);
    expect(heard(notices)).toEqual(['case_chat resolved']);
    expect(notices[0]?.values).toEqual({ at, case: '#12', done: '换了灯泡' });
    expect(new Story().do({ ...done, done: ' ' }, zhou).notices[0]?.key).toBe('resolved_plain');
  });

  it('asks no official to praise', () => {
    const noPhone = { petitioner: { id: '', name: '老张' }, registrar: { id: zhou.id, name: '周小满' } };
    expect(new Story(noPhone).do(done, zhou).notices[0]?.key).toBe('resolved_registered');
    const unnamed = { ...noPhone, petitioner: { id: '', name: '' } };
    expect(new Story(unnamed).do(done, zhou).notices[0]?.key).toBe('resolved_registered_plain');
  });
});

describe('the rating', () => {
  const resolved = () => new Story().do(give, zhou).do(done, power);

  it('closes with one last line', () => {
    const story = resolved().do(rate('satisfied'), laohe);
    expect(heard(story.notices)).toEqual(['case_chat closed']);
    expect(story.case.spoken).toBe(4);
  });

  it('不满意 goes to the group, the handler and the leader', () => {
    const story = resolved().do(rate('unsatisfied', '又灭了！'), laohe);
    expect(heard(story.notices)).toEqual([
      'case_chat reopened',
      'person:wxid_dl reopened_told_reason',
      'person:wxid_li reopened_told_reason',
    ]);
    expect(story.notices[0]?.values).toEqual({ at, case: '#12', who: '电力所' });
    expect(story.notices[1]?.values).toMatchObject({ reason: '又灭了' });
    expect(story.notices.slice(1).map(({ to }) => to.kind === 'person' && to.else)).toEqual([
      'work_group',
      'work_group',
    ]);
  });

  it('goes to who did it, and for the leader to the work group, when the directory knows nobody', () => {
    const story = new Story({}, { staff: { keepers: [], leaders: [] } }).do(done, zhou);
    story.do(rate('unsatisfied'), laohe, { staff: { keepers: [], leaders: [] } });
    expect(heard(story.notices)).toEqual([
      'case_chat reopened',
      // Who received it first answers for it.
      'person:wxid_zhou reopened_told',
      'person: reopened_told',
    ]);
    expect(story.notices[0]?.values['who']).toBe('周小满');
  });

  it('closes by time without a word', () => {
    expect(resolved().do({ type: 'close' }, system).notices).toEqual([]);
  });
});
