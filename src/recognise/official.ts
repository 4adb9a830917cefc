import type { Decision } from '../cases/message.js';
import { closeness, closest, overlap, spokenTo } from './context/closeness.js';
import { ignored, round } from './context/decisions.js';
import { ANSWER, CONFIRMS } from './context/limits.js';
import { enrich, type Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { nickname } from './context/names.js';
import type { Utterance } from './context/utterance.js';
import { revealed, revealedBy } from './revealed.js';
import { commandLook } from './text/commands.js';

/** Decides on a line of an official: an answer, a notice, or talk. Officials' lines open nothing of their own. */
export function readOfficial(room: RoomState, u: Utterance): Decision {
  const command = commandLook(u.clean.text) !== null;
  if (!command && idle(u)) return ignored('chatter', null, null);
  const weight = answerWeight(u) + (command ? 2 : 0);
  const link = closest(
    room.matters.recent(),
    (m) => closeness(u, m) + waiting(u, m) + Math.min(1.2, weight * 0.4),
  );
  // What an official wants out of the group may be an accusation: it is never opened for all to see.
  const missed = weight >= SUBSTANCE && !u.signals.has('hush') ? revealed(room, u) : null;
  const fit = Math.max(link?.score ?? 0, missed?.score ?? 0);
  if (noticeWeight(u) > 1.5 && fit < NOTICE_ANSWERS) return ignored('notice', null, null);
  if (missed && missed.score + MISSED_FIRST > (link?.score ?? 0)) return revealedBy(room, u, missed.line);
  if (link && link.score >= (link.matter.open ? ANSWER : CONFIRMS) && stillOn(u, link.matter))
    return answers(room, u, link.matter);
  if (command) return ignored('answer', null, null);
  return ignored(noticeWeight(u) > 0.9 ? 'notice' : 'chatter', null, null);
}

/** Less than this is small talk: it reveals nothing. */
const SUBSTANCE = 0.9;
/** The score of a matter holds the answer's own weight, that of a missed line does not. */
const MISSED_FIRST = 0.6;

/** A notice that also answers must be very close to its matter: 偷鱼的抓到了 老贺来认一下. */
const NOTICE_ANSWERS = 3.6;

/**
 * How much the line itself reads like an answer: taking on, time, done, rules explained, asking back, declining.
 * Officials hardly chat in these groups, so the line starts with some credit.
 */
export function answerWeight(u: Utterance): number {
  const s = u.signals;
  const acts = Math.min(2, s.count('commit')) * 0.9 + Math.min(2, s.count('done')) * 1.1;
  const says = Math.min(3, s.count('explain')) * 0.4 + (s.has('when') ? 0.5 : 0);
  const turns = (s.has('askBack') ? 0.9 : 0) + (s.has('decline') ? 0.8 : 0);
  const chats =
    (s.has('greeting') ? 0.8 : 0) +
    (s.has('joke') ? 0.8 : 0) +
    (s.has('weather') ? 0.5 : 0) +
    (s.has('neighbour') ? 0.8 : 0);
  return 0.6 + acts + says + turns - chats;
}

const idle = (u: Utterance): boolean =>
  u.clean.text.length < 2 ||
  (u.signals.has('ack') && u.clean.text.length <= 4) ||
  /^(?:大家)?(?:早上?好|晚安|新年|恭喜|谢谢|辛苦)/.test(u.clean.text);

/** How much a line reads like an announcement to all. */
export function noticeWeight(u: Utterance): number {
  const marked = /^(?:【|\[|关于|各位|紧急|.{0,6}(?:提醒|提示|通知|预警|公告)[:,】])/.test(u.clean.text)
    ? 1.2
    : 0;
  const long = u.clean.text.length > 90 ? 0.6 : 0;
  return (
    marked + long + Math.min(3, u.signals.count('notice')) * 0.6 - (u.clean.mentions.length > 0 ? 1.2 : 0)
  );
}

/** Hours later an answer names its matter or whom it is for. */
function stillOn(u: Utterance, matter: Matter): boolean {
  if (u.message.at - matter.lastAt <= HOURS_MS || u.clean.quote) return true;
  return overlap(u.topic, matter) >= 0.7 || spokenTo(u, matter) > 0;
}

const HOURS_MS = 3 * 3_600_000;

/** Unanswered matters wait for exactly this; whoever answered once goes on answering. */
function waiting(u: Utterance, matter: Matter): number {
  const spoken = matter.people.has(u.message.who) ? 0.3 : 0;
  return spoken + (matter.answered ? 0 : 0.6) + (matter.sealed && spokenTo(u, matter) === 0 ? -0.4 : 0);
}

function answers(room: RoomState, u: Utterance, matter: Matter): Decision {
  const opened = matter.open;
  matter.answered = true;
  if (u.signals.has('done')) matter.resolved = true;
  enrich(matter, u.message.who, nickname(u.message.name), u.topic);
  room.touch(matter, u.message.who, u.message.at);
  if (opened || matter.sealed) return ignored('answer', matter, null);
  matter.open = true; // only suggested until now: an official who answers it has decided that it is one
  const { id, category } = matter;
  const urgency = u.signals.has('rescue') ? 'emergency' : matter.urgency;
  return {
    action: 'open',
    intent: 'answer',
    category,
    urgency,
    sealed: false,
    matter: id,
    confidence: round(0.9),
    ask: false,
  };
}
