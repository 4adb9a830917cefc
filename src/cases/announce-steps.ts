import type { Action } from './action.js';
import { HOPS_MAX } from './apply-checks.js';
import {
  WORDS_MAX, actorName, elsewhere, firstKeeper, firstLeader, holderOf, inCaseChat, isDiscreet, isHushed, resolveDue,
  sameHandler, shownName, toPerson, toWorkGroup, type Scene,
} from './announce-voice.js'; // prettier-ignore
import type { Case, Keeper, PersonRef } from './case.js';
import { isHandler, canReachPetitioner } from './standing.js';
import { phrase } from './mask.js';
import { beforeAndAfter } from './pair.js';
import type { Notice } from './outcome.js';

/** 受理: said only where the group has not seen the official's own word, and not when much was said already. */
export function accepted(scene: Scene, before: Case): Notice[] {
  return unseenYet(scene, before)
    ? [inCaseChat(scene, 'accepted', { who: actorName(scene) }, 'accepted')]
    : [];
}

export function progressed(scene: Scene, before: Case, note: string): Notice[] {
  if (!unseenYet(scene, before)) return [];
  const words = isHushed(scene) ? '' : phrase(note, WORDS_MAX);
  if (words === '') return [inCaseChat(scene, 'progress_plain', {}, 'in_progress')];
  return [inCaseChat(scene, 'progress', { note: words }, 'in_progress')];
}

function unseenYet({ c, ctx }: Scene, before: Case): boolean {
  return ctx.chat.id !== c.chat.id && before.spoken < 2;
}

/** 交办 and 转办: the group, who has it now, and who had it before. */
export function handedOver(scene: Scene, before: Case): Notice[] {
  const { c, ctx } = scene;
  if (c.handler === null) return [];
  const values = { handler: shownName(c.handler.name), due: resolveDue(scene) };
  const told = { ...elsewhere(scene), due: values.due };
  const toNew = isHandler(ctx.by, c)
    ? []
    : [toPerson(scene, c.handler, 'work_group', 'assigned_to_you', told)];
  return [inCaseChat(scene, 'assigned', values, 'assigned'), ...toNew, ...relieved(scene, before)];
}

/** Who had the case and did not give it away themselves need not go on with it. */
export function relieved(scene: Scene, before: Case): Notice[] {
  const { handler } = before;
  const stays = sameHandler(handler, scene.c.handler) && !isOver(scene.c);
  if (handler === null || stays || isHandler(scene.ctx.by, before)) return [];
  return [toPerson(scene, handler, 'nobody', 'relieved', { matter: elsewhere(scene).matter })];
}

function isOver(c: Case): boolean {
  return c.closedAt !== null;
}

/** 退回: the village's cadre and the work group look for the next handler; the group need not watch. */
export function handedBack(scene: Scene, reason: string): Notice[] {
  const values = { ...elsewhere(scene), who: actorName(scene) };
  const words = phrase(reason, WORDS_MAX);
  const plain = isDiscreet(scene) || words === '';
  const next = toPass(scene);
  const leader = handedRound(scene);
  if (plain) {
    const told = next.map((one) => toPerson(scene, one, 'nobody', 'handed_back_plain', values));
    return [toWorkGroup(scene, 'handed_back_plain', values), ...told, ...leader];
  }
  const full = { ...values, reason: words };
  const told = next.map((one) => toPerson(scene, one, 'nobody', 'handed_back', full));
  return [toWorkGroup(scene, 'handed_back', full), ...told, ...leader];
}

/** After the last hop the leader has to say whose it is. */
function handedRound(scene: Scene): Notice[] {
  if (scene.c.hops < HOPS_MAX) return [];
  return [toPerson(scene, firstLeader(scene.ctx), 'work_group', 'handed_round', elsewhere(scene))];
}

/** Who looks for the next one: the village's cadre, and who received it first. */
function toPass({ c, ctx }: Scene): Keeper[] {
  const keeper = firstKeeper(ctx);
  const { lead } = c;
  const known = lead?.contacts.some((id) => id === ctx.by.id || keeper.contacts.includes(id)) ?? true;
  return lead === null || known ? [keeper] : [keeper, lead];
}

/** 办结 asks for the rating itself; nothing asks again. */
export function resolved(scene: Scene, done: string): Notice[] {
  const words = isHushed(scene) ? '' : phrase(done, WORDS_MAX);
  return [
    canReachPetitioner(scene.c) ? resolvedToPetitioner(scene, words) : resolvedToRegistrar(scene, words),
    ...beforeAndAfter(scene),
  ];
}

/** Merged into one that is done already: those who raised it hear what was done, and are asked like the others. */
export function resolvedBefore({ c, ctx }: Scene, raised: readonly PersonRef[]): Notice[] {
  const [petitioner, ...alsoRaised] = raised;
  if (c.state !== 'resolved' || petitioner === undefined) return [];
  return resolved({ c: { ...c, petitioner, alsoRaised, registrar: null }, ctx }, c.resolution);
}

function resolvedToPetitioner(scene: Scene, done: string): Notice {
  if (done === '') return inCaseChat(scene, 'resolved_plain', {}, 'resolved');
  return inCaseChat(scene, 'resolved', { done }, 'resolved');
}

/** An official is not asked to praise: only to pass it on, and to say so when it is not done. */
function resolvedToRegistrar(scene: Scene, done: string): Notice {
  const petitioner = shownName(scene.c.petitioner.name);
  if (done === '' || petitioner === '') return inCaseChat(scene, 'resolved_registered_plain', {}, 'resolved');
  return inCaseChat(scene, 'resolved_registered', { done, petitioner }, 'resolved');
}

/** 延期: quietly, to who waits for it. */
export function extended(scene: Scene, reason: string): Notice[] {
  const { c } = scene;
  if (!canReachPetitioner(c)) return [];
  const person = { name: c.petitioner.name, contacts: [c.petitioner.id] };
  const values = { case: elsewhere(scene).case, due: resolveDue(scene) };
  const words = isDiscreet(scene) ? '' : phrase(reason, WORDS_MAX);
  if (words === '') return [toPerson(scene, person, 'nobody', 'extended_plain', values)];
  return [toPerson(scene, person, 'nobody', 'extended', { ...values, reason: words })];
}

/** 改类 that moves a date which was told: whoever waits for it hears a later one, whoever has it any. */
export function regraded(scene: Scene, before: Case): Notice[] {
  const { c, ctx } = scene;
  const { handler, petitioner } = c;
  if (handler === null || c.resolveBy === before.resolveBy) return [];
  const { matter, case: name } = elsewhere(scene);
  const due = resolveDue(scene);
  const waits = { name: petitioner.name, contacts: [petitioner.id] };
  const later = c.resolveBy > before.resolveBy && canReachPetitioner(c);
  return [
    ...(later ? [toPerson(scene, waits, 'nobody', 'extended_plain', { case: name, due })] : []),
    ...(isHandler(ctx.by, c) ? [] : [toPerson(scene, handler, 'work_group', 'due_moved', { matter, due })]),
  ];
}

export function declined(scene: Scene, before: Case, body: Extract<Action, { type: 'decline' }>): Notice[] {
  const words = isHushed(scene) ? '' : phrase(body.note, WORDS_MAX);
  const note = words === '' ? '' : `${words}。`;
  return [inCaseChat(scene, `declined_${body.reason}`, { note }, 'declined'), ...relieved(scene, before)];
}

export function withdrawn(scene: Scene, before: Case): Notice[] {
  return [inCaseChat(scene, 'withdrawn', {}, 'withdrawn'), ...relieved(scene, before)];
}

/** 满意, 基本满意: one last line unless much was said already. */
export function rated(scene: Scene, before: Case): Notice[] {
  return before.spoken < 4 ? [inCaseChat(scene, 'closed', {}, 'closed')] : [];
}

/** 不满意: back to the handler, and the leader knows. */
export function reopened(scene: Scene, reason: string): Notice[] {
  const holder = holderOf(scene);
  const words = isDiscreet(scene) ? '' : phrase(reason, WORDS_MAX);
  const values = { ...elsewhere(scene), due: resolveDue(scene) };
  const key = words === '' ? 'reopened_told' : 'reopened_told_reason';
  const full = words === '' ? values : { ...values, reason: words };
  return [
    inCaseChat(scene, 'reopened', { who: shownName(holder.name) }, 'reopened'),
    toPerson(scene, holder, 'work_group', key, full),
    ...beside(scene, holder).map((one) => toPerson(scene, one, 'nobody', key, full)),
    toPerson(scene, firstLeader(scene.ctx), 'work_group', key, full),
  ];
}

/** The village's own cadre, where the case is with another of the village who received it first. */
function beside({ c, ctx }: Scene, holder: Keeper): Keeper[] {
  const keeper = firstKeeper(ctx);
  const same = keeper.contacts.some((id) => holder.contacts.includes(id));
  return c.handler !== null || same || keeper.contacts.length === 0 ? [] : [keeper];
}
