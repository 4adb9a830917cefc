import { share, type Figures, type Rate } from './evaluate.js';

/**
 * When a county's own model may take the place of the one in use. Both are measured on the same held-out groups; a figure
 * may lose no more than chance would take, and what harms people may lose nothing at all.
 */
interface Rule {
  name: string;
  of: (figures: Figures) => number;
  /** How far it may fall (or, with `most`, rise) behind the model in use. */
  give: number;
  /** The smaller the better. */
  less?: true;
}

type RateName = { [Key in keyof Figures]: Figures[Key] extends Rate ? Key : never }[keyof Figures];

const rate = (name: string, key: RateName, give: number): Rule => ({
  name,
  of: (figures) => 100 * share(figures[key]),
  give,
});

/** In points of a hundred. */
export const NO_WORSE: readonly Rule[] = [
  // A false receipt before 300 households, a matter that nobody hears of.
  rate('precision of openings', 'openPrecision', 0.5),
  rate('matters opened or suggested', 'foundRecall', 0.5),
  // Life at risk, and words that must reach inspectors.
  rate('emergencies opened', 'emergencies', 0),
  rate('accusations found', 'accusations', 0),
  rate('matters opened', 'openRecall', 1),
  rate('category', 'category', 1),
  rate('urgency', 'urgency', 1),
  rate('links found', 'linkRecall', 1),
  rate('precision of links', 'linkPrecision', 1),
  rate('answers found', 'answerRecall', 1),
  rate('precision of answers', 'answerPrecision', 1),
  rate('matters put to a second reader', 'askRecall', 1),
  { name: 'suggestions per 100 messages', of: (one) => per100(one.suggestions, one.messages), give: 0.5, less: true }, // prettier-ignore
  { name: 'second cases per 100 matters', of: (one) => per100(one.seconds, one.matters), give: 1, less: true }, // prettier-ignore
];

/** Figures are sums of whole numbers; what is equal must not fail for the last binary digit. */
const ROUNDING = 1e-9;

/** A figure of both, and whether the new one stands. */
export interface Comparison {
  name: string;
  current: number;
  candidate: number;
  give: number;
  ok: boolean;
}

/** Figure by figure; an accusation shown to all is never allowed, also where the model in use does it. */
export function compare(candidate: Figures, current: Figures): Comparison[] {
  const rules = NO_WORSE.map(({ name, of, give, less }) => {
    const [was, is] = [of(current), of(candidate)];
    const loss = less ? is - was : was - is;
    return { name, current: was, candidate: is, give, ok: loss <= give + ROUNDING };
  });
  const { leaks } = candidate;
  return [
    { name: 'accusations leaked', current: current.leaks, candidate: leaks, give: 0, ok: leaks === 0 },
    ...rules,
  ];
}

/** Two measurements mean something beside each other only when they were made on the same lines. */
export function sameHeldOut(a: Figures, b: Figures): boolean {
  return a.messages === b.messages && a.matters === b.matters && a.messages > 0;
}

function per100(count: number, of: number): number {
  return of === 0 ? 0 : (100 * count) / of;
}
