import { evaluate, share, sumOf, type Figures } from '../evaluate.js';
import { createRecogniser } from '../recogniser.js';
import type { VillageModel } from '../model/village-model.js';
import type { Thresholds } from '../model/thresholds.js';
import { roomMessage, type LabelledLine } from '../transcript.js';

/** Groups with a model whose readings did not learn from them. */
export interface FitPart {
  groups: LabelledLine[][];
  /** Lines that stand for themselves: what the first line of a room may be. */
  singles: LabelledLine[];
  model: VillageModel;
}

/** What the thresholds are fitted to. The text models of the parts know a fifth less of the corpus than the final one, and it is that much more precise. */
const PRECISION = 0.952;
const SUGGESTIONS_PER_100 = 5.1;
const ASKED_PER_100 = 32.5;
/**
 * Of 100 single lines of the corpus that raise nothing, so many may open, and so many may open or be suggested, as the first
 * line of a room. They were written to tempt: of private messages that nobody wrote for a test a tenth as many do.
 */
const OPENED_FIRST = 1.9;
const NOTED_FIRST = 11.3;
/** How sure an official's answer has to be of what it confirms; the rest follows from each. */
const CONFIRM = [0.9, 0.94, 0.97];
const STEPS = 6;

/**
 * Where probabilities become decisions: as many openings as the wanted precision allows, as many suggestions and
 * questions to a second reader as their budgets allow. Each is found by halving an interval.
 */
export function fitThresholds(parts: FitPart[], first: Thresholds): Thresholds {
  const at = (thresholds: Thresholds): Figures =>
    sumOf(
      parts.map(({ groups, model }) => evaluate(groups.flat(), createRecogniser({ ...model, thresholds }))),
    );
  let best: { thresholds: Thresholds; recall: number } | null = null;
  for (const confirm of CONFIRM) {
    const base = { ...first, confirm, reveal: Math.max(first.reveal, confirm) };
    const open = lowest(0.4, 0.95, (x) => share(at(opening(base, x)).openPrecision) >= PRECISION);
    const thresholds = opening(base, open);
    const recall = share(at(thresholds).openRecall);
    if (!best || recall > best.recall) best = { thresholds, recall };
  }
  const opened = best?.thresholds ?? first;
  const suggest = lowest(0.03, opened.open, (x) => {
    const { suggestions, messages } = at({ ...opened, suggest: x });
    return (100 * suggestions) / messages <= SUGGESTIONS_PER_100;
  });
  const suggesting = { ...opened, suggest };
  const ask = lowest(0.0002, 0.05, (x) => {
    const { asked, messages } = at({ ...suggesting, ask: x });
    return (100 * asked) / messages <= ASKED_PER_100;
  });
  return rounded({ ...suggesting, ask, ...firstLines(parts, suggesting) });
}

/** The thresholds of a room's first line, by how high the lines that raise nothing reach. */
function firstLines(parts: FitPart[], base: Thresholds): Pick<Thresholds, 'openFirst' | 'suggestFirst'> {
  const idle = parts.flatMap(({ singles, model }) => {
    const recogniser = createRecogniser({ ...model, thresholds: { ...base, ...NEVER } });
    return singles
      .filter(raisesNothing)
      .map((line) => recogniser.room([]).read(roomMessage(line)).confidence);
  });
  if (idle.length === 0) return { openFirst: base.open, suggestFirst: base.suggest };
  idle.sort((a, b) => b - a);
  const above = (per100: number): number => idle[Math.floor((idle.length * per100) / 100)] ?? 1;
  return { openFirst: above(OPENED_FIRST), suggestFirst: above(NOTED_FIRST) };
}

/** Nothing opens or is suggested by its opening alone. */
const NEVER = { openFirst: 2, suggestFirst: 2, openEmergency: 2 };

const raisesNothing = ({ case: opens, role, type, intent }: LabelledLine): boolean =>
  !opens && role === 'villager' && type === 'text' && intent === 'chatter';

/** An emergency may open at less: a needless receipt is the smaller harm. */
function opening(base: Thresholds, open: number): Thresholds {
  return { ...base, open, openEmergency: Math.min(base.openEmergency, open) };
}

/** The lowest value between two that still passes, to within a sixty-fourth of the way; `to` when none does. */
function lowest(from: number, to: number, passes: (x: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function rounded(thresholds: Thresholds): Thresholds {
  return Object.fromEntries(
    Object.entries(thresholds).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]),
  ) as Thresholds;
}
