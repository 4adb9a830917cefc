import type { Action, ActionType } from './action.js';
import { SYSTEM_ACTOR, type Actor, type Case } from './case.js';
import type { Refusal } from './outcome.js';
import {
  canReachPetitioner, hadIt, inArea, isAsked, isCoHandler, isConcerned, isHandler, isInspector, isLead, isPetitioner, isRegistrar, leads,
  openPartOf,
} from './standing.js'; // prettier-ignore
import type { Role } from './words.js';

/**
 * Rights come from offices, never from names. What a villager may do comes from their part in the case; what an
 * official may do from the place of the office, from being the handler, or from being an inspector.
 */

/** Volunteers and doctors do what they were asked to, and no more. */
const HELPING_ROLES = ['volunteer', 'doctor'] as const satisfies Role[];

const HANDLER_ACTIONS: readonly ActionType[] = [
  'accept',
  'progress',
  'resolve',
  'hand_back',
  'transfer',
  'extend',
  'ask',
  'co_assign',
];
/** Who lost a case by time may still say what they did. */
const LATE_ACTIONS: readonly ActionType[] = ['accept', 'progress', 'resolve'];
const HELPER_ACTIONS: readonly ActionType[] = ['progress', 'resolve', 'hand_back'];

/** Steps that time or the directory take. */
const SYSTEM_ALONE: readonly ActionType[] = ['close', 'card', 'return', 'go_on'];

/** How much of a case somebody may be shown. `own`: their own words and how it stands; `state`: the state alone. */
export type Sight = 'all' | 'own' | 'state' | 'none';

/** Null when the action is allowed, else the line to answer; it holds nothing but the number that was typed. */
export function may(actor: Actor, action: Action, c: Case): Refusal | null {
  if (c.sealed) return maySealed(actor, action, c);
  if (actor.id === SYSTEM_ACTOR.id) return null;
  const right = RIGHTS[action.type];
  return right(actor, c, action) ? null : refusalFor(actor, action, c);
}

export function maySee(actor: Actor, c: Case): Sight {
  if (c.sealed) return isInspector(actor, c) ? 'all' : isPetitioner(actor, c) ? 'state' : 'none';
  if (inArea(actor, c) || isInspector(actor, c) || isHandler(actor, c)) return 'all';
  if (isAsked(actor, c) || isLead(actor, c) || isCoHandler(actor, c) || hadIt(actor, c)) return 'all';
  return isConcerned(actor, c) || isRegistrar(actor, c) ? 'own' : 'state';
}

type Right = (actor: Actor, c: Case, action: Action) => boolean;

const byArea: Right = (actor, c) => inArea(actor, c);
const byHandling: Right = (actor, c, action) => inArea(actor, c) || handles(actor, c, action.type);
const byAnybody: Right = () => true;
const bySystem: Right = () => false;

const RIGHTS = {
  accept: byHandling,
  assign: byArea,
  transfer: byHandling,
  // Only who has it can say that it is not theirs.
  hand_back: (actor, c, action) => handles(actor, c, action.type),
  // Who has a part tells of it.
  progress: (actor, c, action) => byHandling(actor, c, action) || isCoHandler(actor, c),
  resolve: byHandling,
  extend: byHandling,
  ask: byHandling,
  go_on: bySystem,
  decline: byArea,
  merge: byArea,
  absorb: byArea,
  release: byArea,
  co_assign: mayShare,
  co_done: (actor, c, action) =>
    action.type === 'co_done' && action.part >= 0 && openPartOf(actor, c) === action.part,
  return_idle: bySystem,
  propose_decline: byArea,
  void: byArea,
  recategorise: byArea,
  publish: byArea,
  supervise: (actor, c) => isInspector(actor, c) || leads(actor, c),
  lift: mayLift,
  rate: (actor, c, action) => isConcerned(actor, c) || relaysComplaint(actor, c, action),
  withdraw: (actor, c) => isPetitioner(actor, c) || isRegistrar(actor, c),
  // That the speaker is of the village is known by the chat, before any action is made.
  join: byAnybody,
  add: byAnybody,
  remove_material: (actor, c, action) => isAuthorOf(actor, c, action),
  close: bySystem,
  card: bySystem,
  return: bySystem,
  // What is done to sealed cases alone.
  view: bySystem,
  export: bySystem,
  unseal: bySystem,
  seal: (actor, c) => isInspector(actor, c) || leads(actor, c),
  // Whose the last event is stands in the history: apply compares.
  undo: byAnybody,
} as const satisfies Record<ActionType, Right>;

/** An accusation is handled by inspectors alone; its petitioner may rate, add to and withdraw it. To others it is no case. */
function maySealed(actor: Actor, action: Action, c: Case): Refusal | null {
  // A merge shows one case's people to the other's officials.
  const never: ActionType[] = [
    'publish', 'merge', 'absorb', 'release', 'join', 'seal', 'co_assign', 'co_done', 'return_idle', 'propose_decline',
  ]; // prettier-ignore
  const own: ActionType[] = ['rate', 'add', 'withdraw', 'remove_material', 'undo'];
  const inspector = isInspector(actor, c);
  const petitioner = isPetitioner(actor, c);
  if (never.includes(action.type))
    return inspector ? { key: 'refuse_sealed', values: { case: c.id } } : unknown(c);
  if (SYSTEM_ALONE.includes(action.type)) return actor.id === SYSTEM_ACTOR.id ? null : unknown(c);
  if (action.type === 'remove_material' && !isAuthorOf(actor, c, action)) return unknown(c);
  if (petitioner && own.includes(action.type)) return null;
  if (!inspector) return unknown(c);
  const own_word = action.type === 'rate' || action.type === 'withdraw';
  return own_word ? { key: 'refuse_petitioner_only', values: { case: c.id } } : null;
}

/** The same words as for a number that never was. */
function unknown(c: Case): Refusal {
  return { key: 'refuse_no_case', values: { number: c.id } };
}

function refusalFor(actor: Actor, action: Action, c: Case): Refusal {
  const values = { case: `#${c.number ?? ''}` };
  if (action.type === 'co_assign' && inArea(actor, c)) return { key: 'refuse_share', values };
  switch (action.type) {
    case 'rate':
    case 'withdraw':
      return { key: 'refuse_petitioner_only', values };
    case 'supervise':
    case 'lift':
      return { key: 'refuse_supervise', values };
    case 'seal':
      return { key: 'refuse_seal_rights', values };
    case 'hand_back':
      return { key: handBackRefusal(actor, c), values };
    case 'co_done':
      return { key: 'refuse_no_part', values };
    default:
      return { key: actor.offices.length > 0 ? 'refuse_not_yours' : 'refuse_officials_only', values };
  }
}

/** For somebody without a phone the registrar may pass on that it is not done; praise from an official counts for nothing. */
function relaysComplaint(actor: Actor, c: Case, action: Action): boolean {
  const complains = action.type === 'rate' && action.rating === 'unsatisfied';
  return complains && isRegistrar(actor, c) && !canReachPetitioner(c);
}

/** Inspectors lift any watch; a leader only the one that they set themselves. */
export function mayLift(actor: Actor, c: Case): boolean {
  if (isInspector(actor, c)) return true;
  return leads(actor, c) && (c.supervised === null || c.supervised.by === (actor.officialName ?? actor.name));
}

/** 协办 is for who answers for the case: its handler or lead, a leader; any cadre while nobody has it. */
function mayShare(actor: Actor, c: Case): boolean {
  const free = c.handler === null && c.lead === null;
  return handles(actor, c, 'co_assign') || leads(actor, c) || (free && inArea(actor, c));
}

function isAuthorOf(actor: Actor, c: Case, action: Action): boolean {
  if (action.type !== 'remove_material') return false;
  return c.materials.some((one) => one.messageId === action.messageId && one.by.id === actor.id);
}

function handles(actor: Actor, c: Case, action: ActionType): boolean {
  if (isLead(actor, c)) return action !== 'hand_back' && HANDLER_ACTIONS.includes(action);
  if (hadIt(actor, c)) return LATE_ACTIONS.includes(action);
  const has = isAsked(actor, c) ? c.asked?.who : isHandler(actor, c) ? c.handler : null;
  if (!has) return false;
  const helper = (HELPING_ROLES as readonly Role[]).includes(has.role);
  return (helper ? HELPER_ACTIONS : HANDLER_ACTIONS).includes(action);
}

function handBackRefusal(actor: Actor, c: Case): string {
  if (!inArea(actor, c)) return 'refuse_not_yours';
  return c.handler === null ? 'refuse_not_assigned' : 'refuse_handler_only';
}
