import type { Decision } from '../cases/message.js';
import { round } from './context/decisions.js';
import type { RoomState } from './context/room-state.js';
import { plainName, type Utterance } from './context/utterance.js';
import { newMatter } from './opening.js';
import { shared } from './text/features.js';
import { NEVER_IN_PUBLIC } from './thresholds.js';

/** How sure the answer must be of the line that it answers. */
const REVEALED = 2;
const FIVE_MINUTES = 5 * 60_000;

/** An official answers a line that was let pass: that line was a matter. Opens it with the answer. */
export function revealedBy(room: RoomState, u: Utterance): Decision | null {
  let best: { line: Utterance; score: number } | null = null;
  for (const line of room.missed.recent(u.message.at)) {
    const score = answered(u, line);
    if (score >= REVEALED && (!best || score >= best.score)) best = { line, score };
  }
  if (!best || best.line.reading.accusation >= NEVER_IN_PUBLIC) return null;
  const { line } = best;
  const matter = newMatter(line, room.index, true, false);
  matter.answered = true;
  room.matters.add(matter);
  matter.people.set(u.message.who, plainName(u.message.name));
  room.missed.forget(line.message.id);
  room.touch(matter, u.message.who, u.message.at);
  const { category, urgency } = line.reading;
  return {
    action: 'open',
    intent: 'answer',
    category,
    urgency,
    sealed: false,
    matter: matter.id,
    confidence: round(0.85),
    ask: true,
  };
}

function answered(u: Utterance, line: Utterance): number {
  const name = plainName(line.message.name);
  const spoken = u.clean.mentions.includes(name) ? 1.4 : 0;
  const words =
    Math.min(1.2, shared(u.topic.pairs, line.topic.pairs) * 0.4) +
    Math.min(0.8, shared(u.topic.things, line.topic.things) * 0.5);
  const soon = u.message.at - line.message.at <= FIVE_MINUTES ? 0.4 : 0;
  const quote =
    u.clean.quote && line.clean.text !== '' && u.clean.quote.text.includes(line.clean.text) ? 2 : 0;
  return (
    spoken +
    words +
    soon +
    quote +
    (line.signals.has('question') ? 0.3 : 0) +
    Math.min(0.8, line.reading.matter * 2.5)
  );
}
