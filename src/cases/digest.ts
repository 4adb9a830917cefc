import { formatDay } from './calendar.js';
import type { Case, Millis } from './case.js';
import { listCase, listName, type ListView, type SayText } from './digest-case-line.js';
import { dayFigures, sumFigures, type DayCounts, type DayFigures } from './digest-figures.js';
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

/** More lines than this nobody reads in a chat; the rest is summed in one. */
const MOST_CASES = 30;
const MOST_VILLAGES = 40;
const MOST_NAMES = 12;

/**
 * The daily post of a place. `cases`: at least those that are open, or that something happened to that day, anywhere in
 * the place; sealed, void and merged ones among them stand in no line.
 */
export function digest(cases: readonly Case[], view: DigestView): Digest {
  const own = cases.filter((c) => within(c.place, view.place));
  const figures = dayFigures(own, view.day, view.now);
  const heading = { place: placeName(view.place, view.county), day: formatDay(view.day) };
  const head = view.say('digest_head', { ...heading, ...counts(figures, view.say) });
  const list = openList(figures, { ...view, here: view.place });
  const [only] = list;
  const between = [...dayLines(figures, view), ...villageLines(own, view)];
  return {
    happened: figures.happened,
    again: view.say('digest_again', heading),
    // One open case is told in the same breath, as people would say it.
    lines: list.length === 1 ? [`${head}${only ?? ''}`, ...between] : [head, ...between, ...list],
  };
}

/** What the day's line leaves out: what was solved of older matters, and all that is still open. */
function dayLines({ resolved, standing, open, overdue }: DayFigures, view: DigestView): string[] {
  const here = { ...view, here: view.place };
  const names = resolved.slice(0, MOST_NAMES).map((c) => listName(c, here));
  const cases = `${names.join('、')}${resolved.length > MOST_NAMES ? '等' : ''}`;
  const solved = resolved.length > 0 ? [view.say('digest_resolved', { count: resolved.length, cases })] : [];
  if (standing.length === open && overdue === 0) return solved;
  const key = overdue > 0 ? 'digest_standing_overdue' : 'digest_standing';
  return [...solved, view.say(key, { open: standing.length, overdue })];
}

/** A line for each village below where something happened, the busiest first. */
function villageLines(cases: readonly Case[], view: DigestView): string[] {
  const villages = [...new Set(cases.map((c) => c.place))]
    .filter((place) => place !== view.place)
    .map((place) => ({
      place,
      ...dayFigures(
        cases.filter((c) => c.place === place),
        view.day,
        view.now,
      ),
    })) // prettier-ignore
    .filter((village) => village.happened)
    .sort((a, b) => b.received - a.received || (a.place < b.place ? -1 : 1));
  const rest = villages.slice(MOST_VILLAGES);
  return [
    ...villages.slice(0, MOST_VILLAGES).map((village) => villageLine(village, view)),
    ...(rest.length > 0 ? [moreVillages(rest, view.say)] : []),
  ];
}

function villageLine(village: DayFigures & { place: string }, view: DigestView): string {
  const place = placeName(village.place, view.county);
  return view.say('digest_village', { place, ...counts(village, view.say) });
}

function moreVillages(villages: DayFigures[], say: SayText): string {
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
function openList({ standing }: DayFigures, view: ListView): string[] {
  const [first] = standing;
  const heading = view.say('digest_list', {});
  if (first === undefined) return [];
  if (standing.length === 1) return [`${heading}${listCase(first, view)}。`];
  const more = standing.length - MOST_CASES;
  return [
    heading,
    ...standing.slice(0, MOST_CASES).map((c) => listCase(c, view)),
    ...(more > 0 ? [view.say('digest_more', { count: more })] : []),
  ];
}
