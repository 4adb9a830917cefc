import {
  WORDS_MAX, actorName, elsewhere, holderOf, inCaseChat, isHushed, resolveDue, toInspectors, toPerson, type Scene,
} from './announce-voice.js'; // prettier-ignore
import { SYSTEM_ACTOR } from './case.js';
import { phrase } from './mask.js';
import type { Notice } from './outcome.js';
import { canReachPetitioner, isHandler } from './standing.js';
import { answersFor } from './waiting.js';

/** 待补充: the villager hears in one line what is wanted, and that the clock waits. */
export function asked(scene: Scene, question: string): Notice[] {
  const { c } = scene;
  const words = phrase(question, WORDS_MAX);
  if (c.sealed) return toPetitioner(scene, 'sealed_asked', { case: c.id, question: words });
  if (!isHushed(scene)) return [inCaseChat(scene, 'asked', { question: words })];
  // A discreet matter: the group hears that there is a question, the villager which one.
  const values = { case: elsewhere(scene).case, question: words };
  return [
    inCaseChat(scene, 'asked_quietly', { who: actorName(scene) }),
    ...toPetitioner(scene, 'asked_privately', values),
  ];
}

/** The clock goes on: who has the case hears it, unless it is their own doing. */
export function wentOn(scene: Scene): Notice[] {
  const { by } = scene.ctx;
  const over = by.id === SYSTEM_ACTOR.id;
  if (!over && !answersFor(by, scene.c)) return [];
  const key = over ? 'wait_over' : 'wait_answered';
  const due = resolveDue(scene);
  if (scene.c.sealed) return [toInspectors(scene, `sealed_${key}`, { case: scene.c.id, due })];
  // Who registered a case and has it themselves needs no message about their own word.
  if (isHandler(by, scene.c)) return [];
  return [toPerson(scene, holderOf(scene), 'work_group', key, { ...elsewhere(scene), due })];
}

function toPetitioner(
  scene: Scene,
  key: 'sealed_asked' | 'asked_privately',
  values: Notice['values'],
): Notice[] {
  const { petitioner } = scene.c;
  if (!canReachPetitioner(scene.c)) return [];
  return [toPerson(scene, { name: petitioner.name, contacts: [petitioner.id] }, 'nobody', key, values)];
}
