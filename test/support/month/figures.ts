import { DAY, HOUR, midnight } from './calendar.js';
import { standAt, type RawCase, type Stand } from './history.js';

/** The figures of docs/rates.md counted from histories, as a clerk with a pencil would. */

export interface Span {
  from: number;
  to: number;
}

export interface Figures {
  received: number;
  answered: number;
  open: number;
  onTime: [count: number, of: number];
  resolved: number;
  declined: number;
  unrated: number;
  words: { satisfied: number; fairly: number; unsatisfied: number };
  standing: number;
  overdue: number;
  reopened: [count: number, of: number];
  answerMs: number[];
  solutionMs: number[];
  spoken: number;
  acts: number;
  categories: Map<string, number>;
  happened: boolean;
}

export function figures(cases: readonly RawCase[], place: string, span: Span, now: number): Figures {
  const here = cases.filter(
    (one) => place === '' || one.place === place || one.place.startsWith(`${place}/`),
  );
  const all = here
    .map((one) => standAt(one, now))
    .filter((one): one is Stand => one !== null && !one.skipped);
  const within = (t: number | null): boolean => t !== null && span.from <= t && t < span.to;
  const begun = all.filter((one) => within(one.openedAt));
  const rated = all.filter((one) => within(one.wordAt));
  const ever = all.filter((one) => one.words.some(({ at }) => within(at)));
  const due = begun.filter(
    (one) => one.answeredAt !== null || one.answerBy < Math.min(now, one.endedAt ?? now),
  );
  const open = all.filter((one) => one.status === 'open');
  const solved = all.filter((one) => within(one.solvedAt));
  const word = (which: string): number => rated.filter((one) => one.word === which).length;
  return {
    received: begun.length,
    answered: begun.filter((one) => one.answeredAt !== null).length,
    open: begun.filter((one) => one.status === 'open').length,
    onTime: [due.filter((one) => one.answeredAt !== null && one.answeredAt <= one.answerBy).length, due.length],
    resolved: solved.length,
    declined: all.filter((one) => one.declined && within(one.endedAt)).length,
    unrated: all.filter((one) => one.closed && one.word === null && within(one.endedAt)).length,
    words: { satisfied: word('satisfied'), fairly: word('fairly'), unsatisfied: word('unsatisfied') },
    standing: open.length,
    overdue: open.filter((one) => one.resolveBy < Math.min(now, one.asking?.since ?? now)).length,
    reopened: [ever.filter((one) => one.words.some((said) => said.word === 'unsatisfied' && within(said.at))).length, ever.length], // prettier-ignore
    answerMs: begun.flatMap((one) => (one.answeredAt === null ? [] : [one.answeredAt - one.openedAt])),
    solutionMs: solved.map((one) => (one.solvedAt ?? 0) - one.openedAt),
    spoken: begun.reduce((sum, one) => sum + one.spoke, 0),
    acts: begun.reduce((sum, one) => sum + one.acts, 0),
    categories: begun.reduce((map, one) => map.set(one.category, (map.get(one.category) ?? 0) + 1), new Map<string, number>()),
    happened: all.some((one) => [one.openedAt, one.answeredAt, one.wordAt, one.solvedAt].some(within)),
  }; // prettier-ignore
}

export const ratedOf = ({ words }: Figures): number => words.satisfied + words.fairly + words.unsatisfied;

/** 满意度; null where nobody rated. */
export function satisfactionOf(one: Figures): number | null {
  const rated = ratedOf(one);
  return rated === 0 ? null : (one.words.satisfied * 10 + one.words.fairly * 9) / (rated * 10);
}

/** `83.3%`; all and nothing only when exact. */
export function percent(value: number): string {
  const tenths = Math.round(Number((value * 1000).toFixed(6)));
  if (value > 0 && value < 1) return `${Math.min(999, Math.max(1, tenths)) / 10}%`;
  return `${tenths / 10}%`;
}

export const share = ([count, of]: readonly [number, number]): string =>
  of === 0 ? '暂无' : `${percent(count / of)}（${count}/${of}）`;

export function middle(durations: readonly number[]): number | null {
  const sorted = [...durations].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half)
    ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
    : (sorted[Math.floor(half)] ?? 0);
}

export function took(ms: number | null): string {
  if (ms === null) return '暂无';
  if (ms < HOUR) return `${Math.max(1, Math.round(ms / 60_000))}分钟`;
  return ms < 2 * DAY ? `${Math.round((ms / HOUR) * 10) / 10}小时` : `${Math.round((ms / DAY) * 10) / 10}天`;
}

export const dayOfMoment = (t: number): Span => ({ from: midnight(t), to: midnight(t) + DAY });
