import type { Case } from '../cases/case.js';
import { above, within } from '../cases/directory.js';
import { latest } from '../cases/posts/day-picture.js';
import { periodFigures, sumPeriods, type PeriodFigures } from '../cases/posts/figures.js';
import type { Period } from '../cases/posts/period.js';
import type { PostMaterial } from '../cases/posts/post.js';
import { MOST_LATE } from '../cases/posts/post-lists.js';
import type { Unit } from '../cases/posts/ranking.js';
import { findTopics, TOPIC_TERMS, topicCases, type TopicCase } from '../cases/posts/topics.js';
import type { History } from '../cases/rates-history.js';
import type { Desk } from './desk.js';

/** What is kept of one village while a post is made: figures, not cases. */
export interface PlacePeriod {
  place: string;
  figures: PeriodFigures;
  late: Case[];
  topics: TopicCase[];
}

/** What counting needs of the world: the desk has it, and so has the command line. */
export type Counting = Pick<Desk, 'cases' | 'directory' | 'clock'> & {
  settings: Pick<Desk['settings'], 'discreet'>;
};

/** So many histories are asked for at once. */
const AT_ONCE = 50;

/**
 * Counts a period, village by village: what is open, and what something happened to since it began. Its cost is that of
 * the period's cases, however many the county has had. A month also reads the histories of its own cases.
 */
export async function gather(desk: Counting, place: string, period: Period): Promise<PlacePeriod[]> {
  const places = (await desk.cases.places()).filter((one) => !one.startsWith('~') && within(one, place));
  const found: PlacePeriod[] = [];
  for (const one of places.sort()) found.push(await countPlace(desk, one, period));
  return found;
}

async function countPlace(desk: Counting, place: string, period: Period): Promise<PlacePeriod> {
  const now = desk.clock.now();
  const touched = await desk.cases.openOrTouched(place, period.from, Math.max(now + 1, period.to));
  const cases = touched.filter((c) => !c.sealed);
  const monthly = period.kind === 'month';
  const histories = monthly ? await historiesOf(desk, cases, period) : null;
  const begun = cases.filter((c) => period.from <= c.openedAt && c.openedAt < period.to);
  return {
    place,
    figures: periodFigures(cases, period, now, histories),
    late: latest(cases, now).slice(0, MOST_LATE),
    topics: monthly ? topicCases(begun, desk.settings.discreet) : [],
  };
}

/** Of the cases begun or rated since the period began: no others count in what histories tell. */
async function historiesOf(desk: Counting, cases: readonly Case[], { from, to }: Period): Promise<History[]> {
  const wanted = cases.filter((c) => (from <= c.openedAt && c.openedAt < to) || (c.ratedAt ?? 0) >= from);
  const found: History[] = [];
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const page = wanted.slice(at, at + AT_ONCE);
    found.push(...(await Promise.all(page.map(async (c) => ({ case: c, events: await desk.cases.history(c.id) }))))); // prettier-ignore
  }
  return found;
}

/** One place's post out of what was counted. */
export function materialOf(
  desk: Pick<Counting, 'directory'>,
  all: readonly PlacePeriod[],
  place: string,
  period: Period,
): PostMaterial {
  const own = all.filter((one) => within(one.place, place));
  const { places } = desk.directory();
  return {
    figures: sumPeriods(
      own.map((one) => one.figures),
      period,
    ),
    units: unitsOf(own, place, places, period),
    late: byLateness(own),
    topics: findTopics(
      own.flatMap((one) => one.topics),
      [...places, ...own.map((one) => one.place)],
      TOPIC_TERMS,
    ),
  };
}

/** The places right below this one, also those that had nothing; a single one is compared with nobody. */
function unitsOf(
  own: readonly PlacePeriod[],
  place: string,
  known: readonly string[],
  period: Period,
): Unit[] {
  const below = [...known, ...own.map((one) => one.place)].flatMap((one) => childOf(place, one) ?? []);
  const units = [...new Set(below)].map((unit) => ({
    place: unit,
    figures: sumPeriods(
      own.filter((one) => within(one.place, unit)).map((one) => one.figures),
      period,
    ),
  }));
  return units.length > 1 ? units : [];
}

/** The place between this one and one below it: 店门镇 for the county and a village of 店门镇. */
export function childOf(place: string, below: string): string | null {
  for (let one: string | null = below; one !== null && one !== place; one = above(one))
    if (above(one) === place) return one;
  return null;
}

function byLateness(own: readonly PlacePeriod[]): Case[] {
  return own
    .flatMap((one) => one.late)
    .sort((a, b) => a.resolveBy - b.resolveBy || a.openedAt - b.openedAt)
    .slice(0, MOST_LATE);
}
