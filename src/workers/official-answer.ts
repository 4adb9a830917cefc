import { z } from 'zod';
import type { Action } from '../cases/action.js';
import type { Actor, Case } from '../cases/case.js';
import { memoKey } from '../cases/memo-keys.js';
import { may } from '../cases/permissions.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { followUp } from './follow-up.js';
import { findCase, isOpen } from './find-case.js';
import { changeTogether } from './joint-change.js';
import { livingCase } from './living-case.js';
import { rememberLast } from './last-action.js';
import { privately, refuse, tell } from './reply.js';
import { resolution } from './shared-commands.js';

/** How long the question "算办结了吗？" waits for its answer. */
const QUESTION_MS = 24 * 3600 * 1000;

const questionSchema = z.object({ caseId: z.string(), done: z.string() });

/**
 * An official's plain words on a case count as the answer (no double entry): accepted, progress, or — after a one-line
 * question to that official — resolved. Words of somebody without rights over it only join the case.
 */
export async function officialAnswer(desk: Desk, item: IntakeItem, by: Actor, c: Case): Promise<void> {
  const { message } = item;
  if (!isOpen(c)) return;
  // Nothing is asked or answered about an accusation where others read along.
  if (c.sealed) return followUp(desk, item, by, c);
  const stage = desk.reader.answerStage(ownWords(message.reply));
  const action = plainAction(stage, c, message.reply);
  if (!action || may(by, action, c)) return followUp(desk, item, by, c);
  const cause = { opId: `answer:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const done = await changeCase(desk, c.id, action, by, cause);
  if (!done.ok) return followUp(desk, item, by, c);
  await rememberLast(desk, by, [c.id], message.at);
  if (stage === 'resolve') await ask(desk, item, by, done.case);
}

/** What an official repeats in quotation marks is somebody else's word. */
function ownWords(text: string): string {
  return text.replace(/“[^”]*”|「[^」]*」|『[^』]*』/gu, '');
}

function plainAction(stage: 'accept' | 'progress' | 'resolve' | null, c: Case, words: string): Action | null {
  if (stage === 'accept' && c.state === 'received') return { type: 'accept' };
  if (stage === null || c.state === 'resolved') return null;
  return { type: 'progress', note: words.slice(0, 500) };
}

/** Privately where the platform allows it: nobody is shamed before 300 households for a word misread. */
async function ask(desk: Desk, item: IntakeItem, by: Actor, c: Case): Promise<void> {
  const note = JSON.stringify({ caseId: c.id, done: item.message.reply.slice(0, 500) });
  const chats = [item.message.chat.id, by.id];
  for (const chat of chats) await desk.memos.set(memoKey.question(by.id, chat), note, QUESTION_MS);
  const values = { number: c.number ?? '', title: c.title };
  await tell(desk, `ask:${item.message.id}`, item, [{ key: 'ask_resolved', values, to: privately(by) }]);
}

/** 是 / 不是 to the question: 是 resolves with the words that were said. */
export async function answerQuestion(desk: Desk, item: IntakeItem, by: Actor, yes: boolean): Promise<void> {
  const { message } = item;
  const raw = await desk.memos.get(memoKey.question(by.id, message.chat.id));
  const question = questionSchema.safeParse(raw === null ? null : JSON.parse(raw));
  if (!question.success) return;
  const { caseId, done } = question.data;
  if (yes) {
    await resolveAsSaid(desk, item, by, caseId, done);
  }
  const c = await desk.cases.load(caseId);
  for (const chat of [message.chat.id, by.id, c?.chat.id]) {
    if (chat) await desk.memos.delete(memoKey.question(by.id, chat));
  }
}

async function resolveAsSaid(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  caseId: string,
  done: string,
): Promise<void> {
  const { message } = item;
  const c = await desk.cases.load(caseId);
  if (!c) return;
  const cause = { opId: `yes:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const wanted = resolution(desk, item, by, c, done);
  if (!wanted.ok) return refuse(desk, item, wanted.refusal);
  const { changed, touched } = await changeTogether(desk, c, wanted.action, by, cause);
  if (!changed.ok) await refuse(desk, item, changed.refusal);
  else await rememberLast(desk, by, touched, message.at);
}

/** Plain words of an official that quote a case's message mean that case. True when they did. */
export async function quotedAnswer(desk: Desk, item: IntakeItem, by: Actor): Promise<boolean> {
  if (!item.message.quote || by.offices.length === 0) return false;
  const found = await findCase(desk, { kind: 'none' }, item.message, by, () => false);
  if (found.ok) await officialAnswer(desk, item, by, await livingCase(desk, found.case));
  return found.ok;
}
