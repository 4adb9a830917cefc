import type { Actor, Case } from '../cases/case.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { followUp } from './follow-up.js';
import { refuse } from './reply.js';

/** A villager's plain words on how it was handled: a rating when the case waits for one and the words are clear. */
export async function feedback(desk: Desk, item: IntakeItem, by: Actor, c: Case): Promise<void> {
  const rating = desk.reader.ratingOf(item.message.reply);
  const concerned = c.petitioner.id === by.id || c.coPetitioners.some((one) => one.id === by.id);
  if (!rating || !concerned || c.state !== 'resolved') return followUp(desk, item, by, c);
  const { message } = item;
  const cause = { opId: `rate:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const rated = await changeCase(desk, c.id, { type: 'rate', ...rating }, by, cause);
  if (!rated.ok) await refuse(desk, item, rated.refusal);
}
