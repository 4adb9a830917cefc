import type { Decision } from '../cases/message.js';
import { closeness, closest, overlap, spokenTo } from './context/closeness.js';
import { ignored } from './context/decisions.js';
import { FEEDBACK } from './context/limits.js';
import { enrich, type Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { nickname } from './context/names.js';
import type { Utterance } from './context/utterance.js';

/** Word of how it went is short; a long text that also thanks somebody is about something else. */
const LONGEST = 60;

/** 来了, 有了: in two words, of water, power or whatever was missed. */
const BACK = /^(?:又|都|总算)?(?:来|有|通|亮|热|好)了(?:$|[ ,.!])/;

/** Thanks for, or a complaint about, how a matter was handled; also the opener's own all-clear. null: neither. */
export function feedbackOn(room: RoomState, u: Utterance): Decision | null {
  const s = u.signals;
  if (u.clean.text.length > LONGEST || s.has('hypothetical') || s.count('advert') > 1) return null;
  const glad = s.has('thanks') || s.has('content') || s.has('praise') || BACK.test(u.clean.text);
  const cross = s.has('discontent');
  if (!glad && !cross && !s.has('calledOff')) return null;
  const link = closest(room.matters.recent(), (m) => closeness(u, m) + handled(u, m));
  if (!link || link.score < FEEDBACK) return null;
  const { matter } = link;
  if (!concerns(u, matter, glad || cross)) return null;
  enrich(matter, u.message.who, nickname(u.message.name), null);
  room.touch(matter, u.message.who, u.message.at);
  return ignored(matter.answered && (glad || cross) ? 'feedback' : 'followup', matter, u.reading);
}

/** Others' thanks count while the talk is on the matter, or when they name it; old stories never do. */
function concerns(u: Utterance, matter: Matter, judged: boolean): boolean {
  if (matter.people.has(u.message.who)) return true;
  if (!judged || u.signals.has('past')) return false;
  return u.message.at - matter.lastAt <= TALK_MS || overlap(u.topic, matter) > 0 || spokenTo(u, matter) > 0;
}

const TALK_MS = 10 * 60_000;

/** Feedback presupposes an answer, and mostly comes from who asked. */
function handled(u: Utterance, matter: Matter): number {
  const own = matter.people.has(u.message.who) ? 0.8 : -0.3;
  const answered = matter.answered ? 0.9 : u.signals.has('discontent') ? 0.3 : -0.6;
  const news = u.signals.has('content') || u.signals.has('discontent') ? 0.4 : 0;
  return answered + own + news + (matter.resolved ? 0.6 : 0);
}
