import type { Notice } from '../../../src/cases/outcome.js';
import {
  ACCUSATION,
  Story,
  WORK_CHAT,
  handler,
  heard,
  laohe,
  ou,
  power,
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

describe('a matter that stays unsaid', () => {
  it.each(['welfare', 'health'] as const)('%s: the number and nothing more, to anybody', (category) => {
    const words = ['癌症', '低保', '老王家', '白血病'];
    const story = new Story({ category, text: '老王家癌症没低保' });
    const all = [...story.notices];
    const step = (...args: Parameters<Story['do']>) => all.push(...story.do(...args).notices);
    step(give, zhou, work);
    step({ type: 'progress', note: '白血病材料交了' }, power, work);
    step({ type: 'extend', days: 3, reason: '等低保会' }, zhou);
    step({ type: 'supervise', note: '癌症' }, ou);
    step({ type: 'hand_back', reason: '低保归民政' }, power);
    step({ ...done, done: '低保办下来了' }, zhou, work);
    step(rate('unsatisfied', '癌症没报销'), laohe);
    step({ type: 'decline', reason: 'no_basis', note: '低保超标' }, zhou);
    expect(all.length).toBeGreaterThan(12);
    const said = JSON.stringify(all.map((notice) => notice.values));
    for (const word of words) expect(said).not.toContain(word);
  });

  it('does not name the poor for whom a cadre registered', () => {
    const { notices } = new Story({
      category: 'welfare',
      petitioner: { id: '', name: '五保户老张' },
      registrar: { id: zhou.id, name: '周小满' },
    });
    expect(JSON.stringify(notices)).not.toContain('老张');
  });

  it('takes further categories from the configuration', () => {
    expect(new Story({}, { discreet: ['utility'] }).notices[0]?.values['matter']).toBe('#12');
  });

  it('tells the petitioner in their own private chat what was done', () => {
    const story = new Story({ category: 'health' }, { chat: { id: laohe.id, room: false } }).do(
      done,
      zhou,
      work,
    );
    expect(only(story.notices, 'case_chat')).toMatchObject({ key: 'resolved', values: { done: '换了灯泡' } });
  });
});

describe('an accusation', () => {
  it('is heard of by inspectors and its author, privately', () => {
    const { notices } = new Story(ACCUSATION);
    expect(heard(notices)).toEqual(['inspectors sealed_new', 'person:wxid_he sealed_receipt']);
    expect(notices[1]).toMatchObject({ to: { else: 'nobody' }, values: { case: 'J-7K2M' } });
    expect(JSON.stringify(notices)).not.toContain('村主任');
  });

  it('says nothing to any chat, not even where an inspector gave a command', () => {
    const story = new Story(ACCUSATION).do(accept, ou, work);
    expect(heard(story.notices)).toEqual(['person:wxid_he sealed_state', 'person:wxid_ou sealed_state']);
    story.do(
      { type: 'assign', to: { ...handler(ou), name: '纪检二室', contacts: ['wxid_ou2'] }, dueBy: null },
      ou,
      work,
    );
    expect(heard(story.notices)).toEqual(['person:wxid_ou2 sealed_assigned', 'person:wxid_ou sealed_state']);
    story.do({ type: 'resolve', done: '已立案' }, ou, work);
    expect(heard(story.notices)).toEqual(['person:wxid_he sealed_resolved', 'person:wxid_ou sealed_state']);
    story.do({ type: 'undo' }, ou, work);
    expect(heard(story.notices)).toEqual(['person:wxid_ou sealed_state']);
    story.do({ type: 'resolve', done: '' }, ou, work).do(rate('unsatisfied', '没查'), laohe);
    expect(heard(story.notices)).toEqual(['inspectors sealed_reopened', 'person:wxid_he sealed_state']);
    story.do({ type: 'withdraw' }, laohe);
    expect(heard(story.notices)).toEqual(['inspectors sealed_state', 'person:wxid_he sealed_state']);
    expect(story.case.spoken).toBe(0);
  });
});
