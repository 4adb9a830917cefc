import { dist } from '../lib/dist.mjs';

/** Stand-ins in a template for what differs from case to case; numbers, so that they also stand for numbers in JSON. */
export const NUMBER = '7777777';
export const ROOM = '8888888';
export const PLACE = '镇某/村某';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;

/**
 * Cases with their histories, made by the product's own domain: one closed (raised, accepted, assigned, one note on the
 * way, resolved, rated), one still open (raised, accepted, assigned).
 */
export async function makeHistories() {
  const { openCase } = await dist('cases/open.js');
  const { apply } = await dist('cases/apply.js');
  const run = (text, openedAt, due, steps) => {
    const context = contextAt(openedAt);
    const { case: opened, events } = openCase(openingOf(text), { ...context(0, PETITIONER), ...NAMES, due });
    return steps.reduce(
      (so, [hours, by, action], i) => {
        const outcome = apply(so.case, action, { ...context(i + 1, by, hours), history: [] });
        if (!outcome.ok) throw new Error(`${action.type} refused: ${outcome.refusal.key}`);
        return { case: outcome.case, events: [...so.events, ...outcome.events] };
      },
      { case: opened, events },
    );
  };
  return {
    closed: (text, at) => run(text, at, { answerBy: at + DAY, resolveBy: at + 7 * DAY }, CLOSED),
    open: (text, at) =>
      run(text, at, { answerBy: at + 20 * DAY, resolveBy: at + 40 * DAY }, CLOSED.slice(0, 2)),
  };
}

const PETITIONER = { id: `wxid_v_${ROOM}_3`, name: '梨树下的老贺', offices: [] };
const CADRE = {
  id: `wxid_cadre_${ROOM}`,
  name: '周支书',
  officialName: `周支书${ROOM}`,
  offices: [{ role: 'village_cadre', place: PLACE }],
};
const HANDLER = { name: CADRE.officialName, role: 'village_cadre', place: PLACE, contacts: [CADRE.id] };
const CHAT = { id: `room${ROOM}@chatroom`, room: true };
const NAMES = { id: `${PLACE}#${NUMBER}`, place: PLACE, number: Number(NUMBER) };

/** Hours after the petition, who, and what. */
const CLOSED = [
  [1, CADRE, { type: 'accept' }],
  [2, CADRE, { type: 'assign', to: HANDLER, dueBy: null }],
  [26, CADRE, { type: 'progress', note: '师傅明天上午过来看' }],
  [50, CADRE, { type: 'resolve', done: '换了灯泡和控制器，晚上试过了' }],
  [52, PETITIONER, { type: 'rate', rating: 'satisfied', reason: '' }],
];

const contextAt =
  (openedAt) =>
  (step, by, hours = 0) => ({
    by,
    now: openedAt + hours * HOUR,
    messageId: `msg_${ROOM}_${NUMBER}_${step}`,
    chat: CHAT,
    salt: '9f86d081884c7d659a2feaa0c55ad015',
    placeName: '某村',
  });

function openingOf(text) {
  const petitioner = { id: PETITIONER.id, name: PETITIONER.name };
  const recognised = { model: 'village-0123456789ab', confidence: 0.9731 };
  const judged = { kind: 'petition', category: 'utility', urgency: 'normal', sealed: false };
  return { ...judged, text, petitioner, registrar: null, materials: [], recognised };
}
