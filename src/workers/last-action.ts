import { z } from 'zod';
import type { Actor, Case, Millis } from '../cases/case.js';
import { memoKey } from '../cases/memo-keys.js';
import { nameIn } from '../cases/case-names.js';
import { placeName } from '../cases/directory.js';
import type { Refusal } from '../cases/outcome.js';
import { sealedRef } from '../cases/sealed-code.js';
import type { IntakeItem } from '../cases/ports.js';
import { mergeStands } from '../cases/undo.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { unlearn } from './learn.js';
import { refuse } from './reply.js';
import { takeApart } from './split-case.js';

/** 撤销 reaches back this far. */
const UNDO_MS = 5 * 60 * 1000;

const lastSchema = z.object({ cases: z.array(z.string()), at: z.number() });

/** Notes what an official did last, for 撤销: the cases that it touched (a merge touches two). */
export async function rememberLast(desk: Desk, by: Actor, cases: string[], at: Millis): Promise<void> {
  await desk.memos.set(
    memoKey.lastAction(by.id),
    JSON.stringify({ cases: cases.map(nameInClear), at }),
    UNDO_MS * 2,
  );
}

/** A sealed case's code stands in no note. */
function nameInClear(id: string): string {
  return id.includes('#') ? id : sealedRef(id);
}

/** 撤销: takes back the official's last action, whole, within five minutes. */
export async function undoLast(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const { message } = item;
  const raw = await desk.memos.get(memoKey.lastAction(by.id));
  const last = lastSchema.safeParse(raw === null ? null : JSON.parse(raw));
  if (!last.success || message.at - last.data.at > UNDO_MS)
    return refuse(desk, item, { key: 'refuse_nothing_to_undo', values: {} });
  const [livingId, endedId] = last.data.cases;
  const ended = endedId === undefined ? null : await desk.cases.load(endedId);
  if (livingId !== undefined && ended !== null && (await isMerge(desk, item, livingId, ended)))
    return undoMerge(desk, item, by, livingId, ended);
  for (const id of last.data.cases) {
    const cause = {
      opId: `undo:${message.id}:${id}`,
      messageId: message.id,
      at: message.at,
      chat: message.chat,
    };
    const undone = await changeCase(desk, id, { type: 'undo' }, by, cause);
    if (!undone.ok) return refuse(desk, item, undone.refusal);
    await unlearn(desk, undone.case);
  }
  await desk.memos.delete(memoKey.lastAction(by.id));
}

/** The last action touched two cases because one went into the other (and not because they are handled as one). */
async function isMerge(desk: Desk, { message }: IntakeItem, livingId: string, ended: Case): Promise<boolean> {
  return ended.mergedInto === livingId || (await desk.cases.applied(ended.place, undoOp(message.id)));
}

function undoOp(messageId: string): string {
  return `undo-merge:${messageId}`;
}

/** Whole: what was said to the merged number within these minutes goes back with it. */
async function undoMerge(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  livingId: string,
  ended: Case,
): Promise<void> {
  const opId = undoOp(item.message.id);
  const again = await desk.cases.applied(ended.place, opId);
  const moved = again ? null : await movedOn(desk, item, livingId, ended.id);
  if (moved) return refuse(desk, item, moved);
  await takeApart(desk, item, by, ended, { opId, key: 'confirm_undo' });
  await desk.memos.delete(memoKey.lastAction(by.id));
}

/** A merge is taken back on both cases or on neither: once one has moved on, this says why, and what to do instead. */
async function movedOn(
  desk: Desk,
  { message }: IntakeItem,
  livingId: string,
  endedId: string,
): Promise<Refusal | null> {
  const [living, ended] = await Promise.all([livingId, endedId].map((id) => desk.cases.load(id)));
  if (!living || !ended) return null;
  const [one = [], two = []] = await Promise.all([livingId, endedId].map((id) => desk.cases.history(id)));
  if (mergeStands({ id: livingId, history: one }, { id: endedId, history: two }, message.id)) return null;
  const name = (c: Case): string => nameIn(c, message.chat, placeName(c.place, desk.directory().county));
  return { key: 'refuse_undo_merge', values: { ended: name(ended), living: name(living) } };
}
