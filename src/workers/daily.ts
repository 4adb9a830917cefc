import { setImmediate as turn } from 'node:timers/promises';
import { addDays, dayStart, MINUTE } from '../cases/calendar.js';
import type { Millis } from '../cases/case.js';
import { splitLines } from '../cases/digest-split.js';
import { within, type Group } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Audience, OutboxRow } from '../cases/outcome.js';
import { POST_LEVELS, reaches, type PostLevel } from '../cases/posts/settings.js';
import { placesWithin, readDays, type PlaceDay } from './day-cases.js';
import type { Desk } from './desk.js';
import { dayPost, totalOf } from './day-post.js';
import { send } from './reply.js';
import { rowsOfPost } from './send-post.js';
import { tellUnanswered } from './suggestion-tell.js';

/** So many rows are written in one go. */
const PAGE = 100;

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
  await tellDay(desk, due);
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

/**
 * The county's day, township by township: each village is read once, for its own post and for those above it. Officials
 * hear theirs first: at the pace of an account a thousand villages take an hour.
 */
async function tellDay(desk: Desk, due: Millis): Promise<void> {
  // The day as it stands now, also when its hour is told late; never what began on a later day.
  const until = { day: due, end: Math.min(desk.clock.now(), addDays(dayStart(due), 1) - 1) };
  const pictures = desk.settings.posts.dailyPictures !== 'off';
  const rows: Record<PostLevel, OutboxRow[]> = { county: [], township: [], village: [] };
  const townships: PlaceDay[] = [];
  const began = performance.now();
  for (const [township, places] of byTownship(await placesWithin(desk, ''))) {
    const days = await readDays(desk, places, until, pictures);
    for (const post of postsWithin(desk, township, due)) {
      rows[post.level].push(...postRows(desk, days, due, post));
      await turn(); // somebody may be calling for help
    }
    townships.push(totalOf(days, township, due));
  }
  for (const post of postsOfCounty(desk, due)) rows.county.push(...postRows(desk, townships, due, post));
  const ms = Math.round(performance.now() - began);
  desk.log.info(
    { messages: POST_LEVELS.reduce((sum, level) => sum + rows[level].length, 0), ms },
    'the day is told',
  );
  for (const level of POST_LEVELS)
    for (let at = 0; at < rows[level].length; at += PAGE) await send(desk, rows[level].slice(at, at + PAGE));
}

function byTownship(places: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const place of places) {
    const township = place.split('/', 1)[0] ?? '';
    found.set(township, [...(found.get(township) ?? []), place]);
  }
  return found;
}

/** One group's daily post, or that of a county without a group. */
interface Post {
  place: string;
  level: PostLevel;
  opId: string;
  to: Audience;
}

function postsWithin(desk: Desk, township: string, due: Millis): Post[] {
  const own = desk.directory().groups.filter(({ place }) => place !== '' && within(place, township));
  return own.flatMap((group) => postTo(group, group.kind === 'village' ? 'village' : 'township', due));
}

function postsOfCounty(desk: Desk, due: Millis): Post[] {
  const own = desk.directory().groups.filter(({ place }) => place === '');
  const posts = own.flatMap((group) => postTo(group, 'county', due));
  if (own.some(({ kind, roomId }) => kind === 'work' && roomId !== null)) return posts;
  // A county without a work group of its own: its admins hear the day privately.
  return [...posts, { place: '', level: 'county', opId: `daily:${due}:admins`, to: { kind: 'admins' } }];
}

function postTo({ roomId, place }: Group, level: PostLevel, due: Millis): Post[] {
  if (roomId === null) return [];
  return [{ place, level, opId: `daily:${due}:${roomId}`, to: { kind: 'chat', chat: { id: roomId, room: true } } }]; // prettier-ignore
}

/** A village hears of a day on which something happened; officials also while something is open. */
function postRows(
  desk: Desk,
  days: readonly PlaceDay[],
  due: Millis,
  { place, level, opId, to }: Post,
): OutboxRow[] {
  const { posts, messageChars } = desk.settings;
  const own = days.filter((one) => within(one.place, place));
  if (own.length === 0) return [];
  const { made, standing, picture } = dayPost(desk, place, own, due, reaches(posts.dailyPictures, level));
  if (!made.happened && (level === 'village' || standing === 0)) return [];
  const texts = splitLines(made.lines, messageChars, made.again);
  return rowsOfPost(desk, opId, null, { texts, picture, to, priority: 'digest' });
}
