import type { Action } from './action.js';
import {
  WORDS_MAX, actorName, elsewhere, firstKeeper, firstLeader, holderOf, isDiscreet, reachableFirst, resolveDue, shownName, toPerson,
  type Scene,
} from './announce-voice.js'; // prettier-ignore
import { SYSTEM_ACTOR, type Case, type CoHandler, type Keeper } from './case.js';
import { phrase } from './mask.js';
import type { Notice } from './outcome.js';

/**
 * What several people in one case tell one another (协办, a second person's consent, an assignment that nobody took up):
 * privately, never in the villagers' group.
 */

/** 协办: who has the part now, with it; who gave it is told that it is done. */
export function coAssigned(scene: Scene, body: Extract<Action, { type: 'co_assign' }>): Notice[] {
  const { c, ctx } = scene;
  const values = { ...elsewhere(scene), part: partText(scene, body.part), due: resolveDue(scene) };
  const who = c.handler === null && c.lead === null ? ctx.by : holderOf(scene);
  const told = toPerson(scene, body.to, 'work_group', 'co_assigned_to_you', {
    ...values,
    who: shownName(who === ctx.by ? actorName(scene) : who.name),
  });
  const name = shownName(body.to.name);
  return [told, toSelf(scene, 'confirm_co_assign', { case: values.case, handler: name })];
}

/** 协办办结: to who answers for the whole. */
export function coDone(scene: Scene, body: Extract<Action, { type: 'co_done' }>): Notice[] {
  const values = { ...elsewhere(scene), who: actorName(scene), done: partText(scene, body.done) };
  const holder = holderOf(scene);
  const own = holder.contacts.includes(scene.ctx.by.id);
  const told = own ? [] : [toPerson(scene, holder, 'work_group', 'co_done_told', values)];
  return [...told, toSelf(scene, 'confirm_co_done', { case: values.case })];
}

/** Parts that nobody has reported, named once to who resolves the whole. */
export function openParts(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  const open = c.coHandlers.filter((one) => one.doneAt === null);
  if (open.length === 0 || ctx.by.id === SYSTEM_ACTOR.id) return [];
  const parts = open.map((one) => shownPart(scene, one)).join('、');
  return [toSelf(scene, 'open_parts', { case: elsewhere(scene).case, parts })];
}

/** An assignment that nobody took up: who had it, and who has to see to it now, one line each. */
export function returnedIdle(scene: Scene, before: Case, to: Keeper | null): Notice[] {
  const { handler } = before;
  if (handler === null) return [];
  const next = to ?? firstKeeper(scene.ctx);
  const values = { ...elsewhere(scene), who: shownName(handler.name) };
  return [
    toPerson(scene, handler, 'nobody', 'idle_taken', { matter: values.matter, next: shownName(next.name) }),
    toPerson(scene, next, 'work_group', 'idle_returned', { ...values, due: resolveDue(scene) }),
  ];
}

/** 不予受理 that waits: another official of the village is asked, else the leader, else the work group. */
export function proposedDecline(scene: Scene, note: string): Notice[] {
  const { ctx } = scene;
  const others = (ctx.staff?.keepers ?? []).filter((one) => !one.contacts.includes(ctx.by.id));
  const other = reachableFirst(others).find((one) => one.contacts.length > 0) ?? leaderBut(scene);
  const reason = partText(scene, note);
  const values = { ...elsewhere(scene), who: actorName(scene), reason };
  return [
    toPerson(scene, other, 'work_group', 'consent_wanted', values),
    other.contacts.length === 0
      ? toSelf(scene, 'confirm_propose_decline_open', { case: values.case })
      : toSelf(scene, 'confirm_propose_decline', { case: values.case, other: shownName(other.name) }),
  ];
}

function leaderBut(scene: Scene): Keeper {
  const leader = firstLeader(scene.ctx);
  return leader.contacts.includes(scene.ctx.by.id) ? { name: '', contacts: [] } : leader;
}

/** `：铺路`; nothing where the matter stays unsaid. */
function partText(scene: Scene, words: string): string {
  const text = isDiscreet(scene) ? '' : phrase(words, WORDS_MAX);
  return text === '' ? '' : `：${text}`;
}

function shownPart(scene: Scene, one: CoHandler): string {
  const part = isDiscreet(scene) ? '' : phrase(one.part, 20);
  return part === '' ? shownName(one.name) : `${shownName(one.name)}（${part}）`;
}

/** To who gave the command alone: the group need not watch. */
function toSelf(
  scene: Scene,
  key: Parameters<typeof toPerson>[3],
  values: Parameters<typeof toPerson>[4],
): Notice {
  const { by, chat } = scene.ctx;
  const otherwise = chat.id === scene.c.chat.id && chat.room ? 'nobody' : 'reply';
  return toPerson(scene, { name: by.name, contacts: [by.id] }, otherwise, key, values);
}
