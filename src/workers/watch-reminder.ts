import { addDays, dayKey } from '../cases/calendar.js';
import type { Case, Millis } from '../cases/case.js';
import { within } from '../cases/directory.js';
import type { LadderTime } from '../cases/ladder-time.js';
import { caseRefName } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { listenersOf, type Listener } from './hearers.js';
import { putLines } from './ladder-mail.js';

/**
 * 督办 past its date: who ordered it is reminded once a working day, until they lift it. Returns when to look again;
 * null: it has no date.
 */
export async function remindOrderer(desk: Desk, c: Case, time: LadderTime): Promise<Millis | null> {
  const until = c.supervised?.until;
  if (until === undefined) return null;
  const now = desk.clock.now();
  if (now < until) return time.tellable(until);
  if (time.tellable(now) !== now) return time.tellable(now);
  const line = {
    id: `watch|${caseRefName(c)}|${until}|${dayKey(now)}`,
    caseId: caseRefName(c),
    kind: 'watch',
    due: until,
    at: now,
  } as const;
  await putLines(desk, line, orderersOf(desk, c));
  return time.tellable(addDays(now, 1));
}

const ORDERING = ['township_leader', 'admin', 'inspector'];

/** By the directory's name and an office over the place; who left it is followed by the inspectors. */
function orderersOf(desk: Desk, c: Case): Listener[] {
  const orderer = desk
    .directory()
    .officials.find(
      (one) =>
        one.name === c.supervised?.by &&
        one.offices.some(({ role, place }) => ORDERING.includes(role) && within(c.place, place)),
    );
  if (!orderer) return listenersOf(desk, c, ['inspector']);
  return [{ name: orderer.name, contacts: orderer.contacts, place: orderer.offices[0]?.place ?? '' }];
}
