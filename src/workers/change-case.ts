import type { Action } from '../cases/action.js';
import type { Actor, Case, ChatRef } from '../cases/case.js';
import { apply } from '../cases/apply.js';
import { placeName } from '../cases/directory.js';
import type { Notice, Refusal } from '../cases/outcome.js';
import type { Desk } from './desk.js';
import { staffOf } from './on-duty.js';
import { toRows } from './post-office.js';
import { readAt } from './quiet-hours.js';

/** What moves a case: the message (or the system) and the chat it was said in. */
export interface Cause {
  /** Unique per change: the message id, or what the system does at which version. */
  opId: string;
  messageId: string;
  /** The honest time of the cause. */
  at: number;
  chat: ChatRef | null;
}

export type Changed = { ok: true; case: Case; again: boolean } | { ok: false; refusal: Refusal };

/** Two inspectors who open one case at once both write: each tries until it stands. */
const TRIES = 12;

/**
 * Applies one action to one case: load, decide, write state, history and outgoing rows in one step, wake the sender.
 * Another writer in between: decided anew on what now stands. Done before (a crash after the write): only the sender
 * is woken again.
 */
export async function changeCase(
  desk: Desk,
  id: string,
  action: Action | ((c: Case) => Action),
  by: Actor,
  cause: Cause,
  adjust: (notices: Notice[]) => Notice[] = (notices) => notices,
): Promise<Changed> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const current = await desk.cases.load(id);
    if (!current) return { ok: false, refusal: { key: 'refuse_no_case', values: { number: id } } };
    if (await desk.cases.applied(current.place, cause.opId)) return repeat(desk, current, cause);
    const wanted = typeof action === 'function' ? action(current) : action;
    const reads = wanted.type === 'undo' || wanted.type === 'recategorise';
    const history = reads ? await desk.cases.history(id) : [];
    const outcome = apply(current, wanted, {
      by,
      now: cause.at,
      messageId: cause.messageId,
      chat: cause.chat ?? current.chat,
      salt: desk.random(16),
      history,
      placeName: placeName(current.place, desk.directory().county),
      staff: staffOf(desk, current.place),
      discreet: desk.settings.discreet,
      pictures: desk.settings.posts.pictures,
      rules: desk.settings.rules,
      terms: desk.settings.terms,
      readAt: readAt(desk.settings.quiet, current.urgency, desk.clock.now()),
    });
    if (!outcome.ok) return outcome;
    const rows = toRows(desk, adjust(outcome.notices), {
      slot: current.place,
      opId: cause.opId,
      replyTo: cause.chat,
      about: outcome.case,
      now: cause.at,
    });
    const result = await desk.cases.save({
      place: current.place,
      opId: cause.opId,
      expectCounter: null,
      cases: [{ case: outcome.case, expectVersion: current.version, events: outcome.events }],
      rows,
      links: cause.messageId ? { [cause.messageId]: current.id } : {},
    });
    if (result === 'conflict') continue;
    if (result === 'already') return repeat(desk, current, cause);
    await desk.wake(rows);
    if (current.chat.room) await desk.roomChanged(current.chat.id);
    return { ok: true, case: outcome.case, again: false };
  }
  throw new Error(
    `${id.includes('#') ? `case ${id}` : 'a sealed case'} kept changing under ${TRIES} attempts to write`,
  );
}

async function repeat(desk: Desk, c: Case, cause: Cause): Promise<Changed> {
  await desk.wake(await desk.cases.rowsOf(c.place, cause.opId));
  return { ok: true, case: c, again: true };
}
