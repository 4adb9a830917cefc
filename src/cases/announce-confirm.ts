import type { Action } from './action.js';
import { nameForGiver, promptDue, shownName, toGiver, type Scene } from './announce-voice.js';
import { SYSTEM_ACTOR } from './case.js';
import { orderWords } from './announce-watch.js';
import { dueText } from './due.js';
import type { Notice } from './outcome.js';
import { STATE_WORDS } from './state-words.js';

type Body = Exclude<Action, { type: 'undo' }>;

/**
 * Who gives a command from another chat than the case's own hears there, in one short line, that it was done. In the
 * case's chat the change itself is seen, or meant to be quiet. What several do together says it itself (announce-shared).
 */
export function confirmation(scene: Scene, body: Body): Notice[] {
  const { c, ctx } = scene;
  if (ctx.chat.id === c.chat.id || ctx.by.id === SYSTEM_ACTOR.id) return [];
  const name = { case: nameForGiver(scene) };
  switch (body.type) {
    case 'accept':
    case 'hand_back':
    case 'progress':
    case 'resolve':
    case 'decline':
    case 'merge':
    case 'void':
    case 'withdraw':
      return [toGiver(scene, 'confirm', { ...name, state: STATE_WORDS[c.state] })];
    case 'assign':
    case 'transfer':
      return [toGiver(scene, 'confirm_assign', { ...name, ...assignment(scene) })];
    case 'extend':
      return [toGiver(scene, 'confirm_extend', { ...name, due: promptDue(scene) })];
    case 'ask':
      return [toGiver(scene, 'confirm_ask', { ...name, until: waitUntil(scene) })];
    case 'supervise':
      return [toGiver(scene, 'confirm_supervise', { ...name, order: orderWords(scene) })];
    case 'recategorise':
      if (body.resolveBy === undefined) return [toGiver(scene, 'confirm_recategorise', name)];
      return [toGiver(scene, 'confirm_recategorise_due', { ...name, due: promptDue(scene) })];
    case 'lift':
    case 'publish':
    case 'rate':
      return [toGiver(scene, `confirm_${body.type}`, name)];
    case 'join':
      // "我家也是" in another group of the village stays as quiet as in the case's own.
      return ctx.chat.room ? [] : [toGiver(scene, 'confirm_join', name)];
    case 'add':
    case 'remove_material':
    case 'absorb':
    case 'release':
    case 'co_assign':
    case 'co_done':
    case 'propose_decline':
    case 'return_idle':
    case 'close':
    case 'go_on':
    case 'card':
    case 'return':
    case 'view':
    case 'export':
    case 'seal':
    case 'unseal':
      return [];
  }
}

function waitUntil({ c, ctx }: Scene): string {
  return dueText(c.waiting?.until ?? ctx.now, ctx.now);
}

function assignment(scene: Scene): { handler: string; due: string } {
  return { handler: shownName(scene.c.handler?.name ?? ''), due: promptDue(scene) };
}
