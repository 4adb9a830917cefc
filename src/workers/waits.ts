import { SYSTEM_ACTOR, type Actor, type Case } from '../cases/case.js';
import type { IntakeItem } from '../cases/ports.js';
import { answersFor } from '../cases/waiting.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { findCase, quotedCase } from './find-case.js';

/** The villager has not answered within the set days: the clock goes on, and who has the case hears of it, once. */
export async function endWaits(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  for (const place of [...(await desk.cases.places()), SEALED_PLACE]) {
    for (const c of await desk.cases.waitedOut(place, now)) {
      // The wait's own number: the same one is ended once, whatever else happens to the case meanwhile.
      const cause = {
        opId: `wait-over:${c.id}:${c.waits}:${c.waiting?.since ?? ''}`,
        messageId: '',
        at: now,
        chat: null,
      };
      await changeCase(desk, c.id, { type: 'go_on', resolveBy: null }, SYSTEM_ACTOR, cause);
    }
  }
}

/**
 * The case that waits for this person's word and that these words are about: by the number or message that they name;
 * in a private chat also the only one that waits for them. The recogniser finds the others.
 */
export async function awaitedBy(desk: Desk, item: IntakeItem, by: Actor): Promise<Case | null> {
  const { message } = item;
  const named = (await numbered(desk, item, by)) ?? (await quotedCase(desk, message, by));
  if (named) return waitsFor(named, by) ? named : null;
  if (message.chat.room || item.decision?.action === 'open') return null;
  const ids = await desk.cases.raisedBy(by.id);
  const cases = await Promise.all(ids.map((id) => desk.cases.load(id)));
  const waiting = cases.filter((c): c is Case => c !== null && waitsFor(c, by));
  return waiting.length === 1 ? (waiting[0] ?? null) : null;
}

/** `#3 井边那盏`, also behind a mention of the bot. */
async function numbered(desk: Desk, { message }: IntakeItem, by: Actor): Promise<Case | null> {
  const number = /^\s*(?:@\S+\s*)?[#＃]\s*(\d{1,7})(?!\d)/u.exec(message.reply)?.[1];
  if (number === undefined) return null;
  const ref = { kind: 'number', number: Number(number), place: null } as const;
  const found = await findCase(desk, ref, message, by, () => false);
  return found.ok ? found.case : null;
}

function waitsFor(c: Case, by: Actor): boolean {
  return c.waiting !== null && answersFor(by, c);
}
