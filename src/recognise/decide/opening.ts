import type { Decision } from '../../cases/message.js';
import type { Line } from '../room/line.js';
import { startMatter, type Matter } from '../room/matter.js';
import type { RoomState } from '../room/room-state.js';
import { round } from './decisions.js';
import type { Labels } from './weigh.js';

/** How a matter begins. */
export interface Start extends Labels {
  action: 'open' | 'suggest';
  sealed: boolean;
  confidence: number;
  ask: boolean;
}

/** Accusations mostly name no failing thing: they are about how the village is run. */
const SEALED_CATEGORY = 'village_affairs';

/** Opens or suggests a matter on this line. */
export function beginMatter(
  room: RoomState,
  line: Line,
  start: Start,
): { decision: Decision; matter: Matter } {
  const { id } = line.message;
  const category = start.sealed && start.category === 'other' ? SEALED_CATEGORY : start.category;
  const urgency = start.sealed ? 'normal' : start.urgency;
  const known = room.matters.get(id); // a message read again after a restart
  const matter =
    known ?? startMatter(line, { open: start.action === 'open', sealed: start.sealed, category, urgency });
  if (!known) room.matters.add(matter);
  const decision: Decision = {
    action: start.action,
    intent: start.sealed ? 'discipline' : start.kind,
    category,
    urgency,
    sealed: start.sealed,
    matter: id,
    confidence: round(start.confidence),
    ask: start.ask && !start.sealed,
  };
  return { decision, matter };
}

/** An official answers what was only suggested, or let pass: that makes it a case. */
export function openedByAnswer(matter: Matter, confidence: number): Decision {
  matter.open = true;
  const { id, category, urgency } = matter;
  return {
    action: 'open',
    intent: 'answer',
    category,
    urgency,
    sealed: false,
    matter: id,
    confidence: round(confidence),
    ask: false,
  };
}
