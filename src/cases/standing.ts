import type { Actor, Case, Handler } from './case.js';
import { within } from './directory.js';
import { isInvolved } from './involved.js';
import type { Role } from './words.js';

/** Who somebody is to a case, by the ids and offices that the directory gave them; a name alone is nobody. */

/** Offices that carry the handling of every case of their area. */
const AREA_ROLES = [
  'village_head',
  'village_cadre',
  'grid_worker',
  'township_leader',
  'admin',
] as const satisfies Role[];
/** Offices above the village: put cases under watch. */
const LEADING_ROLES = ['township_leader', 'admin'] as const satisfies Role[];

/** The contacts that the case was given to, or the same office under a contact enrolled since. */
export function isHandler(actor: Actor, c: Case): boolean {
  return c.handler !== null && isHolder(actor, c.handler);
}

function isHolder(actor: Actor, handler: Handler): boolean {
  if (handler.contacts.includes(actor.id)) return true;
  const holds = actor.offices.some(
    (office) => office.role === handler.role && office.place === handler.place,
  );
  return holds && actor.officialName === handler.name;
}

/** Asked first by a rule of routing, and nobody has it yet. */
export function isAsked(actor: Actor, c: Case): boolean {
  return (
    c.asked !== null && c.handler === null && c.lead === null && !c.sealed && isHolder(actor, c.asked.who)
  );
}

/** Who received it first, and nobody was given it since. */
export function isLead(actor: Actor, c: Case): boolean {
  return c.lead !== null && c.handler === null && c.lead.contacts.includes(actor.id);
}

/** Had it until it went back for want of a word, and nobody has taken it since. */
export function hadIt(actor: Actor, c: Case): boolean {
  const { handler, state, returnedFrom = null } = c;
  return (
    handler === null && state === 'handed_back' && returnedFrom !== null && isHolder(actor, returnedFrom)
  );
}

/** Has a part of the case, done or not. */
export function isCoHandler(actor: Actor, c: Case): boolean {
  return !c.sealed && c.coHandlers.some((one) => isHolder(actor, one));
}

/** The first part of theirs that is not done: its place in `coHandlers`, -1 when there is none. */
export function openPartOf(actor: Actor, c: Case): number {
  return c.sealed ? -1 : c.coHandlers.findIndex((one) => one.doneAt === null && isHolder(actor, one));
}

/** An office over places that hold this case's; sealed cases lie below none. */
export function inArea(actor: Actor, c: Case): boolean {
  return !c.sealed && holds(actor, c, AREA_ROLES);
}

/** A leader or administrator above the case's village. */
export function leads(actor: Actor, c: Case): boolean {
  return !c.sealed && holds(actor, c, LEADING_ROLES);
}

/** Of the case's area; of a sealed one: the county's, and nobody whom it names or whose place it comes from. */
export function isInspector(actor: Actor, c: Case): boolean {
  if (!holds(actor, c, ['inspector'])) return false;
  return !c.sealed || !isInvolved({ name: actor.officialName ?? '', offices: actor.offices }, c);
}

/** Petitioner or co-petitioner: whose word the rating is. */
export function isConcerned(actor: Actor, c: Case): boolean {
  return isPetitioner(actor, c) || c.coPetitioners.some((one) => one.id === actor.id);
}

/** False when the case was registered for somebody whom the bot cannot reach. */
export function canReachPetitioner(c: Case): boolean {
  return c.petitioner.id !== '' && c.petitioner.id !== c.registrar?.id;
}

export function isPetitioner(actor: Actor, c: Case): boolean {
  return canReachPetitioner(c) && c.petitioner.id === actor.id;
}

export function isRegistrar(actor: Actor, c: Case): boolean {
  return c.registrar !== null && c.registrar.id === actor.id;
}

function holds(actor: Actor, c: Case, roles: readonly Role[]): boolean {
  return actor.offices.some((office) => roles.includes(office.role) && within(c.place, office.place));
}
