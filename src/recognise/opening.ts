import type { Decision } from '../cases/message.js';
import { round } from './context/decisions.js';
import type { Matter } from './context/matter.js';
import type { RoomState } from './context/room-state.js';
import { plainName, type Utterance } from './context/utterance.js';

/** A matter begun by what `u` says, as the room will remember it. */
export function newMatter(u: Utterance, index: number, open: boolean, sealed: boolean): Matter {
  const { message, topic, reading } = u;
  return {
    id: message.id,
    opener: message.who,
    openerName: plainName(message.name),
    openedAt: message.at,
    lastAt: message.at,
    lastIndex: index,
    text: u.clean.text.slice(0, 300),
    category: reading.category,
    sealed,
    open,
    answered: false,
    resolved: false,
    closed: false,
    people: new Map([[message.who, plainName(message.name)]]),
    things: new Set(topic.things),
    pairs: new Set(topic.pairs),
    numbered: new Set(topic.numbered),
    named: new Set(topic.named),
  };
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
    category: reading.category,
    urgency: sealed ? 'normal' : reading.urgency,
    sealed,
    matter: matter.id,
    confidence: round(sealed ? Math.max(reading.accusation, reading.matter * 0.5) : reading.matter),
    ask: !sealed,
  };
}
