import type { Decision } from '../cases/message.js';
import { closeness, closest, spokenTo } from './context/closeness.js';
import { ignored, round } from './context/decisions.js';
import { ANSWER } from './context/limits.js';
import { enrich, type Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { plainName, type Utterance } from './context/utterance.js';
import { revealedBy } from './revealed.js';
import { commandLook } from './text/commands.js';

/** Decides on a line of an official: an answer, a notice, or talk. Officials' lines open nothing of their own. */
export function readOfficial(room: RoomState, u: Utterance): Decision {
  const look = commandLook(u.clean.text);
  const weight = answerWeight(u) + (look ? 2 : 0);
  const link = closest(room.matters.all(), (m) => closeness(u, m) + waiting(u, m));
  const fit = link ? link.score + Math.min(1.5, weight * 0.5) : -1;
  if (notice(u) > 1.5 && (!link || fit < 3.2)) return ignored('notice', null, null);
  if (link && weight >= 0.7 && fit >= ANSWER + 0.5) return answers(room, u, link.matter);
  if (link && spokenTo(u, link.matter) >= 1.5 && link.score >= ANSWER && !idle(u))
    return answers(room, u, link.matter);
  const missed = weight >= 0.7 ? revealedBy(room, u) : null;
  if (missed) return missed;
  if (look) return ignored('answer', null, null);
  return ignored(notice(u) > 0.9 ? 'notice' : 'chatter', null, null);
}

/** How much the line itself reads like an answer: taking on, time, done, rules explained, asking back, declining. */
export function answerWeight(u: Utterance): number {
  const s = u.signals;
  const acts = Math.min(2, s.count('commit')) * 0.9 + Math.min(2, s.count('done')) * 1.1;
  const says =
    Math.min(3, s.count('explain')) * 0.4 +
    (s.has('when') ? 0.5 : 0) +
    (s.has('askBack') ? 0.9 : 0) +
    (s.has('decline') ? 0.8 : 0);
  return acts + says - (s.has('greeting') && u.clean.text.length < 6 ? 1 : 0);
}

const idle = (u: Utterance): boolean =>
  u.clean.text.length < 2 || (u.signals.has('ack') && u.clean.text.length <= 3);

function notice(u: Utterance): number {
  const marked = /^【|^\[|^关于|^各位|^紧急/.test(u.clean.text) ? 1 : 0;
  const long = u.clean.text.length > 90 ? 0.6 : 0;
  return (
    marked + long + Math.min(3, u.signals.count('notice')) * 0.6 - (u.clean.mentions.length > 0 ? 1.2 : 0)
  );
}

/** Unanswered matters wait for exactly this. */
function waiting(u: Utterance, matter: Matter): number {
  const spoken = matter.people.has(u.message.who) ? 0.3 : 0;
  return spoken + (matter.answered ? 0 : 0.6);
}

function answers(room: RoomState, u: Utterance, matter: Matter): Decision {
  const opened = matter.open;
  matter.answered = true;
  if (u.signals.has('done')) matter.resolved = true;
  enrich(matter, u.message.who, plainName(u.message.name), u.topic);
  room.touch(matter, u.message.who, u.message.at);
  if (opened || matter.sealed) return ignored('answer', matter, null);
  matter.open = true; // only suggested until now: an official who answers it has decided that it is one
  return {
    action: 'open',
    intent: 'answer',
    category: matter.category,
    urgency: 'normal',
    sealed: false,
    matter: matter.id,
    confidence: round(0.9),
    ask: false,
  };
}
