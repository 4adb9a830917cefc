import { localDate } from '../cases/calendar.js';
import { SYSTEM_ACTOR, type Case, type Millis } from '../cases/case.js';
import type { Card } from '../cases/ladder.js';
import { changeCase } from './change-case.js';
import { caseRefName } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';

/** `督办〔2026〕12号`: one number a cause, over the county and its year. */
export async function orderNumber(desk: Desk, cause: string, at: Millis): Promise<string> {
  const { year } = localDate(at);
  return `督办〔${year}〕${await desk.orders.number(cause, year)}号`;
}

/** What a cause was given and did not use. */
export function releaseNumber(desk: Desk, cause: string, at: Millis): Promise<void> {
  return desk.orders.release(cause, localDate(at).year);
}

/** Writes a card into the history; null: the case is past it. A red one brings a number, unless the case has one. */
export async function giveCard(desk: Desk, c: Case, card: Card): Promise<Case | null> {
  const opId = `card:${card}:${caseRefName(c)}:${c.resolveBy}`;
  const now = desk.clock.now();
  const asked = card === 'red' && c.supervised?.number === undefined;
  const number = asked ? await orderNumber(desk, opId, now) : null;
  const action = { type: 'card', card, due: c.resolveBy, ...(number !== null && { number }) } as const;
  const cause = { opId, messageId: '', at: now, chat: null };
  const changed = await changeCase(desk, c.id, action, SYSTEM_ACTOR, cause);
  if (!changed.ok && asked) await releaseNumber(desk, opId, now);
  return changed.ok ? changed.case : null;
}
