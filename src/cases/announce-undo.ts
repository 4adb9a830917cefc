import { elsewhere, inCaseChat, nameForGiver, toGiver, toPerson, type Scene } from './announce-voice.js';
import type { Case } from './case.js';
import type { ChangeContext } from './context.js';
import type { ForwardEvent } from './fold.js';
import type { Notice } from './outcome.js';
import { isHandler } from './standing.js';
import { STATE_WORDS } from './state-words.js';

/** 撤销: what the group was told is set right in one line; who was told privately hears it too; the author always. */
export function announceUndo(before: Case, undone: ForwardEvent, ctx: ChangeContext): Notice[] {
  const scene = { c: before, ctx };
  const state = STATE_WORDS[before.state];
  if (before.sealed) return [confirmPrivately(scene, state)];
  const corrected = undone.spoke > 0 ? [inCaseChat(scene, 'corrected', { state })] : [];
  const confirmed =
    ctx.chat.id === before.chat.id && corrected.length > 0 ? [] : [confirmation(scene, state)];
  return [...corrected, ...calledOff(scene, undone), ...confirmed];
}

/** In the case's own chat nobody but the author knows that there was something: they hear it alone where possible. */
function confirmation(scene: Scene, state: string): Notice {
  const { by, chat } = scene.ctx;
  const values = { case: nameForGiver(scene), state };
  if (chat.id !== scene.c.chat.id) return toGiver(scene, 'confirm_undo', values);
  return toPerson(scene, { name: by.name, contacts: [by.id] }, 'reply', 'confirm_undo', values);
}

/** The assignee of an assignment that was taken back. */
function calledOff(scene: Scene, { body }: ForwardEvent): Notice[] {
  if (body.type !== 'assign' && body.type !== 'transfer') return [];
  if (isHandler(scene.ctx.by, { ...scene.c, handler: body.to })) return [];
  return [toPerson(scene, body.to, 'work_group', 'relieved', { matter: elsewhere(scene).matter })];
}

function confirmPrivately(scene: Scene, state: string): Notice {
  const { by } = scene.ctx;
  const person = { name: by.name, contacts: [by.id] };
  return toPerson(scene, person, 'nobody', 'sealed_state', { case: scene.c.id, state });
}
