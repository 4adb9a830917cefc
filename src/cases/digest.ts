import { formatDay } from './calendar.js';
import type { Case, Millis } from './case.js';
import { listCase, listName, type ListView, type SayText } from './digest-case-line.js';
import { addUp, summarise, type DaySummary, type PlaceCounts } from './day-summary.js';
import { sumFigures, type DayCounts } from './digest-figures.js';
import { placeName, within } from './directory.js';
import { percent, type Satisfaction } from './rates.js';

/** Which day of which place, and in which words. */
export interface DigestView extends Omit<ListView, 'here'> {
  /** A village, or a township or the county, whose villages are then listed line by line. */
  place: string;
  /** Any moment of the calendar day, Asia/Shanghai. */
  day: Millis;
}

export interface Digest {
  /** False: no case was begun, answered, rated or solved that day; a village group then hears nothing. */
  happened: boolean;
  /** For `splitLines`. */
  lines: string[];
  /** What the second and later messages begin with, when one is not enough. */
  again: string;
}

/** More lines than these nobody reads in a chat; the rest is summed in one. */
const MOST_VILLAGES = 40;

/**
 * The daily post of a place. `cases`: at least those that are open, or that something happened to that day, anywhere in
 * the place; sealed, void and merged ones among them stand in no line.
 */
export function digest(cases: readonly Case[], view: DigestView): Digest {
  const own = cases.filter((c) => within(c.place, view.place));
  const days = [...byPlace(own)].map(([place, some]) => summarise(some, place, view.day, view.now));
  return digestOf(addUp(days, view.place), view);
}

function byPlace(cases: readonly Case[]): Map<string, Case[]> {
  const places = new Map<string, Case[]>();
  for (const c of cases) {
    const own = places.get(c.place);
    if (own) own.push(c);
    else places.set(c.place, [c]);
  }
  return places;
}

/** The same from what was added up before. */
export function digestOf(day: DaySummary, view: DigestView): Digest {
  const heading = { place: placeName(view.place, view.county), day: formatDay(view.day) };
  const head = view.say('digest_head', { ...heading, ...counts(day.counts, view.say) });
  const list = openList(day, { ...view, here: view.place });
  const [only] = list;
  const between = [...dayLines(day, view), ...villageLines(day.parts, view)];
  return {
    happened: day.counts.happened,
    again: view.say('digest_again', heading),
    // One open case is told in the same breath, as people would say it.
    lines: list.length === 1 ? [`${head}${only ?? ''}`, ...between] : [head, ...between, ...list],
  };
}

/** What the day's line leaves out: what was solved of older matters, and all that is still open. */
function dayLines({ resolved, standing, counts: { open }, overdue }: DaySummary, view: DigestView): string[] {
  const here = { ...view, here: view.place };
  const names = resolved.cases.map((c) => listName(c, here));
  const cases = `${names.join('、')}${resolved.count > names.length ? '等' : ''}`;
  const solved = resolved.count > 0 ? [view.say('digest_resolved', { count: resolved.count, cases })] : [];
  if (standing.count === open && overdue === 0) return solved;
  const key = overdue > 0 ? 'digest_standing_overdue' : 'digest_standing';
  return [...solved, view.say(key, { open: standing.count, overdue })];
}

/** A line for each village below where something happened, the busiest first. */
function villageLines(places: readonly PlaceCounts[], view: DigestView): string[] {
  const villages = places
    .filter(({ place, happened }) => place !== view.place && happened)
    .sort((a, b) => b.received - a.received || (a.place < b.place ? -1 : 1));
  const rest = villages.slice(MOST_VILLAGES);
  return [
    ...villages.slice(0, MOST_VILLAGES).map((village) => villageLine(village, view)),
    ...(rest.length > 0 ? [moreVillages(rest, view.say)] : []),
  ];
}

function villageLine(village: PlaceCounts, view: DigestView): string {
  const place = placeName(village.place, view.county);
  return view.say('digest_village', { place, ...counts(village, view.say) });
}

function moreVillages(villages: PlaceCounts[], say: SayText): string {
  return say('digest_villages_more', { count: villages.length, ...counts(sumFigures(villages), say) });
}

function counts({ received, answered, open, satisfaction }: DayCounts, say: SayText) {
  return { received, answered, open, satisfaction: satisfactionWords(satisfaction, say) };
}

export function satisfactionWords({ value, rated }: Satisfaction, say: SayText): string {
  return value === null
    ? say('digest_unrated', {})
    : say('digest_satisfaction', { percent: percent(value), rated });
}

/** `办理中：` and every open case; one alone stands on the heading's own line. */
function openList({ standing: { cases, count } }: DaySummary, view: ListView): string[] {
  const [first] = cases;
  const heading = view.say('digest_list', {});
  if (first === undefined) return [];
  if (count === 1) return [`${heading}${listCase(first, view)}。`];
  const more = count - cases.length;
  return [
    heading,
    ...cases.map((c) => listCase(c, view)),
    ...(more > 0 ? [view.say('digest_more', { count: more })] : []),
  ];
}
