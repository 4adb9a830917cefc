import type { Actor, Case, PersonRef } from './case.js';
import { seal } from './chain.js';
import type { ChangeContext } from './context.js';
import type { CaseEvent, EventBody } from './event.js';
import type { Notice } from './outcome.js';

/** The event that comes next in a case's history, sealed onto its chain; `c` is null for the opening. */
export function nextEvent<Body extends EventBody>(
  c: Case | null,
  body: Body,
  notices: readonly Notice[],
  ctx: ChangeContext,
): CaseEvent & { body: Body } {
  const draft = {
    seq: (c?.version ?? 0) + 1,
    at: ctx.now,
    by: personOf(ctx.by),
    messageId: ctx.messageId,
    spoke: notices.filter(({ to }) => to.kind === 'case_chat').length,
    salt: ctx.salt,
    body,
  };
  return { ...seal(draft, c?.head ?? ''), body };
}

/** As the history remembers an actor: officials by the directory's name, never by a nickname. */
export function personOf(actor: Actor): PersonRef {
  return { id: actor.id, name: actor.officialName ?? actor.name };
}
