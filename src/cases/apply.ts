import type { Action } from './action.js';
import { announce } from './announce.js';
import { conflictOf, refusedByState } from './apply-checks.js';
import type { Case } from './case.js';
import { nameIn } from './case-names.js';
import type { ApplyContext } from './context.js';
import { foldOne, foldState } from './fold.js';
import { nextEvent, personOf } from './next-event.js';
import type { Outcome, Refusal } from './outcome.js';
import { may } from './permissions.js';
import { settledBody } from './settled-body.js';
import { undo } from './undo.js';
import { endsWait, saysSomething } from './waiting.js';

type Done = Extract<Outcome, { ok: true }>;

/**
 * Does an action to a case, if the actor may, the state allows it and nothing else speaks against it. Pure: the new
 * case, its event (two, where the clock goes on with it) and what is to be said come back; a refusal comes back as the
 * line to answer.
 */
export function apply(c: Case, action: Action, ctx: ApplyContext): Outcome {
  // The clock that waited for the villager goes on first: what comes next is seen by the date that then holds.
  const going = endsWait(c, action, ctx.by) ? step(c, { type: 'go_on', resolveBy: null }, ctx) : null;
  const standing = going?.case ?? c;
  const refusal =
    named(may(ctx.by, action, standing), standing, ctx) ??
    refusedByState(standing, action, ctx) ??
    conflictOf(standing, action, ctx);
  if (refusal) return { ok: false, refusal };
  if (action.type === 'undo') return undo(c, ctx);
  const done = step(standing, action, going ? { ...ctx, salt: `${ctx.salt}~` } : ctx);
  if (!going) return done;
  // That the villager has answered is news only where they did: who withdraws, or goes on anyway, says so themselves.
  const answered = saysSomething(action) ? going.notices : [];
  return { ...done, events: [...going.events, ...done.events], notices: [...answered, ...done.notices] };
}

function step(c: Case, action: Exclude<Action, { type: 'undo' }>, ctx: ApplyContext): Done {
  const body = settledBody(c, action, ctx);
  const after = foldState(c, body, { at: ctx.now, by: personOf(ctx.by), messageId: ctx.messageId });
  const notices = announce(c, after, body, ctx);
  const event = nextEvent(c, body, notices, ctx);
  return { ok: true, case: foldOne(c, event), events: [event], notices };
}

/** Rights know no chat; who is told of several villages hears which one it is. */
function named(refusal: Refusal | null, c: Case, ctx: ApplyContext): Refusal | null {
  if (refusal === null || c.sealed || refusal.values['case'] === undefined) return refusal;
  return { ...refusal, values: { ...refusal.values, case: nameIn(c, ctx.chat, ctx.placeName) } };
}
