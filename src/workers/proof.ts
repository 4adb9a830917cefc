import { z } from 'zod';
import type { Actor, Case } from '../cases/case.js';
import { memoKey } from '../cases/memo-keys.js';
import { PICTURES, saysWhat, showsPicture } from '../cases/proof.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { asMaterial, shownBefore } from './follow-up.js';
import { isOpen } from './find-case.js';
import { changeTogether } from './joint-change.js';
import { rememberLast } from './last-action.js';
import { nameFor, privately, tell } from './reply.js';

/** A case is asked for its proof once. */
const ASKED_MS = 30 * 24 * 3600 * 1000;
/** Words or a picture that come within this are the answer. */
const WAIT_MS = 24 * 3600 * 1000;
const PICTURES_MOST = 3;

/** In a group only what follows soon: an official's picture of a feast next day is no proof. */
const SOON_MS = 30 * 60 * 1000;

const waitingSchema = z.object({ caseId: z.string(), done: z.string(), at: z.number() });

/**
 * Whether 办结 has to wait for what was done: then its official gets one friendly line, once per case. The next 办结
 * counts whatever it says: no case hangs on a form.
 */
export async function waitsForProof(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  c: Case,
  done: string,
): Promise<boolean> {
  const { message } = item;
  const wanted = c.sealed ? 'none' : desk.settings.proofs[c.category];
  if (wanted === 'none' || (wanted === 'words' && saysWhat(done))) return false;
  if (showsPicture(c, by.id) || (await picturesBefore(desk, item, c)).length > 0) return false;
  const asked = await desk.memos.get(askedKey(c.id));
  // The same message again (a crash in between) is no second word.
  if (asked !== null && asked !== message.id) return false;
  const note = JSON.stringify({ caseId: c.id, done, at: message.at });
  for (const chat of new Set([message.chat.id, by.id, c.chat.id]))
    await desk.memos.set(memoKey.proof(by.id, chat), note, WAIT_MS);
  const key = wanted === 'picture' ? 'proof_picture' : 'proof_words';
  const values = { case: nameFor(desk, c, message.chat) };
  await tell(desk, `proof:${message.id}`, item, [{ key, values, to: privately(by) }]);
  await desk.memos.set(askedKey(c.id), message.id, ASKED_MS);
  return true;
}

function askedKey(caseId: string): string {
  return `proof-asked:${caseId}`;
}

/** Pictures that an official sent just before 办结 show what was done: they go with the case. */
export async function keepPictures(desk: Desk, item: IntakeItem, by: Actor, c: Case): Promise<void> {
  for (const material of await picturesBefore(desk, item, c)) {
    const cause = { opId: `shown:${material.messageId}`, messageId: material.messageId, at: item.message.at, chat: item.message.chat }; // prettier-ignore
    await changeCase(desk, c.id, { type: 'add', material }, by, cause);
  }
}

/** One picture shows one thing: what went with another case already is none of this one's. */
async function picturesBefore(desk: Desk, item: IntakeItem, c: Case): ReturnType<typeof shownBefore> {
  const shown = (await shownBefore(desk, item.message)).filter((one) => PICTURES.has(one.type));
  const cases = await Promise.all(shown.map((one) => desk.cases.caseOfMessage(c.place, one.messageId)));
  return shown.filter((_, i) => cases[i] === null || cases[i] === c.id).slice(-PICTURES_MOST);
}

/** What an official sends after the friendly line: a picture, or words that say what was done, and the case is resolved. */
export async function proofGiven(desk: Desk, item: IntakeItem, by: Actor): Promise<boolean> {
  const { message } = item;
  const raw = await desk.memos.get(memoKey.proof(by.id, message.chat.id));
  const waiting = waitingSchema.safeParse(raw === null ? null : JSON.parse(raw));
  if (!waiting.success) return false;
  const late = message.chat.room && message.quote === null && message.at - waiting.data.at > SOON_MS;
  const picture = PICTURES.has(message.type);
  if (late) return false;
  if (!picture && !answers(desk, item)) return false;
  const c = await desk.cases.load(waiting.data.caseId);
  if (!c || !isOpen(c)) return false;
  const { done } = waiting.data;
  const shown = done === '' ? desk.render('proof_shown', {}) : desk.render('proof_shown_done', { done });
  return resolveWith(desk, item, by, c, picture ? shown : message.reply.slice(0, 500));
}

/** Among neighbours only what quotes a message or speaks of work done is meant for it. */
function answers(desk: Desk, { message }: IntakeItem): boolean {
  if (message.type !== 'text' || !saysWhat(message.reply)) return false;
  if (!message.chat.room || message.quote !== null) return true;
  const stage = desk.reader.answerStage(message.reply);
  return stage === 'resolve' || stage === 'progress';
}

async function resolveWith(desk: Desk, item: IntakeItem, by: Actor, c: Case, done: string): Promise<boolean> {
  const { message } = item;
  const cause = { messageId: message.id, at: message.at, chat: message.chat };
  if (PICTURES.has(message.type)) {
    const material = asMaterial(desk, message);
    await changeCase(desk, c.id, { type: 'add', material }, by, { ...cause, opId: `shown:${message.id}` });
  }
  const action = { type: 'resolve', done } as const;
  const { changed, touched } = await changeTogether(desk, c, action, by, {
    ...cause,
    opId: `proof-done:${message.id}`,
  });
  if (!changed.ok) return false;
  await rememberLast(desk, by, touched, message.at);
  await forgetWaiting(desk, by, [message.chat.id, c.chat.id]);
  return true;
}

/** Nothing is waited for any more in these chats: the case was resolved. */
export async function forgetWaiting(desk: Desk, by: Actor, chats: string[]): Promise<void> {
  for (const chat of new Set([...chats, by.id])) await desk.memos.delete(memoKey.proof(by.id, chat));
}
