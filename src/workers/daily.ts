import { addDays, dayStart, MINUTE } from '../cases/calendar.js';
import type { Millis } from '../cases/case.js';
import { splitLines } from '../cases/digest-split.js';
import type { Group } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Audience } from '../cases/outcome.js';
import { isUnfinished } from '../cases/rates.js';
import type { Desk } from './desk.js';
import { dayPost } from './day-post.js';
import { sendPost } from './send-post.js';
import { tellUnanswered } from './suggestion-tell.js';

const KEEP_MS = 400 * 24 * 3600 * 1000;

/**
 * Posts the day once its hour has passed by the injected clock. The very first look only sets the beginning; a clock
 * that was set back begins anew there; of several days missed only the last is told, the others are history.
 */
export async function postDaily(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  const kept = await desk.memos.get(memoKey.daily);
  const last = kept === null ? null : Number(kept);
  if (last === null || !(last <= now)) return note(desk, now);
  const due = lastHour(now, desk.settings.dailyAt);
  if (due <= last) return;
  for (const group of desk.directory().groups) if (group.roomId !== null) await post(desk, group, due);
  await toAdminsWithoutGroup(desk, due);
  await tellUnanswered(desk, due);
  await note(desk, due);
}

function note(desk: Desk, at: Millis): Promise<void> {
  return desk.memos.set(memoKey.daily, String(at), KEEP_MS);
}

/** The latest moment not after `now` at which the day is told; `minute` after local midnight. */
export function lastHour(now: Millis, minute: number): Millis {
  const today = dayStart(now) + minute * MINUTE;
  return today <= now ? today : dayStart(addDays(now, -1)) + minute * MINUTE;
}

async function post(desk: Desk, group: Group, due: Millis): Promise<void> {
  await tellDay(desk, group.place, group.kind === 'village', due, `daily:${due}:${group.roomId ?? ''}`, {
    kind: 'chat',
    chat: { id: group.roomId ?? '', room: true },
  });
}

/** A county without a work group of its own: its admins hear the day privately. */
async function toAdminsWithoutGroup(desk: Desk, due: Millis): Promise<void> {
  const own = desk
    .directory()
    .groups.some((group) => group.kind === 'work' && group.place === '' && group.roomId);
  if (!own) await tellDay(desk, '', false, due, `daily:${due}:admins`, { kind: 'admins' });
}

/** A village hears of a day on which something happened; officials also while something is open. */
async function tellDay(
  desk: Desk,
  place: string,
  village: boolean,
  due: Millis,
  opId: string,
  to: Audience,
): Promise<void> {
  // The day as it stands now, also when its hour is told late; never what began on a later day.
  const end = Math.min(desk.clock.now(), addDays(dayStart(due), 1) - 1);
  const { made, cases, picture } = await dayPost(desk, place, due, end);
  if (!made.happened && (village || !cases.some(isUnfinished))) return;
  const texts = splitLines(made.lines, desk.settings.messageChars, made.again);
  await sendPost(desk, opId, null, { texts, picture, to, priority: 'digest' });
}
