import type { Opening } from './action.js';
import { announceOpening } from './announce-open.js';
import type { OpenContext } from './context.js';
import { foldOne, foldState } from './fold.js';
import { nextEvent, personOf } from './next-event.js';
import type { Outcome } from './outcome.js';
import { titleOf } from './title.js';

/**
 * Opens a case: its first event and the receipt. An opening is never refused; throws on a sealed case with a number
 * (or an open one without), which would show an accusation in a village's lists.
 */
export function openCase(opening: Opening, ctx: OpenContext): Extract<Outcome, { ok: true }> {
  const { id, place, number, due } = ctx;
  if (opening.sealed !== (number === null)) throw new Error('sealed cases, and only they, have no number');
  const chat = ctx.home ?? ctx.chat;
  const body = {
    type: 'open',
    id,
    place,
    number,
    chat,
    title: titleOf(opening.text),
    ...due,
    ...opening,
  } as const;
  const after = foldState(null, body, { at: ctx.now, by: personOf(ctx.by), messageId: ctx.messageId });
  const notices = announceOpening(after, ctx);
  const event = nextEvent(null, body, notices, ctx);
  return { ok: true, case: foldOne(null, event), events: [event], notices };
}
