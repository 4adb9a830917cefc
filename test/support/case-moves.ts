import fc from 'fast-check';
import { DECLINE_REASONS, type Action } from '../../src/cases/action.js';
import { HOUR } from '../../src/cases/calendar.js';
import type { Actor, ChatRef } from '../../src/cases/case.js';
import { CATEGORIES, RATINGS, URGENCIES } from '../../src/cases/words.js';
import {
  VILLAGE_CHAT, WORK_CHAT, admin, handler, laohe, li, ou, peng, power, roads, stranger, system, tansaozi, tian, volunteer,
  zhou,
} from './case-world.js'; // prettier-ignore

/** Anybody does anything from anywhere: moves for model tests of a case. */

const ACTORS = [laohe, tansaozi, stranger, zhou, peng, tian, li, power, roads, ou, admin, volunteer, system];
const SECRET = '我的电话13812345678身份证11010519491231002X@所有人';

const actor = fc.constantFrom(...ACTORS);
const chat: fc.Arbitrary<ChatRef> = fc.constantFrom(VILLAGE_CHAT, VILLAGE_CHAT, WORK_CHAT, {
  id: 'wxid_zhou',
  room: false,
});
const words = fc.constantFrom('', '换了灯泡。', SECRET, '\u202e坏了\n\u200b');
const giveTo = fc.constantFrom(power, roads, li, zhou, volunteer, ou).map(handler);
const messageId = fc.constantFrom('p1', 'p2', 'p3');

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: 'accept' }, { type: 'lift' }, { type: 'publish' }, { type: 'void' }, { type: 'withdraw' }, { type: 'join' },
    { type: 'close' }, { type: 'undo' }, { type: 'undo' }, { type: 'merge', into: 'x#3', intoNumber: 3 },
  ), // prettier-ignore
  fc.record({ type: fc.constant('assign' as const), to: giveTo, dueBy: fc.option(fc.integer({ min: 1, max: 2_000 }).map((h) => Date.parse('2026-05-02') + h * HOUR)) }), // prettier-ignore
  fc.record({ type: fc.constant('transfer' as const), to: giveTo }),
  fc.record({ type: fc.constant('return' as const), to: giveTo }),
  fc.record({ type: fc.constant('hand_back' as const), reason: words }),
  fc.record({ type: fc.constant('progress' as const), note: words }),
  fc.record({ type: fc.constant('resolve' as const), done: words }),
  fc.record({ type: fc.constant('resolve' as const), done: words }),
  fc.record({ type: fc.constant('extend' as const), days: fc.integer({ min: 0, max: 31 }), reason: words }),
  fc.record({ type: fc.constant('ask' as const), question: words, until: fc.constant(null) }),
  fc.record({
    type: fc.constant('decline' as const),
    reason: fc.constantFrom(...DECLINE_REASONS),
    note: words,
  }),
  fc.record({ type: fc.constant('supervise' as const), note: words, until: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ type: fc.constant('lift' as const), note: words }),
  fc.record({ type: fc.constant('recategorise' as const), category: fc.constantFrom(...CATEGORIES) }),
  fc.record({ type: fc.constant('rate' as const), rating: fc.constantFrom(...RATINGS), reason: words }),
  fc.record({ type: fc.constant('rate' as const), rating: fc.constantFrom(...RATINGS), reason: words }),
  fc.record({ type: fc.constant('co_assign' as const), to: giveTo, part: words }),
  fc.record({ type: fc.constant('co_done' as const), part: fc.integer({ min: 0, max: 2 }), done: words }),
  fc.constantFrom<Action>(
    { type: 'return_idle', to: null }, { type: 'return_idle', to: { name: '彭立新', contacts: ['wxid_peng'] } },
    { type: 'propose_decline', reason: 'court', note: SECRET },
    { type: 'decline', reason: 'court', note: '要打官司', consent: true },
    { type: 'release', from: 'x#5', people: [{ id: 'wxid_y', name: SECRET }], messages: ['p1'] },
  ), // prettier-ignore
  messageId.map((id) => ({ type: 'remove_material' as const, messageId: id })),
  messageId.map((id) => ({ type: 'add' as const, material: { messageId: id, type: 'image' as const, text: SECRET, by: { id: laohe.id, name: SECRET }, at: 0 } })), // prettier-ignore
  fc.constant<Action>({
    type: 'absorb',
    from: 'x#5',
    people: [{ id: 'wxid_y', name: SECRET }],
    materials: [],
  }),
);

export interface Move {
  action: Action;
  by: Actor;
  chat: ChatRef;
  minutes: number;
}
const move: fc.Arbitrary<Move> = fc.record({
  action,
  by: actor,
  chat,
  minutes: fc.integer({ min: 0, max: 3_000 }),
});
/** Half of the moves come from somebody who is likely allowed, so that histories grow long. */
const likely: fc.Arbitrary<Move> = fc.record({
  action,
  by: fc.constantFrom(zhou, li, power, laohe, ou),
  chat,
  minutes: fc.integer({ min: 0, max: 3 }),
});
/** 撤销 right after, by the same person: rare by chance alone. */
const regretted: fc.Arbitrary<Move[]> = likely.map((one) => [
  one,
  { ...one, action: { type: 'undo' }, minutes: 2 },
]);
const single = fc.oneof(move, likely, likely).map((one) => [one]);
export const moves = fc
  .array(fc.oneof(single, single, regretted), { maxLength: 30 })
  .map((turns) => turns.flat());

export const opening = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  urgency: fc.constantFrom(...URGENCIES),
  text: fc.constantFrom('中院子路灯不亮', SECRET, ''),
  petitioner: fc.constantFrom(
    { id: laohe.id, name: SECRET },
    { id: laohe.id, name: '所有人' },
    { id: '', name: SECRET },
  ),
  registrar: fc.constantFrom(null, null, { id: zhou.id, name: '周小满' }),
});
