import { nameIn } from '../cases/case-names.js';
import type { Case, ChatRef, PersonRef } from '../cases/case.js';
import { isDelicate } from '../cases/delicate.js';
import { placeName } from '../cases/directory.js';
import type { Audience, Notice, OutboxRow, Refusal } from '../cases/outcome.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { toRows } from './post-office.js';
import { noteRefusal } from './recorded.js';

type Values = Record<string, string | number>;

/** A notice of no case: what is left out is nobody mentioned, and no hurry. */
type Said = Pick<Notice, 'key' | 'values' | 'to'> & Partial<Pick<Notice, 'priority' | 'mention' | 'file'>>;

/** Slot of the outbox for what no case caused. */
const DESK_SLOT = '~desk';

/** Says something that no change of a case caused; for one `opId` once. */
export async function tell(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  notices: Said[],
  slot = slotOf(item),
): Promise<void> {
  await send(desk, rowsOf(desk, opId, item, notices, slot));
}

/** What answers an accusation lies with the sealed cases. */
function slotOf(item: IntakeItem | null): string {
  return item && isDelicate(item) ? SEALED_PLACE : DESK_SLOT;
}

/** The rows that an operation of no case writes: the same ones each time. */
export function rowsOf(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  notices: Said[],
  slot = slotOf(item),
): OutboxRow[] {
  const full = notices.map((one) => ({ priority: 'other' as const, mention: [], ...one }));
  const replyTo = item?.message.chat ?? null;
  return toRows(desk, full, { slot, opId, replyTo, about: null, now: desk.clock.now() });
}

/** Rows woken together leave in their order, chat by chat. */
export async function send(desk: Desk, rows: OutboxRow[]): Promise<void> {
  // What was added before (a crash after the write) is woken again: the sender knows what it has sent.
  await desk.outbox.add(rows);
  await desk.wake(rows);
}

/** An answer in the chat where it was asked for. */
export async function answer(desk: Desk, item: IntakeItem, key: string, values: Values): Promise<void> {
  await tell(desk, `answer:${item.message.id}`, item, [{ key, values, to: { kind: 'reply' } }]);
}

/** One line that says what would have been right: to the sender alone where the platform allows it. */
export async function refuse(desk: Desk, item: IntakeItem, refusal: Refusal): Promise<void> {
  noteRefusal(item.message, refusal.key);
  const { who, name, chat } = item.message;
  const to = privately({ id: who, name });
  // What is said of an accusation is said to its sender alone, or not at all.
  const alone = chat.room && item.decision?.sealed === true ? { ...to, else: 'nobody' as const } : to;
  await tell(desk, `refuse:${item.message.id}`, item, [{ ...refusal, to: alone }]);
}

/** A case as it is called in this chat. */
export function nameFor(desk: Desk, c: Case, chat: ChatRef): string {
  return nameIn(c, chat, placeName(c.place, desk.directory().county));
}

/** To one person alone where the platform allows it, else in the chat where they spoke. */
export function privately(person: PersonRef): Extract<Audience, { kind: 'person' }> {
  return { kind: 'person', contacts: [person.id], name: person.name, place: '', else: 'reply' };
}
