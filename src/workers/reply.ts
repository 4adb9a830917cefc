import type { PersonRef } from '../cases/case.js';
import type { Audience, Notice, Refusal } from '../cases/outcome.js';
import { isDelicate } from '../cases/delicate.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Priority } from '../cases/words.js';
import type { Desk } from './desk.js';
import { toRows } from './post-office.js';

type Values = Record<string, string | number>;

/** Slot of the outbox for what no case caused. */
const DESK_SLOT = '~desk';

/** Says something that no change of a case caused; for one `opId` once. */
export async function tell(
  desk: Desk,
  opId: string,
  item: IntakeItem | null,
  notices: { key: string; values: Values; to: Audience; priority?: Priority; mention?: Notice['mention'] }[],
  slot = item && isDelicate(item) ? SEALED_PLACE : DESK_SLOT,
): Promise<void> {
  const full = notices.map((one) => ({ priority: 'other' as const, mention: [], ...one }));
  const replyTo = item?.message.chat ?? null;
  const rows = toRows(desk, full, { slot, opId, replyTo, about: null, now: desk.clock.now() });
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
  const { who, name, chat } = item.message;
  const to = privately({ id: who, name });
  // What is said of an accusation is said to its sender alone, or not at all.
  const alone = chat.room && item.decision?.sealed === true ? { ...to, else: 'nobody' as const } : to;
  await tell(desk, `refuse:${item.message.id}`, item, [{ ...refusal, to: alone }]);
}

/** To one person alone where the platform allows it, else in the chat where they spoke. */
export function privately(person: PersonRef): Extract<Audience, { kind: 'person' }> {
  return { kind: 'person', contacts: [person.id], name: person.name, place: '', else: 'reply' };
}
