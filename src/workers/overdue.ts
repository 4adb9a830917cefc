import { announceOverdue } from '../cases/announce-overdue.js';
import type { Case } from '../cases/case.js';
import { placeName } from '../cases/directory.js';
import { isOverdue } from '../cases/rates.js';
import type { Desk } from './desk.js';
import { staffOf } from './on-duty.js';
import { toRows } from './post-office.js';
import { readAt } from './quiet-hours.js';

const KEEP_MS = 400 * 24 * 3600 * 1000;

/** Past its day: handler and cadre hear of it, once for each deadline. The village group does not. */
export async function tellOverdue(desk: Desk): Promise<void> {
  const places = (await desk.cases.places()).filter((place) => !place.startsWith('~'));
  const listed = await Promise.all(places.map((place) => desk.cases.open(place)));
  const now = desk.clock.now();
  const late = [...listed.flat(), ...(await desk.cases.sealedOpen())].filter((c) => isOverdue(c, now));
  for (const c of late) await tellOne(desk, c);
}

async function tellOne(desk: Desk, c: Case): Promise<void> {
  const opId = `overdue:${c.id}:${c.resolveBy}`;
  if ((await desk.memos.get(opId)) !== null) return;
  const now = desk.clock.now();
  const notices = announceOverdue(c, {
    now: readAt(desk.settings.quiet, c.urgency, now),
    placeName: placeName(c.place, desk.directory().county),
    staff: staffOf(desk, c.place),
    discreet: desk.settings.discreet,
  });
  const rows = toRows(desk, notices, { slot: c.place, opId, replyTo: null, about: c, now });
  await desk.outbox.add(rows);
  await desk.wake(rows);
  await desk.memos.set(opId, '1', KEEP_MS);
}
