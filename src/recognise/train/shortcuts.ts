import type { LabelledLine } from '../transcript.js';

/** One number of a line that a lazy learner could decide by. */
type Trait = (line: LabelledLine) => number;

const HOUR = /T(\d\d)/;

/**
 * What must not tell matters from talk: how long a line is, its punctuation, who sends it, and when. A corpus in which
 * one of these does teaches nothing, and a test on it proves nothing.
 */
const TRAITS: Record<string, Trait> = {
  length: (line) => [...line.text].length,
  punctuation: (line) => (line.text.match(/[，。！？、,.!?；：…]/g) ?? []).length,
  question: (line) => (/[?？]/.test(line.text) ? 1 : 0),
  role: (line) => ['villager', 'official', 'volunteer', 'doctor'].indexOf(line.role),
  hour: (line) => Number(HOUR.exec(line.t)?.[1] ?? 0),
};

/** How well one rule does on the part that it was not fitted on. */
export interface Shortcut {
  trait: string;
  /** Values within which a line would open a case. */
  from: number;
  to: number;
  /** F1 on the held-out part. */
  f1: number;
}

/** For each trait the interval that finds the openings of the training part best, measured on the held-out part. */
export function shortcuts(training: LabelledLine[], heldOut: LabelledLine[]): Shortcut[] {
  return Object.entries(TRAITS).map(([trait, of]) => {
    const { from, to } = bestInterval(training, of);
    return { trait, from, to, f1: f1(heldOut, (line) => of(line) >= from && of(line) <= to) };
  });
}

/** Largest value that is still told apart; beyond, lines count as equally long. */
const MOST = 120;

function bestInterval(lines: LabelledLine[], of: Trait): { from: number; to: number } {
  const all = new Array<number>(MOST + 1).fill(0);
  const openings = new Array<number>(MOST + 1).fill(0);
  for (const line of lines) {
    const value = Math.max(0, Math.min(MOST, of(line)));
    all[value] = (all[value] ?? 0) + 1;
    if (line.case) openings[value] = (openings[value] ?? 0) + 1;
  }
  const total = openings.reduce((a, b) => a + b, 0);
  let best = { from: 0, to: MOST, f1: 0 };
  for (let from = 0; from <= MOST; from++) {
    let chosen = 0;
    let right = 0;
    for (let to = from; to <= MOST; to++) {
      chosen += all[to] ?? 0;
      right += openings[to] ?? 0;
      const score = (2 * right) / Math.max(1, chosen + total);
      if (score > best.f1) best = { from, to: to === MOST ? Infinity : to, f1: score };
    }
  }
  return best;
}

function f1(lines: LabelledLine[], rule: (line: LabelledLine) => boolean): number {
  const chosen = lines.filter(rule);
  const right = chosen.filter((line) => line.case).length;
  const total = lines.filter((line) => line.case).length;
  return (2 * right) / Math.max(1, chosen.length + total);
}
