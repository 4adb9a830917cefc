import type { Decision } from '../cases/message.js';
import { closeness, closest } from './context/closeness.js';
import { ignored } from './context/decisions.js';
import { ANSWER } from './context/limits.js';
import { enrich } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { nickname } from './context/names.js';
import type { Utterance } from './context/utterance.js';
import { answerWeight, noticeWeight } from './official.js';
import type { Scorer } from './scorer.js';
import { readVillager } from './villager.js';

/** Village doctors and volunteers answer like officials and ask like villagers: what was just raised decides. */
export function readHelper(room: RoomState, u: Utterance, scorer: Scorer): Decision {
  if (noticeWeight(u) > 1.5) return ignored('notice', null, null);
  const weight = answerWeight(u) + (u.signals.has('explain') ? 0.3 : 0);
  const link = closest(room.matters.recent(), (m) =>
    m.opener === u.message.who ? -1 : closeness(u, m) + (m.answered ? 0 : 0.5),
  );
  if (!link || link.score + weight * 0.4 < ANSWER + 0.6 || weight < 0.3) return readVillager(room, u, scorer);
  const { matter } = link;
  matter.answered = true;
  enrich(matter, u.message.who, nickname(u.message.name), u.topic);
  room.touch(matter, u.message.who, u.message.at);
  return ignored('answer', matter, null);
}
