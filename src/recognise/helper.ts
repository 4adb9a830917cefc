import type { Decision } from '../cases/message.js';
import { closeness, closest, overlap } from './context/closeness.js';
import { ignored } from './context/decisions.js';
import { ANSWER, LATER_MS } from './context/limits.js';
import { enrich, type Matter } from './context/matter.js';
import { nickname } from './context/names.js';
import type { RoomState } from './context/room-state.js';
import type { Utterance } from './context/utterance.js';
import { answerWeight, noticeWeight } from './official.js';
import type { Scorer } from './scorer.js';
import { OPEN } from './thresholds.js';
import { readVillager } from './villager.js';

/** Village doctors and volunteers answer like officials and ask like villagers: what was just raised decides. */
export function readHelper(room: RoomState, u: Utterance, scorer: Scorer): Decision {
  if (noticeWeight(u) > 1.5) return ignored('notice', null, null);
  const matter = u.reading.matter < OPEN ? answeredMatter(room, u) : null;
  if (!matter) return readVillager(room, u, scorer);
  matter.answered = true;
  enrich(matter, u.message.who, nickname(u.message.name), u.topic);
  room.touch(matter, u.message.who, u.message.at);
  return ignored('answer', matter, null);
}

/** Somebody else's matter, of just now or with something in common. */
function answeredMatter(room: RoomState, u: Utterance): Matter | null {
  const weight = answerWeight(u);
  const others = room.matters.recent().filter((m) => m.opener !== u.message.who);
  const link = closest(others, (m) => closeness(u, m) + (m.answered ? 0 : 0.5));
  if (!link || weight < 0.3 || link.score + weight * 0.4 < ANSWER + 0.6) return null;
  const near = u.message.at - link.matter.lastAt <= LATER_MS || overlap(u.topic, link.matter) >= 0.7;
  return near ? link.matter : null;
}
