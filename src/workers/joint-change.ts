import type { Action } from '../cases/action.js';
import { apply } from '../cases/apply.js';
import type { Actor, Case, ChatRef } from '../cases/case.js';
import { above, placeName } from '../cases/directory.js';
import { isShared } from '../cases/family.js';
import type { Notice } from '../cases/outcome.js';
import { changeCase, type Cause, type Changed } from './change-case.js';
import type { Desk } from './desk.js';
import { childrenOf, namesOf } from './joint-offer.js';

/**
 * Does to a case, and to those that are handled as one with it, what an official said of it outside the village groups.
 * Each sibling is changed by a command of its own, applied once, so a crash in between is finished by the same message's
 * second run. Who handles them hears one line that names all; each village's group hears of its own.
 */
export async function changeTogether(
  desk: Desk,
  c: Case,
  action: Action,
  by: Actor,
  cause: Cause,
): Promise<{ changed: Changed; touched: string[] }> {
  const siblings = await siblingsFor(desk, c, action, by, cause);
  const names = namesOf(desk, [c, ...siblings]);
  const voice = (notices: Notice[]): Notice[] => (siblings.length === 0 ? notices : notices.map((one) => nameAll(one, c, names))); // prettier-ignore
  const changed = await changeCase(desk, c.id, action, by, cause, voice);
  if (!changed.ok) return { changed, touched: [] };
  const touched = [c.id];
  for (const sibling of siblings) {
    const opId = `${cause.opId}:${sibling.id}`;
    const quiet = (notices: Notice[]): Notice[] => notices.filter((one) => isForVillage(one, sibling));
    const done = await changeCase(desk, sibling.id, action, by, { ...cause, opId }, quiet);
    if (done.ok) touched.push(sibling.id);
    else desk.log.debug({ case: sibling.id, why: done.refusal.key }, 'not changed together');
  }
  return { changed, touched };
}

/** Those of the family that the same step fits: their own state and the speaker's rights decide, as for any command. */
async function siblingsFor(desk: Desk, c: Case, action: Action, by: Actor, cause: Cause): Promise<Case[]> {
  const township = c.sealed ? null : above(c.place);
  if (!township || inVillageGroup(desk, cause.chat) || !isShared(action, c)) return [];
  const family = await desk.families.of(township, c.id);
  if (!family?.joined) return [];
  const others = (await childrenOf(desk, family)).filter((one) => one.id !== c.id);
  return others.filter((one) => isShared(action, one) && fits(desk, one, action, by, cause));
}

function inVillageGroup(desk: Desk, chat: ChatRef | null): boolean {
  return chat?.room === true && desk.directory().groupOf(chat.id)?.kind === 'village';
}

/** A dry run of the pure domain. */
function fits(desk: Desk, c: Case, action: Action, by: Actor, cause: Cause): boolean {
  const name = placeName(c.place, desk.directory().county);
  const ctx = { by, now: cause.at, messageId: cause.messageId, chat: cause.chat ?? c.chat, salt: '', history: [], placeName: name, rules: desk.settings.rules }; // prettier-ignore
  return apply(c, action, ctx).ok;
}

/** Where officials hear of it, all the cases are named; the village's own group hears of its own alone. */
function nameAll(notice: Notice, c: Case, names: string): Notice {
  if (isForVillage(notice, c)) return notice;
  const { values } = notice;
  const matter = typeof values['matter'] === 'string' ? { matter: `${names} ${c.title}`.trim() } : {};
  const confirmed = notice.key.startsWith('confirm') ? { case: names } : {};
  return { ...notice, values: { ...values, ...matter, ...confirmed } };
}

function isForVillage({ to }: Notice, c: Case): boolean {
  if (to.kind === 'case_chat') return true;
  return to.kind === 'person' && to.contacts.includes(c.petitioner.id);
}
