import type { Random } from './learn/random.js';
import { share, sumOf, type Details, type Figures, type Rate } from './evaluate.js';

/** One figure of the product's table, with what it should reach. */
interface Goal {
  name: string;
  of: (figures: Figures) => number;
  goal: number;
  /** Whether more is better. */
  more: boolean;
}

type RateName = { [K in keyof Figures]: Figures[K] extends Rate ? K : never }[keyof Figures];

const atLeast = (name: string, rate: RateName, goal: number): Goal => ({
  name,
  of: (figures) => share(figures[rate]),
  goal,
  more: true,
});
const atMost = (name: string, of: Goal['of'], goal: number): Goal => ({ name, of, goal, more: false });
const per100 = (n: number, of: number): number => (100 * n) / Math.max(1, of);

/** The goals that the product sets itself on groups that it has never seen. */
export const GOALS: Goal[] = [
  atLeast('precision of opened cases', 'openPrecision', 0.95),
  atLeast('recall of opened cases', 'openRecall', 0.8),
  atLeast('matters opened or suggested', 'foundRecall', 0.97),
  atMost('suggestions per 100 messages', (f) => per100(f.suggestions, f.messages), 6),
  atLeast('emergencies opened', 'emergencies', 1),
  atMost('accusations leaked', (f) => f.leaks, 0),
  atLeast('accusations found', 'accusations', 0.9),
  atLeast('category right', 'category', 0.88),
  atLeast('urgency right', 'urgency', 0.85),
  atLeast('links, recall', 'linkRecall', 0.85),
  atLeast('links, precision', 'linkPrecision', 0.92),
  atLeast('officials’ answers, precision', 'answerPrecision', 0.95),
  atLeast('officials’ answers, recall', 'answerRecall', 0.9),
  atMost('second cases per 100 matters', (f) => per100(f.seconds, f.matters), 3),
  atMost('asked per 100 messages', (f) => per100(f.asked, f.messages), 35),
  atLeast('matters among those asked', 'askRecall', 0.995),
];

export interface Row {
  name: string;
  value: number;
  /** Between these lie 95 of 100 bootstrap samples of the groups. */
  from: number;
  to: number;
  goal: number;
  met: boolean;
}

/**
 * The table with its intervals: bootstrap over whole groups, percentiles (Efron 1979), because lines of one group are
 * not independent of each other.
 */
export function report(groups: Figures[], random: Random, samples = 1000): Row[] {
  const sums = Array.from({ length: samples }, () =>
    sumOf(groups.map(() => groups[Math.floor(random.next() * groups.length)] as Figures)),
  );
  const whole = sumOf(groups);
  return GOALS.map(({ name, of, goal, more }) => {
    const value = of(whole);
    const sorted = sums.map(of).sort((a, b) => a - b);
    const at = (q: number): number => sorted[Math.round(q * (samples - 1))] ?? value;
    return { name, value, from: at(0.025), to: at(0.975), goal, met: more ? value >= goal : value <= goal };
  });
}

/** The table for people. */
export function reportTable(rows: Row[]): string {
  const number = (x: number): string => (x > 1 ? x.toFixed(1) : x.toFixed(3));
  const head = `${'figure'.padEnd(32)}${'value'.padStart(7)}  ${'95 % interval'.padEnd(16)}${'goal'.padStart(6)}`;
  return [
    head,
    ...rows.map(
      ({ name, value, from, to, goal, met }) =>
        `${name.padEnd(32)}${number(value).padStart(7)}  ${`${number(from)} to ${number(to)}`.padEnd(16)}${number(goal).padStart(6)}  ${met ? 'met' : 'missed'}`,
    ),
  ].join('\n');
}

/** What was taken for what: the true label first, how often, then the most frequent errors. */
export function confusionTable(name: string, counts: Map<string, number>): string {
  const truths = new Map<string, { right: number; of: number; wrong: [string, number][] }>();
  for (const [key, n] of counts) {
    const [truth = '', decided = ''] = key.split(' ');
    const row = truths.get(truth) ?? { right: 0, of: 0, wrong: [] };
    row.of += n;
    if (truth === decided) row.right += n;
    else row.wrong.push([decided, n]);
    truths.set(truth, row);
  }
  const rows = [...truths].sort((a, b) => b[1].of - a[1].of);
  return [
    `${name}: right of all, and what the others were taken for`,
    ...rows.map(([truth, { right, of, wrong }]) => {
      const most = wrong.sort((a, b) => b[1] - a[1]).slice(0, 5);
      return `  ${truth.padEnd(18)}${`${right}/${of}`.padStart(11)}  ${most.map(([decided, n]) => `${decided} ${n}`).join(', ')}`;
    }),
  ].join('\n');
}

/** The worst mistakes: openings that were surest and wrong, matters that were least seen. */
export function worstMistakes({ mistakes }: Details, each: number): string {
  const told = (kind: string, ascending: boolean): string[] =>
    mistakes
      .filter((one) => one.kind === kind)
      .sort((a, b) => (ascending ? 1 : -1) * (a.confidence - b.confidence))
      .slice(0, each)
      .map(
        ({ confidence, line }) =>
          `  ${kind.padEnd(14)} ${confidence.toFixed(2)}  ${line.group} #${line.seq}: ${line.text.replace(/\s+/g, ' ').slice(0, 60)}`,
      );
  return [
    ...told('leaked', false),
    ...told('opened wrongly', false),
    ...told('opened twice', false),
    ...told('missed', true),
  ].join('\n');
}
