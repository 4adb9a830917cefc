import type { Decision } from '../cases/message.js';
import { round } from './context/decisions.js';
import type { Matter } from './context/matter.js';
import type { MissedLine } from './context/missed.js';
import type { RoomState } from './context/room-state.js';
import { nickname } from './context/names.js';
import type { Utterance } from './context/utterance.js';

/** A line as a matter begins with it. */
type Beginning = Pick<MissedLine, 'id' | 'at' | 'who' | 'name' | 'text' | 'topic' | 'reading'>;

/** A matter begun by a line, as the room will remember it. `index`: position of the message that shows it. */
export function matterOf(line: Beginning, index: number, open: boolean, sealed: boolean): Matter {
  const { id, at, who, name, topic, reading } = line;
  return {
    id,
    opener: who,
    openedAt: at,
    lastAt: at,
    lastIndex: index,
    text: line.text.slice(0, 300),
    category: reading.category,
    urgency: reading.urgency,
    sealed,
    open,
    answered: false,
    resolved: false,
    closed: false,
    people: new Map([[who, name]]),
    things: new Set(topic.things),
    pairs: new Set(topic.pairs),
    numbered: new Set(topic.numbered),
    named: new Set(topic.named),
  };
}

export function newMatter(u: Utterance, index: number, open: boolean, sealed: boolean): Matter {
  const { id, at, who, name } = u.message;
  const { topic, reading } = u;
  return matterOf(
    { id, at, who, name: nickname(name), text: u.clean.text, topic, reading },
    index,
    open,
    sealed,
  );
}

/** Opens or suggests a matter on this line. */
export function startMatter(
  room: RoomState,
  u: Utterance,
  action: 'open' | 'suggest',
  sealed: boolean,
): Decision {
  const known = room.matters.get(u.message.id); // a message read again after a restart
  const matter = known ?? newMatter(u, room.index, action === 'open', sealed);
  if (!known) room.matters.add(matter);
  room.touch(matter, u.message.who, u.message.at);
  const { reading } = u;
  return {
    action,
    intent: sealed ? 'discipline' : reading.kind,
    // Accusations mostly name no failing thing: they are about how the village is run.
    category: sealed && reading.category === 'other' ? 'village_affairs' : reading.category,
    urgency: sealed ? 'normal' : reading.urgency,
    sealed,
    matter: matter.id,
    confidence: round(sealed ? Math.max(reading.accusation, reading.matter * 0.5) : reading.matter),
    ask: !sealed,
  };
}

/** A matter only suggested until now is clear after this line: opens it, in the name of the line that began it. */
export function confirmMatter(matter: Matter, u: Utterance): Decision {
  const { kind, category, urgency } = u.reading;
  matter.open = true;
  if (matter.category === 'other') matter.category = category;
  return {
    action: 'open',
    intent: kind,
    category: matter.category,
    urgency: urgency === 'normal' ? matter.urgency : urgency,
    sealed: false,
    matter: matter.id,
    confidence: round(u.reading.matter),
    ask: true,
  };
}
