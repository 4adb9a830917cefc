import type { Decision } from '../cases/message.js';
import { nextness, overlap, recency } from './context/closeness.js';
import { round } from './context/decisions.js';
import { REVEALED } from './context/limits.js';
import type { MissedLine } from './context/missed.js';
import type { RoomState } from './context/room-state.js';
import { calls, nickname } from './context/names.js';
import type { Utterance } from './context/utterance.js';
import { matterOf } from './opening.js';
import { NEVER_IN_PUBLIC, USUAL } from './thresholds.js';

/** The line let pass that an official's words most likely answer, if any is likely enough. */
export function revealed(room: RoomState, u: Utterance): { line: MissedLine; score: number } | null {
  let best: { line: MissedLine; score: number } | null = null;
  for (const line of room.missed.recent(u.message.at)) {
    const score = answered(u, line);
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
  matter.people.set(u.message.who, nickname(u.message.name));
  room.missed.forget(line.id);
  room.touch(matter, u.message.who, u.message.at);
  if (matter.category === 'other') matter.category = u.reading.category;
  const { category } = matter;
  const urgency = u.signals.has('rescue') ? 'emergency' : matter.urgency;
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

/** On the scale of closeness: when, to whom, of what; less what speaks against the line being a matter at all. */
function answered(u: Utterance, line: MissedLine): number {
  const when = recency(u.message.at - line.at) + nextness(u.index - line.index);
  const whom = u.clean.mentions.includes(line.name.full) ? 2 : calls(u.clean.text, line.name) ? 1.3 : 0;
  const quote = u.clean.quote && line.text !== '' && u.clean.quote.text.includes(line.text) ? 4 : 0;
  return when + whom + quote + overlap(u.topic, line.topic) + likely(line) + UNANSWERED - TALK;
}

/** What the line itself says: the log-odds above those of any line, damped; adverts and greetings count against it. */
function likely(line: MissedLine): number {
  const { matter, found } = line.reading;
  const odds = Math.log(matter / (1 - matter)) - Math.log(USUAL / (1 - USUAL));
  return Math.max(-1.5, Math.min(1.3, odds * 0.5)) + (line.question ? 0.3 : 0) + (found ? 0.2 : 0);
}

/** Nobody has answered it yet. */
const UNANSWERED = 0.6;
/** Most lines let pass are talk. */
const TALK = 1.1;
