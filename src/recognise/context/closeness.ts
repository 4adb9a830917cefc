import { shared } from '../text/features.js';
import type { Matter } from './matter.js';
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

/** How likely, on an open scale (about 2.6 is "yes"), an utterance belongs to a matter: who, when, where and of what. */
export function closeness(u: Utterance, matter: Matter): number {
  return timing(u, matter) + subject(u, matter) + place(u, matter) + people(u, matter) + standing(matter);
}

function timing(u: Utterance, matter: Matter): number {
  const minutes = Math.max(0, u.message.at - matter.lastAt) / MINUTE;
  const recency = RECENCY.find(([limit]) => minutes <= limit)?.[1] ?? LONG_AGO;
  const between = u.index - matter.lastIndex;
  return recency + (between <= 1 ? 0.8 : between <= 3 ? 0.4 : 0);
}

/** Shared things and words. Another category's failing thing speaks against it. */
export function subject(u: Utterance, matter: Matter): number {
  const things = Math.min(2, shared(u.topic.things, matter.things) * 0.8);
  const pairs = Math.min(1.8, shared(u.topic.pairs, matter.pairs) * 0.35);
  if (!u.reading.found) return things + pairs;
  if (u.reading.category === matter.category) return things + pairs + 0.8;
  return things + pairs - (things > 0 ? 0.2 : 0.8);
}

/** The same named place binds, different ones part: two burst pipes in two groups of households are two matters. */
export function place(u: Utterance, matter: Matter): number {
  const alsoHere = u.signals.has('meToo');
  return (
    compare(u.topic.numbered, matter.numbered, alsoHere ? 0 : -2) +
    compare(u.topic.named, matter.named, alsoHere ? 0 : -0.8)
  );
}

function compare(a: ReadonlySet<string>, b: ReadonlySet<string>, conflict: number): number {
  if (a.size === 0 || b.size === 0) return 0;
  for (const name of a) if (b.has(name)) return 0.8;
  return conflict;
}

function people(u: Utterance, matter: Matter): number {
  const { who } = u.message;
  const own = who === matter.opener ? 1 : matter.people.has(who) ? 0.5 : 0;
  return own + spokenTo(u, matter) + quoting(u, matter);
}

/** Whether the utterance names the opener or another voice of the matter. */
export function spokenTo(u: Utterance, matter: Matter): number {
  let best = 0;
  for (const [id, name] of matter.people) {
    const weight = id === matter.opener ? 2.5 : 1.3;
    if (u.clean.mentions.includes(name)) best = Math.max(best, weight);
    else if (nameIn(u.clean.text, name)) best = Math.max(best, weight * 0.6);
  }
  return best;
}

/** 覃伯 for 台胞覃伯, 小廖 for AAA挖机出租小廖: how people are called is a part of their nickname, mostly its end. */
export function nameIn(text: string, name: string): boolean {
  if (name.length < 2 || name.length > 16) return false;
  if (text.includes(name)) return true;
  const tail = /[\u4e00-\u9fff]{2}(?=[^\u4e00-\u9fff]*$)/.exec(name)?.[0];
  return tail !== undefined && text.includes(tail);
}

function quoting(u: Utterance, matter: Matter): number {
  const { quote } = u.clean;
  if (!quote) return 0;
  if (quote.text.length > 0 && (matter.text.includes(quote.text) || quote.text.includes(matter.text)))
    return 5;
  const overlap = u.quoted ? shared(u.quoted, matter.pairs) : 0;
  const voice = [...matter.people.values()].includes(quote.name);
  return Math.min(3, overlap * 0.7) + (voice ? 1 : 0);
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
