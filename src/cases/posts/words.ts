import { DAY, HOUR, MINUTE } from '../calendar.js';
import type { Millis } from '../case.js';
import type { SayText } from '../digest-case-line.js';
import { percent, rate, type Rate, type Satisfaction } from '../rates.js';
import { CATEGORIES, type Category } from '../words.js';

/** `93.6%（132/141）`; a rate over nothing has no percentage. */
export function rateWords({ count, of }: Pick<Rate, 'count' | 'of'>, say: SayText): string {
  const { value } = rate(count, of);
  return value === null
    ? say('post_rate_none', {})
    : say('post_rate', { percent: percent(value), count, of });
}

/** `93.6%`, where the denominator stands beside it. */
export function percentWords({ count, of }: Pick<Rate, 'count' | 'of'>, say: SayText): string {
  const { value } = rate(count, of);
  return value === null ? say('post_rate_none', {}) : percent(value);
}

/** 满意度 without its denominator, where that stands beside it. */
export function satisfiedWords({ value }: Satisfaction, say: SayText): string {
  return value === null ? say('post_rate_none', {}) : percent(value);
}

/** How long something took, in the unit that people would use: `20分钟`, `3小时`, `2.5天`. */
export function tookWords(ms: Millis | null, say: SayText): string {
  if (ms === null) return say('post_rate_none', {});
  if (ms < HOUR) return say('took_minutes', { count: Math.max(1, Math.round(ms / MINUTE)) });
  if (ms < 2 * DAY) return say('took_hours', { count: tenths(ms / HOUR) });
  return say('took_days', { count: tenths(ms / DAY) });
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What was received, by category, the most frequent first. */
export function categoryRows(
  categories: Partial<Record<Category, number>>,
  names: Record<Category, string>,
): { name: string; count: number }[] {
  return CATEGORIES.map((one) => ({ name: names[one], count: categories[one] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
