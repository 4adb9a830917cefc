import {
  elsewhere, firstKeeper, holderOf, shownName, toInspectors, toPerson, type Scene,
} from './announce-voice.js'; // prettier-ignore
import { SYSTEM_ACTOR, type Case } from './case.js';
import type { ChangeContext } from './context.js';
import { lateText } from './due.js';
import type { Notice } from './outcome.js';

/** 超期: the handler and the village's cadre, never the villagers' group; a sealed case: inspectors alone. */
export function announceOverdue(
  c: Case,
  ctx: Pick<ChangeContext, 'now' | 'placeName' | 'staff' | 'discreet'>,
): Notice[] {
  const scene: Scene = { c, ctx: { ...SILENT, ...ctx } };
  const late = lateText(c.resolveBy, ctx.now);
  const notices = c.sealed
    ? [toInspectors(scene, 'sealed_overdue', { case: c.id, late })]
    : toHolders(scene, late);
  return notices.map((notice) => ({ ...notice, announces: 'overdue' as const }));
}

function toHolders(scene: Scene, late: string): Notice[] {
  const holder = holderOf(scene);
  const values = { ...elsewhere(scene), late, who: shownName(holder.name) };
  const handler = toPerson(scene, holder, 'work_group', 'overdue', values);
  if (scene.c.handler === null) return [handler];
  return [handler, toPerson(scene, firstKeeper(scene.ctx), 'nobody', 'overdue', values)];
}

/** Nobody gives a command when time runs out. */
const SILENT = { by: SYSTEM_ACTOR, messageId: '', chat: { id: '', room: false }, salt: '' };
