import type { Decision } from '../cases/message.js';
import { closeness, closest, overlap, subject } from './context/closeness.js';
import { ignored } from './context/decisions.js';
import { FOLLOW, LATER_MS, LATER_OVERLAP, OWN_INCIDENT, SAME_INCIDENT } from './context/limits.js';
import { enrich, type Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { fragmentsBefore, rememberFragment } from './context/speakers.js';
import { nickname } from './context/names.js';
import { utter, type Utterance } from './context/utterance.js';
import { feedbackOn } from './feedback.js';
import { confirmMatter, startMatter } from './opening.js';
import type { Scorer } from './scorer.js';
import type { Signals } from './signals.js';
import { commandLook, raisedOutright } from './text/commands.js';
import { NEVER_IN_PUBLIC, OPEN, OPEN_EMERGENCY, OPEN_SEALED, SUGGEST, SUGGEST_SEALED } from './thresholds.js';

/** Decides on a line of somebody who holds no office here. */
export function readVillager(room: RoomState, u: Utterance, scorer: Scorer): Decision {
  const command = commandOf(room, u);
  if (command) return command;
  const whole = withFragments(room, u, scorer);
  const decision =
    (clear(whole) ? null : feedbackOn(room, u)) ?? follows(room, u, whole) ?? begins(room, whole);
  if (decision) return decision;
  const { id, at, text, who } = u.message;
  rememberFragment(room.speakers.of(who), { id, at, text, strength: strength(u) });
  room.missed.remember(u);
  return ignored('chatter', null, whole.reading);
}

/** A line that looks like a command counts as the intent behind it; an official's command from a villager is talk. */
function commandOf(room: RoomState, u: Utterance): Decision | null {
  const look = commandLook(u.clean.text);
  if (look === null) return null;
  if (look === 'official') return ignored('chatter', null, null);
  const own = (m: Matter): number => (m.opener === u.message.who ? 1 : 0) + (m.answered ? 0.5 : 0);
  const link = closest(room.matters.recent(), (m) => closeness(u, m) + own(m));
  const matter = link && link.score > 0 ? link.matter : null;
  if (matter) room.touch(matter, u.message.who, u.message.at);
  if (look === 'rating') return ignored(matter ? 'feedback' : 'chatter', matter, null);
  return ignored(matter || /\d/.test(u.clean.text) ? 'followup' : 'chatter', matter, null);
}

/**
 * The line together with what the same person wrote just before, when that makes it clearer than any of the lines
 * is by itself: all of them in a row, or one of them alone (others may stand in between).
 */
function withFragments(room: RoomState, u: Utterance, scorer: Scorer): Utterance {
  if (clear(u)) return u;
  const before = fragmentsBefore(room.speakers.of(u.message.who), u.message.at);
  let best = u;
  for (const part of [...before.map((_, i) => before.slice(i)), ...before.slice(0, -1).map((one) => [one])]) {
    const text = [...part.map((f) => f.text), u.message.text].join(' ');
    const joined = utter({ ...u.message, text }, u.index, scorer);
    const alone = Math.max(strength(best), ...part.map((f) => f.strength));
    if (strength(joined) > alone + CLEARER) best = joined;
  }
  return best;
}

/** By this much, at least: every word added moves the odds a little. */
const CLEARER = 0.04;

const strength = (u: Utterance): number => Math.max(u.reading.matter, u.reading.accusation);

/** Would open a case if the room held no other matter. */
function clear(u: Utterance): boolean {
  const { matter, accusation, urgency } = u.reading;
  return (
    accusation >= OPEN_SEALED ||
    matter >= (urgency === 'emergency' ? OPEN_EMERGENCY : OPEN) ||
    raisedOutright(u.clean.text)
  );
}

/** More about a matter that the room knows: from its petitioner, a neighbour, somebody who saw it too. */
function follows(room: RoomState, u: Utterance, whole: Utterance): Decision | null {
  const talk = talkOf(u);
  const urges = u.signals.has('urge');
  const urging = (m: Matter): number => (urges && subject(u, m) > 0.3 ? 1 : 0);
  const link = closest(room.matters.recent(), (m) => closeness(u, m) + talk + urging(m));
  if (!link) return null;
  const { matter, score } = link;
  if (score < needed(whole, matter)) return null;
  if (clear(whole) && !sameIncident(whole, matter)) return null;
  if (lapsed(u, matter)) return null;
  if (whole.reading.accusation >= SUGGEST_SEALED && !matter.sealed) return null;
  enrich(matter, u.message.who, nickname(u.message.name), u.topic);
  room.touch(matter, u.message.who, u.message.at);
  const sure = matter.opener === u.message.who || overlap(whole.topic, matter) > 0;
  if (!matter.open && !matter.sealed && clear(whole) && sure) return confirmMatter(matter, whole);
  return ignored('followup', matter, u.reading);
}

/** Talk has moved on since, and the line shares nothing with the matter. */
function lapsed(u: Utterance, matter: Matter): boolean {
  if (u.clean.quote || u.message.at - matter.lastAt <= LATER_MS) return false;
  return overlap(u.topic, matter) < LATER_OVERLAP;
}

/** A line that could open a case of its own must be closer than one that could not. */
function needed(u: Utterance, matter: Matter): number {
  if (!clear(u) || alarmed(u, matter)) return FOLLOW;
  const own = matter.opener === u.message.who && matter.category === u.reading.category;
  return own ? OWN_INCIDENT : SAME_INCIDENT;
}

/** What in the line itself says that it goes on with something, or that it does not. */
function talkOf(u: Utterance): number {
  const s = u.signals;
  const more = (u.meToo ? 1.2 : 0) + (s.has('agree') ? 0.4 : 0);
  const troubled = s.has('harm') || s.has('complaint') || s.has('lasting') ? 0.3 : 0;
  return more + troubled - elsewhereBound(s) - idle(u);
}

/** Adverts, neighbours' errands, notices, news from away, old stories, dreams. */
function elsewhereBound(s: Signals): number {
  const posted =
    Math.min(3, s.count('advert')) * 1.3 +
    Math.min(2, s.count('notice')) * 0.8 +
    (s.has('neighbour') ? 1.2 : 0);
  const away = s.has('elsewhere') || s.has('faraway') ? 0.8 : 0;
  const unreal = (s.has('past') || s.has('hypothetical') ? 0.5 : 0) + (s.has('wishful') ? 1 : 0);
  return posted + away + unreal + (s.has('private') ? 0.4 : 0);
}

/** Jokes, greetings, weather, a mere sign. */
function idle(u: Utterance): number {
  const s = u.signals;
  const weather = s.has('weather') && !u.reading.found ? 0.5 : 0;
  return (
    (s.has('joke') ? 0.8 : 0) + (s.has('greeting') ? 0.8 : 0) + weather + (u.clean.text.length < 2 ? 1.5 : 0)
  );
}

/**
 * A line that would open a case joins a matter only when it speaks of the same thing: of the same category and
 * sharing a thing or word with it, at once or within days; or following it at once with nothing else named.
 */
function sameIncident(u: Utterance, matter: Matter): boolean {
  if (u.reading.urgency === 'emergency' && matter.urgency !== 'emergency') return false; // danger never hides in another matter
  const ms = u.message.at - matter.lastAt;
  const common = overlap(u.topic, matter);
  const alike = u.reading.category === matter.category;
  const asks = u.reading.kind === 'consultation' || u.reading.kind === 'suggestion'; // about the same thing, yet new
  if (ms <= LATER_MS || !asks) {
    if (common >= 1.5 || (alike && common >= 0.7)) return true;
  }
  if (alarmed(u, matter)) return true;
  if (u.meToo && ms <= LATER_MS) return true;
  if (matter.opener === u.message.who && ms <= ALARM_MS && !ANOTHER.test(u.clean.text)) return true;
  if (ms > SOON_MS || ANOTHER.test(u.clean.text)) return false;
  const apart = u.reading.category === 'utility' && u.topic.things.size > 0 && matter.things.size > 0;
  return alike && !apart; // water and power fail together, yet are two matters
}

/** While it burns, all talk is of the fire. */
function alarmed(u: Utterance, matter: Matter): boolean {
  return matter.urgency === 'emergency' && u.message.at - matter.lastAt <= ALARM_MS;
}

const ALARM_MS = 10 * 60_000;
const SOON_MS = 4 * 60_000;
/** Says outright that another matter begins. */
const ANOTHER = /另外|还有一个|还有个|还有件|再一个|再就是|顺便|对了|第二/;

/** Opens or suggests, or null. */
function begins(room: RoomState, u: Utterance): Decision | null {
  const { reading } = u;
  if (reading.accusation >= SUGGEST_SEALED) {
    return startMatter(room, u, reading.accusation >= OPEN_SEALED ? 'open' : 'suggest', true);
  }
  if (reading.matter < SUGGEST && !raisedOutright(u.clean.text)) return null;
  if (reading.accusation >= NEVER_IN_PUBLIC) return startMatter(room, u, 'suggest', true);
  return startMatter(room, u, clear(u) ? 'open' : 'suggest', false);
}
