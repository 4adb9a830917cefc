import type { Actor, Case } from '../cases/case.js';
import { nameIn } from '../cases/case-names.js';
import { placeName } from '../cases/directory.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { isOpen } from './find-case.js';
import { answer, refuse } from './reply.js';

/** Between 忘记我 and 确认忘记我. */
const SURE_MS = 10 * 60 * 1000;

/** `忘记我`: says what goes; `确认忘记我`: noted, and done at night, once nothing of theirs is being handled. */
export async function forgetMe(desk: Desk, item: IntakeItem, by: Actor, sure: boolean): Promise<void> {
  if (by.offices.length > 0) return refuse(desk, item, { key: 'refuse_forget_official', values: {} });
  const open = await openCasesOf(desk, by.id);
  const cases = open
    .map((c) => nameIn(c, item.message.chat, placeName(c.place, desk.directory().county)))
    .join('、');
  const memo = `forget:${by.id}`;
  if (!sure) {
    await desk.memos.set(memo, '1', SURE_MS);
    const tail =
      open.length > 0 ? desk.render('forget_ask_open', { cases }) : desk.render('forget_ask_now', {});
    return answer(desk, item, 'forget_ask', { tail });
  }
  if ((await desk.memos.get(memo)) === null) return answer(desk, item, 'forget_unasked', {});
  await desk.privacy.request(by.id, item.message.at);
  if (open.length > 0) return answer(desk, item, 'forget_waits', { cases });
  await answer(desk, item, 'forget_noted', {});
}

/** Their own petitions that somebody still works on, or that wait for their word. */
export async function openCasesOf(desk: Pick<Desk, 'cases'>, contactId: string): Promise<Case[]> {
  const ids = await desk.cases.raisedBy(contactId);
  const cases = await Promise.all(ids.map((id) => desk.cases.load(id)));
  return cases.filter((c): c is Case => c !== null && c.petitioner.id === contactId && isOpen(c));
}
