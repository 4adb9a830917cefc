import { auditHistory } from '../../../src/cases/audit.js';
import { caseLines } from '../../../src/cases/case-lines.js';
import { caseSchema } from '../../../src/cases/case-schema.js';
import { eraseEvent, verifyChain } from '../../../src/cases/chain.js';
import { caseEventSchema } from '../../../src/cases/event-schema.js';
import { fold } from '../../../src/cases/fold.js';
import { may, maySee } from '../../../src/cases/permissions.js';
import {
  Story, WORK_CHAT, grid, handler, heard, laohe, li, peng, power, roads, volunteer, zhou,
} from '../../support/case-world.js'; // prettier-ignore

const accept = { type: 'accept' } as const;
const done = { type: 'resolve', done: '换了灯泡' } as const;
const toPower = { type: 'assign', to: handler(power), dueBy: null } as const;
const asked = { rule: '三组', who: handler(grid) };

describe('who is asked first', () => {
  it('is in the history by its rule, and may act without having accepted', () => {
    const story = new Story({ asked: { rule: '道路', who: handler(roads) } });
    expect(story.case).toMatchObject({
      asked: { rule: '道路' },
      handler: null,
      lead: null,
      state: 'received',
    });
    expect(maySee(roads, story.case)).toBe('all');
    expect(may(roads, accept, story.case)).toBeNull();
    expect(may(roads, done, story.case)).toBeNull();
    expect(may(power, accept, story.case)?.key).toBe('refuse_not_yours');
    expect(story.do(accept, roads).case.lead).toEqual({ name: '交通局', contacts: [roads.id] });
    expect(story.refusal({ type: 'progress', note: '在铺' }, roads)).toBe('ok');
  });

  it('may say that it is not theirs: no hop, and nobody asks them again', () => {
    const story = new Story({ asked: { rule: '道路', who: handler(roads) } });
    story.do({ type: 'hand_back', reason: '是镇里的路' }, roads);
    expect(story.case).toMatchObject({ state: 'handed_back', asked: null, hops: 0 });
    expect(heard(story.notices)).toContain('work_group handed_back');
    expect(may(roads, accept, story.case)?.key).toBe('refuse_not_yours');
  });

  it('nobody else hands back what nobody has', () => {
    expect(new Story({ asked }).refusal({ type: 'hand_back', reason: '不归我' }, zhou)).toBe(
      'refuse_not_assigned',
    );
  });

  it('is shown to officials in their own chats, and never before the group', () => {
    const { case: c } = new Story({ asked });
    const view = { sight: 'all', openly: false, discreet: false, now: c.openedAt } as const;
    expect(caseLines(c, [], view)[1]).toEqual({ key: 'show_rule', values: { rule: '三组', who: '龙桂香' } });
    expect(caseLines(c, [], { ...view, openly: true })).toHaveLength(1);
    expect(caseLines(c, [], { ...view, sight: 'own' })).toHaveLength(1);
  });

  it('leaves no name when erased, and the chain holds', () => {
    const story = new Story({ asked }).do({ type: 'co_assign', to: handler(roads), part: '铺路' }, zhou);
    const erased = story.events.map(eraseEvent);
    expect(verifyChain(erased, story.case.head)).toEqual({ ok: true });
    expect(JSON.stringify(erased)).not.toMatch(/龙桂香|交通局|铺路|wxid/u);
    expect(JSON.stringify(erased)).toContain('三组');
  });
});

describe('首接负责', () => {
  it('the first who says something leads, until the one it was given to speaks', () => {
    const story = new Story().do({ type: 'progress', note: '去看了' }, zhou);
    expect(story.case.lead?.name).toBe('周小满');
    story.do(toPower, zhou).do({ type: 'progress', note: '我也看看' }, peng);
    expect(story.case.lead?.name).toBe('周小满');
    story.do({ type: 'progress', note: '明天来修' }, power);
    expect(story.case.lead?.name).toBe('电力所');
  });

  it('a hand-back leaves it with the first receiver, who hears of it beside the cadre', () => {
    const story = new Story().do(accept, peng).do(toPower, peng);
    story.do({ type: 'hand_back', reason: '村里的灯' }, power);
    expect(story.case).toMatchObject({ lead: { name: '彭立新' }, handler: null });
    expect(heard(story.notices)).toEqual([
      'work_group handed_back', 'person:wxid_zhou handed_back', 'person:wxid_peng handed_back', 'reply confirm',
    ].slice(0, story.notices.length)); // prettier-ignore
    story.do({ type: 'supervise', note: '' }, li);
    expect(heard(story.notices)).toContain('person:wxid_peng supervised_plain');
    expect(story.do(accept, zhou).case.lead?.name).toBe('周小满');
  });

  it('撤销 gives it back; an inspector’s sealed case has none', () => {
    expect(new Story().do(accept, zhou).do({ type: 'undo' }, zhou).case.lead).toBeNull();
  });
});

describe('协办', () => {
  const share = { type: 'co_assign', to: handler(roads), part: '铺路' } as const;

  it('is given by who answers for the case: handler, first receiver, leader; by any cadre while nobody has it', () => {
    expect(may(zhou, share, new Story().case)).toBeNull();
    const led = new Story().do(accept, peng).case;
    expect(may(peng, share, led)).toBeNull();
    expect(may(zhou, share, led)?.key).toBe('refuse_share');
    expect(may(li, share, led)).toBeNull();
    const given = new Story().do(toPower, zhou).case;
    expect(may(power, share, given)).toBeNull();
    expect(may(laohe, share, given)?.key).toBe('refuse_officials_only');
    const helped = { ...given, handler: handler(volunteer) };
    expect(may(volunteer, share, helped)?.key).toBe('refuse_not_yours');
  });

  it('tells who has the part, and the giver alone that it is done', () => {
    const story = new Story().do(toPower, zhou).do(share, power, { chat: WORK_CHAT });
    expect(heard(story.notices)).toEqual([
      'person:wxid_jt co_assigned_to_you',
      'person:wxid_dl confirm_co_assign',
    ]);
    expect(story.notices[0]?.values).toMatchObject({ part: '：铺路', who: '电力所' });
    expect(story.case.spoken).toBe(2);
  });

  it('has its own part and tells of it; the whole stays the lead’s', () => {
    const story = new Story().do(toPower, zhou).do(share, power);
    expect(may(roads, { type: 'progress', note: '材料到了' }, story.case)).toBeNull();
    expect(may(roads, done, story.case)?.key).toBe('refuse_not_yours');
    expect(may(power, { type: 'co_done', part: 0, done: '铺了' }, story.case)?.key).toBe('refuse_no_part');
    story.do({ type: 'progress', note: '材料到了' }, roads);
    expect(story.case.lead).toBeNull();
    story.do({ type: 'co_done', part: 0, done: '铺好了' }, roads);
    expect(story.case).toMatchObject({
      state: 'in_progress',
      coHandlers: [{ name: '交通局', done: '铺好了' }],
    });
    expect(heard(story.notices)).toEqual(['person:wxid_dl co_done_told', 'person:wxid_jt confirm_co_done']);
    expect(may(roads, { type: 'co_done', part: 0, done: '' }, story.case)?.key).toBe('refuse_no_part');
  });

  it('names open parts once, to who resolves the whole, which counts all the same', () => {
    const story = new Story().do(toPower, zhou).do(share, power).do(done, power);
    expect(story.case.state).toBe('resolved');
    const line = story.notices.find(({ key }) => key === 'open_parts');
    expect(line).toMatchObject({ to: { contacts: ['wxid_dl'] }, values: { parts: '交通局（铺路）' } });
    expect(story.refusal({ type: 'co_done', part: 0, done: '铺好了' }, roads)).toBe('ok');
  });

  it('is not asked twice, nor of who has the whole', () => {
    const story = new Story().do(toPower, zhou).do(share, li);
    expect(story.refusal(share, li)).toBe('refuse_co_twice');
    expect(story.refusal({ ...share, to: handler(power) }, li)).toBe('refuse_co_handler');
    story.do({ type: 'co_done', part: 0, done: '铺好了' }, roads);
    expect(story.refusal(share, li)).toBe('ok');
  });

  it('says nothing of a welfare case’s part', () => {
    const story = new Story({ category: 'welfare' }).do({ ...share, part: '送药' }, zhou);
    expect(JSON.stringify(story.notices)).not.toContain('送药');
  });
});

describe('不予受理 by two', () => {
  const propose = { type: 'propose_decline', reason: 'court', note: '要打官司' } as const;
  const agree = { type: 'decline', reason: 'court', note: '要打官司', consent: true } as const;

  it('asks another of the village, else the leader, else the work group', () => {
    const keepers = [{ name: '周小满', contacts: [zhou.id] }, { name: '彭立新', contacts: [peng.id] }]; // prettier-ignore
    const leaders = [{ name: '李望秋', contacts: [li.id] }];
    const first = (staff: { keepers: typeof keepers; leaders: typeof leaders }): string =>
      heard(new Story().do(propose, zhou, { staff }).notices)[0] ?? '';
    expect(first({ keepers, leaders })).toBe('person:wxid_peng consent_wanted');
    expect(first({ keepers: keepers.slice(0, 1), leaders })).toBe('person:wxid_li consent_wanted');
    expect(first({ keepers: [], leaders: [] })).toBe('person: consent_wanted');
  });

  it('falls when the case is handed back, and by then nobody can agree to it', () => {
    const story = new Story().do(toPower, zhou).do(propose, zhou);
    story.do({ type: 'hand_back', reason: '不归我们' }, power);
    expect(story.case.declining).toBeNull();
    expect(story.refusal(agree, peng)).not.toBe('ok');
    expect(fold(story.events)).toEqual(story.case);
    // Histories of before say nothing of it, and stand as they stood.
    const plain = new Story().do(toPower, zhou).do({ type: 'hand_back', reason: '不归我们' }, power);
    expect(plain.events.at(-1)?.body).toEqual({ type: 'hand_back', reason: '不归我们' });
  });

  it('declines only with the other’s word', () => {
    const story = new Story().do(propose, zhou);
    expect(story.case).toMatchObject({ state: 'received', declining: { by: { name: '周小满' } } });
    expect(story.refusal(agree, zhou)).toBe('refuse_agree_self');
    expect(story.refusal(agree, { ...zhou, id: 'wxid_zhou2' })).toBe('refuse_agree_self');
    expect(story.refusal(agree, laohe)).toBe('refuse_officials_only');
    expect(story.do(agree, peng).case).toMatchObject({ state: 'declined', declining: null });
    expect(heard(story.notices)).toContain('case_chat declined_court');
  });

  it('falls when the work goes on', () => {
    const story = new Story().do(propose, zhou).do(accept, peng);
    expect(story.refusal(agree, peng)).toBe('refuse_nothing_to_agree');
  });
});

describe('histories of before', () => {
  it('parse, hold their chain and are still what their state says', () => {
    const story = new Story().do(toPower, zhou).do({ type: 'add', material: { messageId: 'p1', type: 'image', text: '', by: { id: laohe.id, name: '老贺' }, at: 0 } }, laohe); // prettier-ignore
    const { alsoRaised: _r, asked: _a, lead: _l, coHandlers: _c, declining: _d, ...old } = story.case;
    const c = caseSchema.parse(JSON.parse(JSON.stringify(old)));
    const events = story.events.map((one) => caseEventSchema.parse(JSON.parse(JSON.stringify(one))));
    expect(auditHistory(c, events)).toBeNull();
    expect(JSON.stringify(events)).not.toMatch(/"(?:leads|via|asked|consent)"/u);
  });
});
