import {
  answerDue, elsewhere, firstKeeper, inCaseChat, isDiscreet, promptDue, reachableFirst, shownName, toGiver, toPerson, toWorkGroup, withTitle,
  type Scene,
} from './announce-voice.js'; // prettier-ignore
import { announceSealedOpening } from './announce-sealed.js';
import type { Case, Keeper } from './case.js';
import { shortName } from './case-names.js';
import type { OpenContext } from './context.js';
import { atName } from './mask.js';
import type { Notice } from './outcome.js';
import { canReachPetitioner } from './standing.js';

/** The receipt, and who hears of a new case besides: nobody for a plain one raised in the group, where all see it. */
export function announceOpening(c: Case, ctx: OpenContext): Notice[] {
  const scene = { c, ctx };
  if (c.sealed) return announceSealedOpening(scene);
  if (c.urgency === 'emergency') return [emergencyReceipt(scene), ...alerts(scene), ...registered(scene)];
  return [
    { ...receipt(scene), priority: 'receipt' },
    ...unseen(scene),
    ...askedFirst(scene),
    ...registered(scene),
  ];
}

function receipt(scene: Scene): Notice {
  const { c, ctx } = scene;
  const who = shownName(firstKeeper(ctx).name);
  const values = { matter: ownMatter(scene), who, due: answerDue(scene) };
  // The name of somebody poor or ill is as much a secret as the matter.
  const named =
    c.registrar !== null && !canReachPetitioner(c) && !isDiscreet(scene) && c.petitioner.name !== '';
  if (!named) return inCaseChat(scene, 'receipt', values, 'received');
  return inCaseChat(
    scene,
    'receipt_registered',
    { ...values, petitioner: shownName(c.petitioner.name) },
    'received',
  );
}

function emergencyReceipt(scene: Scene): Notice {
  const matter = ownMatter(scene);
  const told = alerted(scene).filter((one) => one.contacts.length > 0);
  if (told.length === 0) return inCaseChat(scene, 'receipt_emergency_alone', { matter }, 'received');
  const { room } = scene.c.chat;
  const notified = room
    ? told.map((one) => atName(one.name)).join('')
    : told.map((one) => shownName(one.name)).join('、');
  const notice = inCaseChat(scene, 'receipt_emergency', { matter, notified }, 'received');
  const mentioned = room ? told.map((one) => ({ id: one.contacts[0] ?? '', name: one.name })) : [];
  return { ...notice, mention: [...notice.mention, ...mentioned] };
}

/** Everybody who has to run hears it on every way there is. */
function alerts(scene: Scene): Notice[] {
  const values = elsewhere(scene);
  const persons = alerted(scene).map((one) => toPerson(scene, one, 'nobody', 'emergency_alert', values));
  return [...persons, toWorkGroup(scene, 'emergency_alert', values)];
}

function alerted({ ctx }: Scene): Keeper[] {
  const all = [
    ...reachableFirst(ctx.staff?.keepers).slice(0, 2),
    ...reachableFirst(ctx.staff?.leaders).slice(0, 1),
  ];
  return all.filter((one, i) => all.findIndex((other) => other.name === one.name) === i);
}

/** What was raised in a private chat no cadre has seen. */
function unseen(scene: Scene): Notice[] {
  if (scene.c.chat.room) return [];
  const values = { ...elsewhere(scene), due: answerDue(scene) };
  return [toPerson(scene, firstKeeper(scene.ctx), 'work_group', 'raised_privately', values)];
}

/** Whom a rule asks first may not be in the group: they hear of it themselves. */
function askedFirst(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  if (c.asked === null || !c.chat.room || c.asked.who.contacts.includes(ctx.by.id)) return [];
  const values = { ...elsewhere(scene), due: answerDue(scene) };
  return [toPerson(scene, c.asked.who, 'work_group', 'asked_first', values)];
}

/** Who registers from another chat hears there that it is done. */
function registered(scene: Scene): Notice[] {
  if (scene.ctx.chat.id === scene.c.chat.id) return [];
  return [toGiver(scene, 'registered', { matter: elsewhere(scene).matter, due: promptDue(scene) })];
}

function ownMatter(scene: Scene): string {
  return withTitle(scene, shortName(scene.c));
}
