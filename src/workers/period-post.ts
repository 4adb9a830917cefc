import type { Actor } from '../cases/case.js';
import { splitLines } from '../cases/digest-split.js';
import { memoKey } from '../cases/memo-keys.js';
import type { IntakeItem } from '../cases/ports.js';
import { periodPost } from '../cases/posts/period-post.js';
import {
  lastMonthly, lastWeekly, monthBefore, monthSoFar, periodKey, weekBefore, weekSoFar, type Period,
} from '../cases/posts/period.js'; // prettier-ignore
import type { Post, PostMaterial } from '../cases/posts/post.js';
import { toldSchema, type Told } from '../cases/posts/ranking.js';
import type { Desk } from './desk.js';
import { listView } from './list-view.js';
import { placeAsked } from './place-asked.js';
import { gather, materialOf } from './post-material.js';
import { refuse } from './reply.js';
import { sendPost } from './send-post.js';

/** 周报, 月报: the post as it would stand now; `last`: that of the last full week or month. */
export async function periodNow(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  kind: Period['kind'],
  last: boolean,
): Promise<void> {
  const place = placeAsked(desk, item, by);
  if (place === null) return refuse(desk, item, { key: 'refuse_other_place', values: {} });
  const period = last ? lastFull(desk, kind) : soFar(desk, kind);
  const material = materialOf(desk, await gather(desk, place, period), place, period);
  const post = await makePost(desk, place, material, period);
  const texts = splitLines(post.lines, desk.settings.messageChars, post.again);
  const picture = desk.settings.posts.pictures ? post.picture : null;
  await sendPost(desk, `list:${item.message.id}`, item, { texts, picture, to: { kind: 'reply' } });
}

/** Text and picture of what was counted, compared with what was told of the period before. */
export async function makePost(
  desk: Desk,
  place: string,
  material: PostMaterial,
  period: Period,
): Promise<Post> {
  const { categoryNames, posts } = desk.settings;
  const { here: _, ...view } = listView(desk, place);
  const terms = { weights: posts.weights, fromCases: posts.rankFromCases };
  const before = await toldBefore(desk, place, period);
  return periodPost(material, { ...view, place, period, terms, before, categoryNames });
}

async function toldBefore(desk: Desk, place: string, period: Period): Promise<Told | null> {
  const before = period.kind === 'month' ? monthBefore(period.from) : weekBefore(period.from);
  const kept = await desk.memos.get(memoKey.told(periodKey(before), place));
  return kept === null ? null : toldSchema.parse(JSON.parse(kept));
}

export function soFar(desk: Desk, kind: Period['kind']): Period {
  const now = desk.clock.now();
  return kind === 'month' ? monthSoFar(now) : weekSoFar(now);
}

const MONDAY_MORNING = { weekday: 1, minute: 0 };
const FIRST_MORNING = { day: 1, minute: 0 };

export function lastFull(desk: Desk, kind: Period['kind']): Period {
  const now = desk.clock.now();
  const { weeklyAt, monthlyAt } = desk.settings.posts;
  return kind === 'month'
    ? monthBefore(lastMonthly(now, monthlyAt ?? FIRST_MORNING))
    : weekBefore(lastWeekly(now, weeklyAt ?? MONDAY_MORNING));
}
