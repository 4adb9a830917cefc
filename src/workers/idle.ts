import { SYSTEM_ACTOR, type Case, type Keeper, type Millis } from '../cases/case.js';
import { hoursFor, termEnd } from '../cases/deadlines.js';
import { idleSince } from '../cases/idle.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { staffOf } from './on-duty.js';

/** Hours are not told by the minute: histories are looked at so seldom. */
const LOOK_EVERY_MS = 5 * 60 * 1000;
const LOOKED = 'idle:looked';
const KEEP_MS = 24 * 3600 * 1000;

/** An assignment on which its handler says nothing returns to the village head; the clock runs on (called by the sweep). */
export async function returnIdle(desk: Desk): Promise<void> {
  const { idleMs } = desk.settings;
  const now = desk.clock.now();
  if (idleMs === null || Math.abs(now - Number(await desk.memos.get(LOOKED))) < LOOK_EVERY_MS) return;
  const places = (await desk.cases.places()).filter((place) => !place.startsWith('~'));
  for (const place of places) {
    const given = (await desk.cases.open(place)).filter(
      (c) => c.state === 'assigned' && c.openedAt <= now - idleMs,
    );
    for (const c of given) await returnOne(desk, c, now, idleMs);
  }
  await desk.memos.set(LOOKED, String(now), KEEP_MS);
}

async function returnOne(desk: Desk, c: Case, now: Millis, idleMs: Millis): Promise<void> {
  const since = idleSince(c, await desk.cases.history(c.id));
  if (since === null || now < termEnd(since, idleMs, hoursFor(c.urgency, desk.settings.rules.hours))) return;
  const to = nextFor(desk, c);
  if (to === null) return;
  const cause = { opId: `idle:${c.id}:${c.version}`, messageId: '', at: now, chat: null };
  const done = await changeCase(desk, c.id, { type: 'return_idle', to }, SYSTEM_ACTOR, cause);
  if (!done.ok) desk.log.debug({ case: c.id, why: done.refusal.key }, 'not returned');
}

/** The village head, else its other cadres, else the leader; null: it is with the first of them already. */
function nextFor(desk: Desk, c: Case): Keeper | null {
  const { keepers, leaders } = staffOf(desk, c.place);
  const all = [...keepers, ...leaders].filter((one) => one.contacts.length > 0);
  const [first] = all;
  if (first === undefined || first.contacts.some((id) => c.handler?.contacts.includes(id))) return null;
  return { name: first.name, contacts: first.contacts };
}
