import type { Millis } from '../cases/case.js';
import { splitLines } from '../cases/digest-split.js';
import type { Group } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Audience } from '../cases/outcome.js';
import { isEmpty } from '../cases/posts/period-post.js';
import {
  lastMonthly, lastWeekly, monthBefore, periodKey, weekBefore, type Period,
} from '../cases/posts/period.js'; // prettier-ignore
import type { Desk } from './desk.js';
import { makePost } from './period-post.js';
import { childOf, gather, materialOf, type PlacePeriod } from './post-material.js';
import { sendPost } from './send-post.js';

const KEEP_MS = 400 * 24 * 3600 * 1000;

/** 晒进度 and the monthly report, once their hour has passed by the injected clock (called by the sweep). */
export async function postPeriods(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  const { weeklyAt, monthlyAt } = desk.settings.posts;
  if (weeklyAt) await postDue(desk, lastWeekly(now, weeklyAt), weekBefore);
  if (monthlyAt) await postDue(desk, lastMonthly(now, monthlyAt), monthBefore);
}

/** As with the day: the very first look only sets the beginning, and of several periods missed the last alone is told. */
async function postDue(desk: Desk, due: Millis, periodOf: (due: Millis) => Period): Promise<void> {
  const period = periodOf(due);
  const key = memoKey.period(period.kind);
  const now = desk.clock.now();
  const kept = await desk.memos.get(key);
  const last = kept === null ? null : Number(kept);
  if (last === null || !(last <= now)) return desk.memos.set(key, String(now), KEEP_MS);
  if (due <= last) return;
  await tellPeriod(desk, period);
  await desk.memos.set(key, String(due), KEEP_MS);
}

/** Each place is counted once, for its township and for the county. */
async function tellPeriod(desk: Desk, period: Period): Promise<void> {
  const all = await gather(desk, '', period);
  const id = periodKey(period);
  for (const { roomId, place } of comparing(desk)) {
    if (roomId === null) continue;
    const to: Audience = { kind: 'chat', chat: { id: roomId, room: true } };
    await tellPlace(desk, all, place, period, { opId: `${id}:${roomId}`, to });
  }
  const own = desk.directory().groups.some((one) => one.kind === 'work' && one.place === '' && one.roomId);
  if (!own) await tellPlace(desk, all, '', period, { opId: `${id}:admins`, to: { kind: 'admins' } });
}

/** Work groups of places that have places below them: townships and the county. */
function comparing(desk: Desk): Group[] {
  const { groups, places } = desk.directory();
  return groups.filter(
    ({ kind, place }) => kind === 'work' && places.some((one) => childOf(place, one) !== null),
  );
}

async function tellPlace(
  desk: Desk,
  all: readonly PlacePeriod[],
  place: string,
  period: Period,
  { opId, to }: { opId: string; to: Audience },
): Promise<void> {
  const material = materialOf(desk, all, place, period);
  if (isEmpty(material)) return;
  const post = await makePost(desk, place, material, period);
  const texts = splitLines(post.lines, desk.settings.messageChars, post.again);
  const picture = desk.settings.posts.pictures ? post.picture : null;
  await sendPost(desk, opId, null, { texts, picture, to, priority: 'digest' });
  await desk.memos.set(memoKey.told(periodKey(period), place), JSON.stringify(post.told), KEEP_MS);
}
