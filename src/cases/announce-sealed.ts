import type { Action } from './action.js';
import { WORDS_MAX, answerDue, resolveDue, toInspectors, toPerson, type Scene } from './announce-voice.js';
import { asked, wentOn } from './announce-wait.js';
import { orderWords } from './announce-watch.js';
import { SYSTEM_ACTOR } from './case.js';
import { dueText } from './due.js';
import { phrase } from './mask.js';
import type { MessageKey } from './message-keys.js';
import type { Notice } from './outcome.js';
import { canReachPetitioner, isHandler } from './standing.js';
import { STATE_WORDS } from './state-words.js';

/**
 * A sealed case speaks to inspectors and to who raised it, privately or not at all: nothing here is ever addressed to
 * a chat, not even to the one where the command was given, which may be a group.
 */

type Body = Exclude<Action, { type: 'undo' }>;

export function announceSealedOpening(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  const alarm = toInspectors(scene, 'sealed_new', { case: c.id, due: answerDue(scene) });
  // An inspector who registers what somebody else wrote: that person hears of it, if it can be told privately.
  const told = ctx.by.id === c.petitioner.id;
  const values = { case: c.id };
  return [
    alarm,
    ...(told ? [toActor(scene, 'sealed_receipt', values)] : toPetitioner(scene, 'sealed_receipt', values)),
  ];
}

export function announceSealed(scene: Scene, body: Body): Notice[] {
  const { c } = scene;
  switch (body.type) {
    case 'accept':
    case 'decline':
      return [...toPetitioner(scene, 'sealed_state', stateOf(scene)), ...done(scene)];
    case 'assign':
    case 'transfer':
      return [...toHandler(scene), ...done(scene)];
    case 'resolve':
      return [...resolvedQuietly(scene, body.done), ...done(scene)];
    case 'rate':
      if (body.rating !== 'unsatisfied') return done(scene);
      return [toInspectors(scene, 'sealed_reopened', { case: c.id }), ...done(scene)];
    case 'withdraw':
    case 'hand_back':
      return [toInspectors(scene, 'sealed_state', stateOf(scene)), ...done(scene)];
    case 'ask':
      return [...asked(scene, body.question), ...confirmed(scene, 'confirm_ask', { until: untilOf(scene) })];
    case 'go_on':
      return wentOn(scene);
    case 'supervise':
      return [...watched(scene), ...confirmed(scene, 'confirm_supervise', { order: orderWords(scene) })];
    case 'lift':
    case 'recategorise':
      return confirmed(scene, `confirm_${body.type}`, {});
    case 'extend':
      return confirmed(scene, 'confirm_extend', { due: resolveDue(scene) });
    case 'progress':
    case 'void':
      return done(scene);
    case 'seal':
      return announceSealedOpening(scene);
    case 'unseal':
      return unsealed(scene, body.intoNumber);
    case 'view':
    case 'export':
    case 'publish':
    case 'merge':
    case 'absorb':
    case 'release':
    case 'co_assign':
    case 'co_done':
    case 'propose_decline':
    case 'return_idle':
    case 'join':
    case 'add':
    case 'remove_material':
    case 'close':
    case 'card':
    case 'return':
      return [];
  }
}

/** The village hears of it as of any new case; who raised it and the other inspectors hear what became of the code. */
function unsealed(scene: Scene, number: number): Notice[] {
  const values = { case: scene.c.id, number: `#${number}` };
  return [toInspectors(scene, 'sealed_opened', values), ...toPetitioner(scene, 'sealed_opened', values)];
}

function resolvedQuietly(scene: Scene, done: string): Notice[] {
  const words = phrase(done, WORDS_MAX);
  const name = { case: scene.c.id };
  if (words === '') return toPetitioner(scene, 'sealed_resolved_plain', name);
  return toPetitioner(scene, 'sealed_resolved', { ...name, done: words });
}

function toHandler(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  if (c.handler === null || isHandler(ctx.by, c)) return [];
  return [toPerson(scene, c.handler, 'nobody', 'sealed_assigned', { case: c.id, due: resolveDue(scene) })];
}

function watched(scene: Scene): Notice[] {
  const { c, ctx } = scene;
  if (c.handler === null || isHandler(ctx.by, c)) return [];
  const values = { case: c.id, order: orderWords(scene) };
  return [toPerson(scene, c.handler, 'nobody', 'sealed_supervised', values)];
}

/** To who gave the command: the step is taken. */
function done(scene: Scene): Notice[] {
  return scene.ctx.by.id === SYSTEM_ACTOR.id ? [] : [toActor(scene, 'sealed_state', stateOf(scene))];
}

/** Where the state stays what it was, it would say nothing of what was done. */
function confirmed(scene: Scene, key: MessageKey, values: Notice['values']): Notice[] {
  if (scene.ctx.by.id === SYSTEM_ACTOR.id) return [];
  return [toActor(scene, key, { case: scene.c.id, ...values })];
}

function untilOf({ c, ctx }: Scene): string {
  return dueText(c.waiting?.until ?? ctx.now, ctx.now);
}

function stateOf({ c }: Scene): { case: string; state: string } {
  return { case: c.id, state: STATE_WORDS[c.state] };
}

function toActor(scene: Scene, key: MessageKey, values: Notice['values']): Notice {
  const { by } = scene.ctx;
  return toPerson(scene, { name: by.name, contacts: [by.id] }, 'nobody', key, values);
}

function toPetitioner(scene: Scene, key: MessageKey, values: Notice['values']): Notice[] {
  const { c } = scene;
  if (!canReachPetitioner(c)) return [];
  return [toPerson(scene, { name: c.petitioner.name, contacts: [c.petitioner.id] }, 'nobody', key, values)];
}
