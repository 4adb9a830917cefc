import { announceUndo } from './announce-undo.js';
import { MINUTE } from './calendar.js';
import type { Case, Millis } from './case.js';
import { nameIn } from './case-names.js';
import type { ApplyContext } from './context.js';
import type { CaseEvent, EventBody } from './event.js';
import { fold, isForward } from './fold.js';
import { nextEvent } from './next-event.js';
import type { Outcome, Refusal } from './outcome.js';

/** 撤销 reaches back this far. */
export const UNDO_WITHIN: Millis = 5 * MINUTE;

/** What people add beside the handling, and cards that time gives: it neither stands in the way of 撤销 nor is what an official takes back. */
const BESIDE: readonly EventBody['type'][] = ['add', 'remove_material', 'join', 'card', 'view', 'export'];

/** What moved a case into another slot; an opening is withdrawn or voided, a seal is opened again by 解密. */
const FOR_GOOD: readonly EventBody['type'][] = ['open', 'seal', 'unseal'];

/**
 * Takes back the last step: by its author, within five minutes, while nobody has taken another since. The case is then
 * the fold of the history without it; the history itself keeps both.
 */
export function undo(c: Case, ctx: ApplyContext): Outcome {
  const last = lastStep(ctx.history);
  const refusal = refusedUndo(last, c, ctx);
  if (refusal || last === undefined || !isForward(last)) {
    return { ok: false, refusal: refusal ?? { key: 'refuse_nothing_to_undo', values: {} } };
  }
  const going = wentOnWith(last, ctx.history);
  const before = fold(ctx.history.filter((event) => event !== last && event !== going));
  const notices = announceUndo(before, last, ctx);
  const event = nextEvent(c, { type: 'undone', seq: last.seq }, notices, ctx);
  const after = fold([...ctx.history, event]);
  if (going === null) return { ok: true, case: after, events: [event], notices };
  const second = nextEvent(after, { type: 'undone', seq: going.seq }, [], { ...ctx, salt: `${ctx.salt}~` });
  return { ok: true, case: fold([...ctx.history, event, second]), events: [event, second], notices };
}

/** The clock that the last step set going again (待补充): taken back with it, the villager is waited for as before. */
function wentOnWith(last: CaseEvent, history: readonly CaseEvent[]): CaseEvent | null {
  const before = history.find(({ seq }) => seq === last.seq - 1);
  return before?.body.type === 'go_on' && before.messageId === last.messageId && before.by.id === last.by.id
    ? before
    : null;
}

/**
 * Whether a merge can still be taken back whole: on both cases nothing has followed it but what people add beside the
 * handling. What this same message has taken back already counts as standing (a crash came between the two).
 */
export function mergeStands(
  living: { id: string; history: readonly CaseEvent[] },
  ended: { id: string; history: readonly CaseEvent[] },
  messageId: string,
): boolean {
  const absorbed = lastStep(living.history);
  const merged = lastStep(ended.history);
  const ours = (event: CaseEvent): boolean => event.body.type === 'undone' && event.messageId === messageId;
  return (
    absorbed !== undefined &&
    merged !== undefined &&
    (ours(absorbed) || (absorbed.body.type === 'absorb' && absorbed.body.from === ended.id)) &&
    (ours(merged) || (merged.body.type === 'merge' && merged.body.into === living.id))
  );
}

function lastStep(history: readonly CaseEvent[]): CaseEvent | undefined {
  return history.findLast(({ body }) => !BESIDE.includes(body.type));
}

function refusedUndo(last: CaseEvent | undefined, c: Case, ctx: ApplyContext): Refusal | null {
  const values = { case: nameIn(c, ctx.chat, ctx.placeName) };
  const recent = ctx.history.filter((event) => event.by.id === ctx.by.id && isRecent(event, ctx.now));
  if (last === undefined || last.body.type === 'undone') return { key: 'refuse_nothing_to_undo', values: {} };
  if (last.by.id !== ctx.by.id) {
    return recent.length > 0
      ? { key: 'refuse_undo_not_last', values }
      : { key: 'refuse_nothing_to_undo', values: {} };
  }
  if (!isRecent(last, ctx.now)) return { key: 'refuse_undo_late', values };
  return FOR_GOOD.includes(last.body.type) ? { key: 'refuse_undo_open', values } : null;
}

function isRecent(event: CaseEvent, now: Millis): boolean {
  return now - event.at <= UNDO_WITHIN;
}
