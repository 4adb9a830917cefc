import type { Notice } from '../../../src/cases/outcome.js';
import {
  Story,
  WORK_CHAT,
  handler,
  heard,
  laohe,
  ou,
  power,
  tansaozi,
  zhou,
} from '../../support/case-world.js';

const work = { chat: WORK_CHAT };
const accept = { type: 'accept' } as const;
const give = { type: 'assign', to: handler(power), dueBy: null } as const;
const done = { type: 'resolve', done: '换了灯泡。' } as const;
const rate = (rating: 'satisfied' | 'unsatisfied', reason = '') =>
  ({ type: 'rate', rating, reason }) as const;

function only(notices: Notice[], kind: Notice['to']['kind']): Notice {
  const found = notices.filter((notice) => notice.to.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as Notice;
}

describe('what the group need not watch', () => {
  it('退回: the work group and the cadre find the next', () => {
    const story = new Story().do(give, zhou).do({ type: 'hand_back', reason: '是电信的杆子' }, power);
    expect(heard(story.notices)).toEqual(['work_group handed_back', 'person:wxid_zhou handed_back']);
    expect(story.notices[0]?.values).toMatchObject({
      who: '电力所',
      reason: '是电信的杆子',
      case: '石门社区#12',
    });
  });

  it('延期: the petitioner alone, privately or not at all', () => {
    const story = new Story().do({ type: 'extend', days: 3, reason: '等配件' }, zhou);
    expect(heard(story.notices)).toEqual(['person:wxid_he extended']);
    expect(story.notices[0]).toMatchObject({
      to: { else: 'nobody' },
      values: { due: '5月6日前', reason: '等配件' },
    });
  });

  it('合并, 附议, 改类, 公开, 不是诉求, pictures: nothing at all', () => {
    const picture = {
      messageId: 'p',
      type: 'image',
      text: '',
      by: { id: laohe.id, name: '' },
      at: 0,
    } as const;
    const quiet = new Story().do({ type: 'join' }, tansaozi);
    expect(quiet.notices).toEqual([]);
    expect(quiet.do({ type: 'add', material: picture }, laohe).notices).toEqual([]);
    expect(quiet.do({ type: 'remove_material', messageId: 'p' }, laohe).notices).toEqual([]);
    expect(quiet.do({ type: 'recategorise', category: 'road' }, zhou).notices).toEqual([]);
    expect(quiet.do({ type: 'absorb', from: 'x#5', people: [], materials: [] }, zhou).notices).toEqual([]);
    expect(new Story().do({ type: 'merge', into: 'x#3', intoNumber: 3 }, zhou).notices).toEqual([]);
    expect(new Story().do({ type: 'void' }, zhou).notices).toEqual([]);
    expect(new Story().do(done, zhou).do({ type: 'publish' }, zhou).notices).toEqual([]);
    expect(quiet.case.spoken).toBe(1);
  });

  it('督办: who has it and the work group', () => {
    const { notices } = new Story()
      .do(give, zhou)
      .do({ type: 'supervise', note: '三天了' }, ou, { chat: { id: ou.id, room: false } });
    expect(heard(notices)).toEqual([
      'person:wxid_dl supervised',
      'work_group supervised',
      'reply confirm_supervise',
    ]);
    expect(notices[0]).toMatchObject({ announces: 'supervised', values: { note: '三天了', who: '电力所' } });
    expect(heard(new Story().do({ type: 'supervise', note: '' }, ou).notices)).toEqual([
      'person:wxid_zhou supervised_plain',
      'work_group supervised_plain',
    ]);
  });
});

describe('endings', () => {
  it('不予受理 with its reason and where to go', () => {
    const story = new Story()
      .do(give, zhou)
      .do({ type: 'decline', reason: 'private', note: '两家的界' }, zhou);
    expect(heard(story.notices)).toEqual(['case_chat declined_private', 'person:wxid_dl relieved']);
    expect(story.notices[0]).toMatchObject({ values: { note: '两家的界。' }, announces: 'declined' });
  });

  it('已撤回', () => {
    const story = new Story().do(give, zhou).do({ type: 'withdraw' }, laohe);
    expect(heard(story.notices)).toEqual(['case_chat withdrawn', 'person:wxid_dl relieved']);
  });
});

describe('a command from another chat', () => {
  const there = [
    [accept, '已受理'],
    [done, '已办结'],
    [{ type: 'decline', reason: 'court', note: '' }, '不予受理'],
    [{ type: 'void' }, '不是诉求'],
    [{ type: 'merge', into: 'x#3', intoNumber: 3 }, '已合并'],
  ] as const;
  it.each(there)('is confirmed there in one line (%j)', (action, state) => {
    const { notices } = new Story().do(action, zhou, work);
    expect(only(notices, 'reply')).toMatchObject({ key: 'confirm', values: { case: '石门社区#12', state } });
  });

  it('has its own line for what is no state', () => {
    const key = (story: Story) => only(story.notices, 'reply').key;
    expect(key(new Story().do(give, zhou, work))).toBe('confirm_assign');
    expect(key(new Story().do({ type: 'extend', days: 2, reason: '' }, zhou, work))).toBe('confirm_extend');
    expect(key(new Story().do({ type: 'recategorise', category: 'road' }, zhou, work))).toBe(
      'confirm_recategorise_due',
    );
    const priv = { chat: { id: laohe.id, room: false } };
    expect(key(new Story().do(done, zhou).do(rate('satisfied'), laohe, priv))).toBe('confirm_rate');
    expect(key(new Story().do({ type: 'join' }, tansaozi, { chat: { id: tansaozi.id, room: false } }))).toBe(
      'confirm_join',
    );
    expect(new Story().do({ type: 'join' }, tansaozi, work).notices).toEqual([]);
  });
});
