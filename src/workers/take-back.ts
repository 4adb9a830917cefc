import type { Actor, Case } from '../cases/case.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase, type Cause } from './change-case.js';
import type { Desk } from './desk.js';
import { chainOf } from './living-case.js';
import { readerChats, strikeLines } from './suggestion-tell.js';

/**
 * A recalled message: what it added to a case goes; the one that opened a case nobody has touched yet withdraws it.
 * Once an official has acted, only the words go: the handling stands.
 */
export async function takeBack(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const { message } = item;
  const recalled = message.recalls;
  if (!recalled) return;
  await desk.recents.forget(message.chat.id, recalled);
  await strikeLines(desk, readerChats(desk), [recalled]);
  const place = desk.directory().groupOf(message.chat.id)?.place ?? desk.villagesOf(message.who)[0];
  const id = place === undefined ? null : await desk.cases.caseOfMessage(place, recalled);
  const c = id === null ? null : await desk.cases.load(id);
  if (!c) return;
  const cause = { opId: `recall:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const opener = c.messageId === recalled && c.petitioner.id === by.id;
  if (opener && c.state === 'received') await changeCase(desk, c.id, { type: 'withdraw' }, by, cause);
  else await removeEverywhere(desk, c, recalled, by, cause);
}

/** A merge took a copy along: what is taken back stands in none of them. */
async function removeEverywhere(
  desk: Desk,
  c: Case,
  recalled: string,
  by: Actor,
  cause: Cause,
): Promise<void> {
  for (const one of await chainOf(desk, c)) {
    const opId = one.id === c.id ? cause.opId : `${cause.opId}:${one.id}`;
    const action = { type: 'remove_material', messageId: recalled } as const;
    await changeCase(desk, one.id, action, by, { ...cause, opId });
  }
}
