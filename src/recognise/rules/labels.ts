import type { Category, Urgency } from '../../cases/words.js';
import { LEXICON } from '../lexicon/all.js';
import type { Finding, Signals } from '../signals.js';

/** The category that the findings together speak for; without any, that of the things named; else `other`. */
export function chooseCategory(findings: Finding[], signals: Signals): Category {
  const votes = new Map<Category, number>();
  const vote = (category: Category, weight: number): void => {
    votes.set(category, (votes.get(category) ?? 0) + weight);
  };
  findings
    .slice(0, 8)
    .forEach((finding, rank) => vote(finding.meaning.category, finding.meaning.weight / (1 + rank * 0.5)));
  for (const thing of signals.things) {
    const category = LEXICON.thingCategory.get(thing);
    if (category) vote(category, THING_VOTE);
  }
  let best: Category = 'other';
  let most = 0;
  for (const [category, sum] of votes) if (sum > most) [best, most] = [category, sum];
  return best;
}

/** A thing merely named says little beside one that fails. */
const THING_VOTE = 0.4;

/** Findings this much weaker than the strongest do not raise the urgency. */
const CLOSE = 1.3;

/** The most urgent among the strong findings; many hit, or no time left, makes a plain matter urgent. */
export function chooseUrgency(findings: Finding[], signals: Signals): Urgency {
  const best = findings[0];
  if (!best) return 'normal';
  const strong = findings.filter((f) => f.meaning.weight >= best.meaning.weight - CLOSE);
  const denied = (signals.has('past') && !signals.has('now')) || signals.has('hypothetical');
  if (!denied && strong.some((f) => f.meaning.urgency === 'emergency')) return 'emergency';
  return signals.has('pressing') || strong.some((f) => f.meaning.urgency !== 'normal') ? 'urgent' : 'normal';
}
