import type { Action, ActionType } from '../../../src/cases/action.js';
import type { Actor, Case } from '../../../src/cases/case.js';
import { may, maySee, type Sight } from '../../../src/cases/permissions.js';
import {
  ACCUSATION, Story, admin, doctor, grid, handler, laohe, li, official, ou, peng, power, roads, stranger, system, tansaozi,
  tian, volunteer, zhou, villager,
} from '../../support/case-world.js'; // prettier-ignore

const material = {
  messageId: 'p1',
  type: 'image',
  text: '',
  by: { id: laohe.id, name: '老贺' },
  at: 0,
} as const;
const ACTIONS: { [Type in ActionType]: Extract<Action, { type: Type }> } = {
  accept: { type: 'accept' },
  assign: { type: 'assign', to: handler(power), dueBy: null },
  transfer: { type: 'transfer', to: handler(roads) },
  hand_back: { type: 'hand_back', reason: '不归我们' },
  progress: { type: 'progress', note: '在修' },
  resolve: { type: 'resolve', done: '换了灯泡' },
  extend: { type: 'extend', days: 3, reason: '等配件' },
  ask: { type: 'ask', question: '哪一盏', until: null },
  go_on: { type: 'go_on', resolveBy: null },
  decline: { type: 'decline', reason: 'court', note: '' },
  merge: { type: 'merge', into: 'x#3', intoNumber: 3 },
  supervise: { type: 'supervise', note: '' },
  lift: { type: 'lift' },
  publish: { type: 'publish' },
  void: { type: 'void' },
  recategorise: { type: 'recategorise', category: 'road' },
  rate: { type: 'rate', rating: 'satisfied', reason: '' },
  withdraw: { type: 'withdraw' },
  join: { type: 'join' },
  add: { type: 'add', material },
  remove_material: { type: 'remove_material', messageId: 'p1' },
  absorb: { type: 'absorb', from: 'x#5', people: [], materials: [] },
  release: { type: 'release', from: 'x#5', people: [], messages: [] },
  co_assign: { type: 'co_assign', to: handler(roads), part: '铺路' },
  co_done: { type: 'co_done', part: 0, done: '铺好了' },
  return_idle: { type: 'return_idle', to: null },
  propose_decline: { type: 'propose_decline', reason: 'court', note: '' },
  close: { type: 'close' },
  card: { type: 'card', card: 'yellow', due: 0 },
  return: { type: 'return', to: handler(peng) },
  view: { type: 'view' },
  export: { type: 'export', mark: 'a1b2c3d4' },
  seal: { type: 'seal', code: 'K7MNPQ', reason: '是检举', answerBy: 0, resolveBy: 0 },
  unseal: { type: 'unseal', into: 'x#4', intoNumber: 4, reason: '' },
  undo: { type: 'undo' },
};

const ALL = Object.keys(ACTIONS) as ActionType[];
const ANYBODY: ActionType[] = ['join', 'add', 'undo'];
const AREA: ActionType[] = [
  ...ANYBODY, 'accept', 'assign', 'transfer', 'progress', 'resolve', 'extend', 'ask', 'decline', 'merge', 'absorb', 'void',
  'recategorise', 'publish', 'release', 'propose_decline',
]; // prettier-ignore
const HANDLER: ActionType[] = [
  ...ANYBODY, 'accept', 'transfer', 'hand_back', 'progress', 'resolve', 'extend', 'ask',
]; // prettier-ignore

function allowed(actor: Actor, c: Case): ActionType[] {
  return ALL.filter((type) => may(actor, ACTIONS[type], c) === null).sort();
}

/** 老贺's lamp, joined by 谭嫂子, handled by the power station. */
const c = new Story({ materials: [material] }).do({ type: 'join' }, tansaozi).do(ACTIONS.assign, zhou).case;

describe('who may do what to an open case', () => {
  const table: [string, Actor, ActionType[]][] = [
    ['village cadre of the place', zhou, AREA],
    ['village head of the place', peng, AREA],
    ['grid worker of the place', grid, AREA],
    ['township leader', li, [...AREA, 'supervise', 'lift', 'co_assign', 'seal']],
    ['county administrator', admin, [...AREA, 'supervise', 'lift', 'co_assign', 'seal']],
    ['inspector', ou, [...ANYBODY, 'supervise', 'lift', 'seal']],
    ['department that has it', power, [...HANDLER, 'co_assign']],
    ['department that has it not', roads, ANYBODY],
    ['volunteer who has it not', volunteer, ANYBODY],
    ['doctor who has it not', doctor, ANYBODY],
    ['cadre of another village', tian, ANYBODY],
    ['petitioner', laohe, [...ANYBODY, 'rate', 'withdraw', 'remove_material']],
    ['co-petitioner', tansaozi, [...ANYBODY, 'rate']],
    ['somebody else', stranger, ANYBODY],
    ['somebody who calls himself an official', villager('wxid_fake', '周小满'), ANYBODY],
    ['the system', system, ALL],
  ];

  it.each(table)('%s', (_, actor, expected) => {
    expect(allowed(actor, c)).toEqual([...expected].sort());
  });

  it('lets a volunteer who was asked to help, hand back, and no more', () => {
    const given = { ...c, handler: handler(volunteer) };
    expect(allowed(volunteer, given)).toEqual([...ANYBODY, 'hand_back', 'progress', 'resolve'].sort());
    expect(allowed(doctor, { ...c, handler: handler(doctor) })).toContain('resolve');
  });

  it('knows the handler by the office when the contact enrolled later', () => {
    const newPhone = { ...power, id: 'wxid_new' };
    expect(allowed(newPhone, c)).toContain('resolve');
    expect(allowed({ ...newPhone, officialName: '供水站' }, c)).not.toContain('resolve');
    const elsewhere = official('wxid_new', '电力所', { role: 'department', place: '别的镇' });
    expect(allowed(elsewhere, c)).not.toContain('resolve');
    // The same name without any office is nobody.
    expect(allowed({ ...villager('wxid_new', '电力所'), officialName: '电力所' }, c)).not.toContain(
      'resolve',
    );
  });

  it('adds up several offices of one person', () => {
    const both = { ...tian, offices: [...tian.offices, ...zhou.offices] };
    expect(allowed(both, c)).toEqual([...AREA].sort());
  });

  it('keeps an administrator to their own township', () => {
    const township = official('wxid_a', '镇办', { role: 'admin', place: '店门镇' });
    expect(allowed(township, c)).toContain('assign');
    expect(allowed(township, { ...c, place: '别的镇/某村' })).not.toContain('assign');
  });

  it('lets a leader lift only the watch that they set, an inspector any', () => {
    const watched = { ...c, supervised: { by: '欧清和', at: 0, note: '' } };
    expect(may(li, ACTIONS.lift, watched)?.key).toBe('refuse_supervise');
    expect(may(ou, ACTIONS.lift, watched)).toBeNull();
    expect(may(li, ACTIONS.lift, { ...c, supervised: { by: '李望秋', at: 0, note: '' } })).toBeNull();
  });

  it('gives a registrar the withdrawal, and the complaint of somebody without a phone but never the praise', () => {
    const registrar = { id: zhou.id, name: '周小满' };
    const unsatisfied = { type: 'rate', rating: 'unsatisfied', reason: '' } as const;
    const noPhone = { ...c, registrar, petitioner: { id: '', name: '五保户老张' } };
    expect(may(zhou, ACTIONS.withdraw, noPhone)).toBeNull();
    expect(may(zhou, unsatisfied, noPhone)).toBeNull();
    expect(may(zhou, ACTIONS.rate, noPhone)?.key).toBe('refuse_petitioner_only');
    // The same when the registrar stands in for the missing contact.
    const standIn = { ...noPhone, petitioner: { id: zhou.id, name: '五保户老张' } };
    expect(may(zhou, ACTIONS.rate, standIn)?.key).toBe('refuse_petitioner_only');
    // A petitioner whom the bot can reach speaks for themselves.
    expect(may(zhou, unsatisfied, { ...c, registrar })?.key).toBe('refuse_petitioner_only');
  });

  it('says who could: the handler, the officials, the petitioner', () => {
    expect(may(zhou, ACTIONS.hand_back, c)?.key).toBe('refuse_handler_only');
    expect(may(zhou, ACTIONS.hand_back, { ...c, handler: null })?.key).toBe('refuse_not_assigned');
    expect(may(roads, ACTIONS.hand_back, c)?.key).toBe('refuse_not_yours');
    expect(may(laohe, ACTIONS.resolve, c)?.key).toBe('refuse_officials_only');
    expect(may(stranger, ACTIONS.rate, c)?.key).toBe('refuse_petitioner_only');
    expect(may(zhou, ACTIONS.supervise, c)?.key).toBe('refuse_supervise');
  });

  it('reveals nothing of a case to a cadre of another village', () => {
    for (const type of ALL) {
      const refusal = may(tian, ACTIONS[type], c);
      if (refusal) expect(refusal.values).toEqual({ case: '#12' });
    }
    expect(may(tian, ACTIONS.resolve, c)?.key).toBe('refuse_not_yours');
  });
});

describe('who may do what to an accusation', () => {
  const sealed = new Story({ ...ACCUSATION, materials: [material] }).case;
  const unknown = { key: 'refuse_no_case', values: { number: 'J-7K2M' } };

  it('inspectors handle it, all of it', () => {
    const never: ActionType[] = [
      'publish',
      'merge',
      'release',
      'co_assign',
      'co_done',
      'return_idle',
      'propose_decline',
      'absorb',
      'join',
      'rate',
      'withdraw',
      'close',
      'go_on',
      'card',
      'return',
      'remove_material',
      'seal',
    ];
    expect(allowed(ou, sealed)).toEqual(ALL.filter((type) => !never.includes(type)).sort());
    expect(may(ou, ACTIONS.publish, sealed)?.key).toBe('refuse_sealed');
    expect(may(ou, ACTIONS.rate, sealed)?.key).toBe('refuse_petitioner_only');
  });

  it('its petitioner rates, adds, withdraws', () => {
    expect(allowed(laohe, sealed)).toEqual(['add', 'rate', 'remove_material', 'undo', 'withdraw']);
  });

  it.each([zhou, peng, li, admin, tian, power, volunteer, stranger, tansaozi])(
    'to $officialName $name it is no case at all',
    (actor) => {
      for (const type of ALL) expect(may(actor, ACTIONS[type], sealed)).toEqual(unknown);
      expect(maySee(actor, sealed)).toBe('none');
    },
  );

  it('stays closed to an official even as its handler by mistake', () => {
    const given = { ...sealed, handler: handler(zhou) };
    expect(may(zhou, ACTIONS.resolve, given)).toEqual(unknown);
    expect(maySee(zhou, given)).toBe('none');
  });

  it('lets the system close it, and nobody else', () => {
    expect(may(system, ACTIONS.close, sealed)).toBeNull();
    expect(may(laohe, ACTIONS.close, sealed)).toEqual(unknown);
  });
});

describe('who may see what', () => {
  const sights: [Actor, Sight][] = [
    [zhou, 'all'],
    [li, 'all'],
    [admin, 'all'],
    [ou, 'all'],
    [power, 'all'],
    [roads, 'state'],
    [tian, 'state'],
    [volunteer, 'state'],
    [laohe, 'own'],
    [tansaozi, 'own'],
    [stranger, 'state'],
  ];
  it.each(sights)('$officialName $name', (actor, sight) => {
    expect(maySee(actor, c)).toBe(sight);
  });

  it('shows the registrar their own, and a sealed case to inspectors and its petitioner', () => {
    expect(maySee(villager('wxid_reg', '组长'), { ...c, registrar: { id: 'wxid_reg', name: '组长' } })).toBe(
      'own',
    );
    const sealed = new Story(ACCUSATION).case;
    expect(maySee(ou, sealed)).toBe('all');
    expect(maySee(laohe, sealed)).toBe('state');
  });

  it('keeps an inspector of another township out', () => {
    const other = official('wxid_o2', '外镇纪检', { role: 'inspector', place: '别的镇' });
    expect(maySee(other, c)).toBe('state');
    expect(maySee(other, new Story(ACCUSATION).case)).toBe('none');
  });
});
