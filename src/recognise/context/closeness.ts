import { shared } from '../text/features.js';
import type { Matter, Topic } from './matter.js';
import { calls } from './names.js';
import type { Utterance } from './utterance.js';

const MINUTE = 60_000;

/** Bonus by minutes since the matter was last spoken of: talk moves on quickly, matters stay for days. */
const RECENCY: [minutes: number, bonus: number][] = [
  [3, 1.5],
  [10, 1],
  [30, 0.5],
  [180, 0],
  [1440, -0.5],
  [7 * 1440, -1.2],
];
const LONG_AGO = -2.2;

/** How likely, on an open scale (about 2.2 is "yes"), an utterance belongs to a matter: who, when, where and of what. */
export function closeness(u: Utterance, matter: Matter): number {
  return timing(u, matter) + subject(u, matter) + place(u, matter) + people(u, matter) + standing(matter);
}

function timing(u: Utterance, matter: Matter): number {
  if (u.message.at < matter.openedAt - MINUTE) return LONG_AGO; // read late or out of order: not about what came after
  return recency(u.message.at - matter.lastAt) + nextness(u.index - matter.lastIndex);
}

/** `ms` since it was spoken of. */
export function recency(ms: number): number {
  const minutes = Math.max(0, ms) / MINUTE;
  return RECENCY.find(([limit]) => minutes <= limit)?.[1] ?? LONG_AGO;
}

/** Messages in between. */
export const nextness = (between: number): number => (between <= 1 ? 0.8 : between <= 3 ? 0.4 : 0);

/** Shared things and words. */
export function overlap(a: Topic, b: Pick<Topic, 'things' | 'pairs'>): number {
  return Math.min(2, shared(a.things, b.things) * 0.8) + Math.min(1.8, shared(a.pairs, b.pairs) * 0.35);
}

/** Another category's failing thing speaks against a matter, unless things or words are shared. */
export function subject(u: Utterance, matter: Matter): number {
  const common = overlap(u.topic, matter);
  if (!u.reading.found) return common;
  if (u.reading.category === matter.category) return common + 0.8;
  if (common > 0 || u.meToo || matter.urgency === 'emergency') return common - 0.2;
  return u.reading.matter >= OWN_MATTER ? -1.5 : -0.8;
}

/** From here on a line may well be a matter of its own. */
const OWN_MATTER = 0.2;

/** The same named place binds, different ones part: two burst pipes in two groups of households are two matters. */
export function place(u: Utterance, matter: Matter): number {
  return (
    compare(u.topic.numbered, matter.numbered, u.meToo ? 0 : -2) +
    compare(u.topic.named, matter.named, u.meToo ? 0 : -0.8)
  );
}

function compare(a: ReadonlySet<string>, b: ReadonlySet<string>, conflict: number): number {
  if (a.size === 0 || b.size === 0) return 0;
  for (const name of a) if (b.has(name)) return 0.8;
  return conflict;
}

function people(u: Utterance, matter: Matter): number {
  const { who, speaker } = u.message;
  const own = who === matter.opener ? 1 : matter.people.has(who) ? 0.5 : 0;
  // Neighbours call each other for anything; an official who names somebody speaks of their matter.
  const called = speaker === 'villager' ? 0 : spokenTo(u, matter);
  return own + called + quoting(u, matter);
}

/** Whether the utterance names the opener or another voice of the matter. */
export function spokenTo(u: Utterance, matter: Matter): number {
  let best = 0;
  for (const [id, name] of matter.people) {
    const weight = id === matter.opener ? 2.5 : 1.3;
    if (u.clean.mentions.includes(name.full)) best = Math.max(best, weight);
    else if (calls(u.clean.text, name)) best = Math.max(best, weight * 0.6);
  }
  return best;
}

function quoting(u: Utterance, matter: Matter): number {
  const { quote } = u.clean;
  if (!quote) return 0;
  if (quote.text.length > 0 && (matter.text.includes(quote.text) || quote.text.includes(matter.text)))
    return 5;
  const common = u.quoted ? shared(u.quoted, matter.pairs) : 0;
  const voice = [...matter.people.values()].some((name) => name.full === quote.name);
  return Math.min(3, common * 0.7) + (voice ? 1 : 0);
}

function standing(matter: Matter): number {
  return (matter.closed ? -1.5 : matter.resolved ? -0.4 : 0) - (matter.open ? 0 : 0.3);
}

/** The matter an utterance is closest to, by `score`; null when none is remembered. */
export function closest(
  matters: Iterable<Matter>,
  score: (matter: Matter) => number,
): { matter: Matter; score: number } | null {
  let best: { matter: Matter; score: number } | null = null;
  for (const matter of matters) {
    const value = score(matter);
    if (!best || value > best.score) best = { matter, score: value };
  }
  return best;
}
