import type { PetitionKind } from '../../cases/words.js';
import { WEIGHTS } from '../lexicon/types.js';
import type { Reading, Scorer } from '../scorer.js';
import type { Finding, Signals } from '../signals.js';
import type { CleanText } from '../text/clean.js';
import { accusationOdds } from './accusation.js';
import { kindOf } from './kind.js';
import { chooseCategory, chooseUrgency } from './labels.js';
import {
  BIAS,
  GAINS,
  LAUGHING,
  LAUGHING_FACES,
  LONG_LOSS,
  LONG_TEXT,
  LOSSES,
  PAST_AND_SOLVED,
  SECOND_FINDING,
  THIRD_FINDING,
} from './weights.js';

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The hand-written rules of the first version: a weighted sum of what speaks for and against a matter. */
export const RULES: Scorer = {
  version: 'rules-1',
  read(clean: CleanText, signals: Signals): Reading {
    const findings = strongestFirst(signals.findings);
    const best = findings[0];
    const kind = kindOf(signals, best);
    const odds =
      BIAS + support(findings) + kind.gain + gains(signals) - losses(clean, signals, kind.kind, best);
    return {
      matter: sigmoid(best || kind.gain > 0 ? odds : Math.min(odds, UNNAMED_CAP)),
      accusation: sigmoid(accusationOdds(signals)),
      kind: kind.kind,
      category: chooseCategory(findings, signals),
      urgency: kind.kind === 'suggestion' ? 'normal' : chooseUrgency(findings, signals),
      found: best !== undefined,
    };
  },
};

/** Without a thing named the text may ask, but never opens: at most a suggestion. */
const UNNAMED_CAP = 0.2;

/** One finding per frame or phrase list, the heaviest first. */
function strongestFirst(all: Finding[]): Finding[] {
  const byMeaning = new Map<number, Finding>();
  for (const finding of all) byMeaning.set(finding.meaning.id, finding);
  return [...byMeaning.values()].sort((a, b) => rank(b) - rank(a) || b.end - b.start - (a.end - a.start));
}

/** Danger first among findings of like weight: 堤脚冒浑水 is a levee, not a ditch. */
const rank = (f: Finding): number => f.meaning.weight + (f.meaning.urgency === 'emergency' ? 0.5 : 0);

/** The strongest finding, confirmed by others that stand elsewhere in the text. */
function support(findings: Finding[]): number {
  const [first, ...others] = findings;
  if (!first) return 0;
  const apart = others.filter((other) => other.start >= first.end || other.end <= first.start);
  const second = apart[0] ? Math.min(SECOND_FINDING, apart[0].meaning.weight * 0.25) : 0;
  const third = apart[1] ? Math.min(THIRD_FINDING, apart[1].meaning.weight * 0.15) : 0;
  return first.meaning.weight + second + third;
}

function gains(signals: Signals): number {
  let sum = 0;
  for (const [name, { each, cap }] of Object.entries(GAINS)) {
    sum += Math.min(cap, each * signals.count(name as keyof typeof GAINS));
  }
  return sum;
}

/** Losses that a plea or a setback takes back: thanks in advance, "mended and broken again", "last year's road". */
function excused(name: Loss, signals: Signals, kind: PetitionKind): boolean {
  if (kind === 'suggestion') return name === 'hypothetical'; // 要是装个灯就好了 is how suggestions are made
  if (kind === 'consultation') return name === 'price' || name === 'past' || name === 'faraway';
  if (name === 'greeting' || name === 'praise') return signals.has('ask');
  if (name === 'solved') return signals.has('discontent');
  return name === 'weather' && signals.has('harm');
}

type Loss = keyof typeof LOSSES;

function losses(clean: CleanText, signals: Signals, kind: PetitionKind, best: Finding | undefined): number {
  let sum = clean.faces.some((face) => LAUGHING_FACES.has(face)) ? LAUGHING : 0;
  for (const name of Object.keys(LOSSES) as Loss[]) {
    const count = signals.count(name);
    if (count === 0 || excused(name, signals, kind)) continue;
    const loss = Math.min(LOSSES[name].cap, LOSSES[name].each * count);
    // One's fridge thaws because the power is out: a strong finding outweighs the things at home.
    sum += name === 'private' && best && best.meaning.weight >= WEIGHTS.strong ? loss * 0.4 : loss;
  }
  if (signals.has('past') && signals.has('solved')) sum += PAST_AND_SOLVED;
  if (signals.text.length > LONG_TEXT && !signals.has('ask')) sum += LONG_LOSS;
  return sum;
}
