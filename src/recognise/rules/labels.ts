import type { Category, Urgency } from '../../cases/words.js';
import type { Finding, Signals } from '../signals.js';

/** The category that the findings together speak for; `other` without any. */
export function chooseCategory(findings: Finding[]): Category {
  const votes = new Map<Category, number>();
  findings.slice(0, 8).forEach((finding, rank) => {
    const { category, weight } = finding.meaning;
    votes.set(category, (votes.get(category) ?? 0) + weight / (1 + rank * 0.5));
  });
  let best: Category = 'other';
  let most = 0;
  for (const [category, vote] of votes) if (vote > most) [best, most] = [category, vote];
  return best;
}

/** Findings this much weaker than the strongest do not raise the urgency. */
const CLOSE = 1.3;

/** The most urgent among the strong findings; many hit, or somebody hurt, makes a plain matter urgent. */
export function chooseUrgency(findings: Finding[], signals: Signals): Urgency {
  const best = findings[0];
  if (!best) return 'normal';
  const strong = findings.filter((f) => f.meaning.weight >= best.meaning.weight - CLOSE);
  const denied = signals.has('past') && !signals.has('now');
  if (!denied && strong.some((f) => f.meaning.urgency === 'emergency')) return 'emergency';
  return strong.some((f) => f.meaning.urgency !== 'normal') ? 'urgent' : 'normal';
}
