import type { Decision } from '../cases/message.js';
import { nameIn } from './context/closeness.js';
import { round } from './context/decisions.js';
import { REVEALED } from './context/limits.js';
import type { MissedLine } from './context/missed.js';
import type { RoomState } from './context/room-state.js';
import { plainName, type Utterance } from './context/utterance.js';
import { matterOf } from './opening.js';
import { shared } from './text/features.js';
import { NEVER_IN_PUBLIC } from './thresholds.js';

const MINUTE = 60_000;

/** The line let pass that an official's words most likely answer, if any is likely enough. */
export function revealed(room: RoomState, u: Utterance): { line: MissedLine; score: number } | null {
  let best: { line: MissedLine; score: number } | null = null;
  for (const line of room.missed.recent(u.message.at)) {
    const score = answered(room, u, line);
    if (score >= REVEALED && (!best || score > best.score)) best = { line, score };
  }
  return best && best.line.reading.accusation < NEVER_IN_PUBLIC ? best : null;
}

/** An official answers a line that was let pass: that line was a matter. Opens it with the answer. */
export function revealedBy(room: RoomState, u: Utterance, line: MissedLine): Decision {
  const matter = matterOf(line, room.index, true, false);
  matter.answered = true;
  matter.resolved = u.signals.has('done');
  room.matters.add(matter);
  matter.people.set(u.message.who, plainName(u.message.name));
  room.missed.forget(line.id);
  room.touch(matter, u.message.who, u.message.at);
  const category = line.reading.found || !u.reading.found ? line.reading.category : u.reading.category;
  matter.category = category;
  const { urgency } = line.reading;
  return {
    action: 'open',
    intent: 'answer',
    category,
    urgency,
    sealed: false,
    matter: line.id,
    confidence: round(0.85),
    ask: true,
  };
}

function answered(room: RoomState, u: Utterance, line: MissedLine): number {
  const named = u.clean.mentions.includes(line.name) ? 1.6 : nameIn(u.clean.text, line.name) ? 1 : 0;
  const pairs = Math.min(1.2, shared(u.topic.pairs, line.topic.pairs) * 0.5);
  const things = Math.min(0.8, shared(u.topic.things, line.topic.things) * 0.5);
  const quote = u.clean.quote && line.text !== '' && u.clean.quote.text.includes(line.text) ? 3 : 0;
  const likely =
    Math.min(1.2, line.reading.matter * 3) + (line.question ? 0.3 : 0) + (line.reading.found ? 0.3 : 0);
  return (
    named +
    pairs +
    things +
    quote +
    likely +
    soon(room, u, line) +
    Math.min(0.6, u.signals.count('commit') * 0.3)
  );
}

/** Answers mostly follow the question at once; later they name whom they mean. */
function soon(room: RoomState, u: Utterance, line: MissedLine): number {
  const minutes = (u.message.at - line.at) / MINUTE;
  const near = minutes <= 10 ? 0.6 : minutes <= 40 ? 0.3 : 0;
  const next = room.index - line.index;
  return near + (next <= 1 ? 0.5 : next <= 3 ? 0.2 : -0.3);
}
