import type { Action, DeclineReason } from '../cases/action.js';
import type { Actor, Case } from '../cases/case.js';
import type { Refusal } from '../cases/outcome.js';
import { isCoHandler, isHandler, isLead, leads, openPartOf } from '../cases/standing.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { nameFor } from './reply.js';

export type Wanted = { ok: true; action: Action } | { ok: false; refusal: Refusal };

/**
 * 办结 by who has a part of the case: their part alone. The whole is for its handler, for who received it first, and for
 * a leader; nobody who was asked to help ends it by saying that they are done.
 */
export function resolution(desk: Desk, item: IntakeItem, by: Actor, c: Case, done: string): Wanted {
  const whole: Wanted = { ok: true, action: { type: 'resolve', done } };
  if (c.sealed || !isCoHandler(by, c) || isHandler(by, c) || isLead(by, c)) return whole;
  const part = openPartOf(by, c);
  if (part >= 0) return { ok: true, action: { type: 'co_done', part, done } };
  const holder = c.handler ?? c.lead;
  if (leads(by, c) || holder === null) return whole;
  const values = { case: nameFor(desk, c, item.message.chat), who: desk.clean(holder.name, 16) };
  return { ok: false, refusal: { key: 'refuse_co_lead', values } };
}

/** 不予受理: at the first one's word, or, where the county wants two, at the second one's. */
export function declining(desk: Desk, by: Actor, c: Case, reason: DeclineReason, note: string): Action {
  if (!desk.settings.declineConsent || c.sealed) return { type: 'decline', reason, note };
  const second = c.declining !== null && c.declining.by.id !== by.id;
  return second
    ? { type: 'decline', reason, note, consent: true }
    : { type: 'propose_decline', reason, note };
}

/** 同意: to what the other wrote; the domain refuses where nothing waits for it, or by the same person. */
export function agreement(c: Case): Action {
  const { reason = 'other', note = '' } = c.declining ?? {};
  return { type: 'decline', reason, note, consent: true };
}
