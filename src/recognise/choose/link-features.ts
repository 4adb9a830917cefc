import { calls } from '../room/names.js';
import { CATEGORY_AT, HEADS } from '../learn/heads.js';
import { typeChance, type Reading } from '../learn/text-model.js';
import type { Line } from '../room/line.js';
import type { Matter } from '../room/matter.js';
import type { PairMemory } from '../text/pairs.js';
import { damped, type Vector } from './vector.js';

const MINUTE = 60_000;
const TIMES = [1, 3, 10, 30, 120, 600, 1440, 4320];
const GAPS = [1, 2, 3, 5, 8, 15, 30];
const SHOWN = new Set(['image', 'audio', 'video', 'location']);

/**
 * What a line and a matter have in common. `rank`: 0 for the matter spoken of last; `said`: every pair of characters
 * of the line. At most 80 numbers.
 */
export function linkFeatures(v: Vector, line: Line, matter: Matter, rank: number, said: PairMemory): void {
  const minutes = Math.abs(line.message.at - matter.lastAt) / MINUTE;
  v.within(minutes, TIMES);
  v.within(line.index - matter.lastIndex, GAPS);
  people(v, line, matter);
  words(v, line, matter);
  const alike = categories(v, line.reading, matter.categories);
  places(v, line.numbered, matter.numbered);
  places(v, line.named, matter.named);
  const spoken = address(v, line, matter, said);
  standing(v, line, matter, rank);
  together(v, line, matter, rank, minutes, alike, spoken);
  v.add(1);
}

function people(v: Vector, line: Line, matter: Matter): void {
  const { who } = line.message;
  v.flag(who === matter.opener);
  v.flag(who !== matter.opener && matter.people.has(who));
  v.flag(who === matter.lastWho);
  v.flag(who === matter.answeredBy);
}

function words(v: Vector, line: Line, matter: Matter): void {
  const common = matter.pairs.weight(line.pairs);
  v.add(Math.min(3, common) / 1.5);
  v.flag(common > 0);
  v.add(line.pairs.length > 0 ? Math.min(1, common / Math.sqrt(line.pairs.length)) : 0);
  v.add(Math.min(3, matter.firstPairs.weight(line.pairs)) / 1.5);
  const sounds = matter.sounds.count(line.sounds);
  v.add(Math.min(4, sounds) / 2);
  v.add(line.sounds.length > 0 ? sounds / line.sounds.length : 0);
}

/** Likeness of two pictures of what it is about (Bhattacharyya coefficient), and how clear the line's own is. */
function categories(v: Vector, reading: Reading | null, of: Float32Array): number {
  if (!reading?.labels) {
    v.add(0);
    v.add(0);
    v.add(0);
    return 0;
  }
  let alike = 0;
  let clearest = 0;
  for (let k = 0; k < HEADS.category.length; k++) {
    const p = reading.labels[CATEGORY_AT + k] ?? 0;
    alike += Math.sqrt(p * (of[k] ?? 0));
    clearest = Math.max(clearest, p);
  }
  v.add(alike);
  v.add(alike * clearest);
  v.add(clearest - alike * clearest);
  return alike;
}

/** The same named place binds, different ones part. */
function places(v: Vector, a: ReadonlySet<string>, b: ReadonlySet<string>): void {
  let same = false;
  if (a.size > 0 && b.size > 0) for (const place of a) same ||= b.has(place);
  v.flag(same);
  v.flag(!same && a.size > 0 && b.size > 0);
}

/** Who is spoken to, and what is quoted. */
function address(v: Vector, line: Line, matter: Matter, said: PairMemory): number {
  const { mentions, text, quote } = line.clean;
  let spoken = 0;
  for (const [id, name] of matter.people) {
    const weight = id === matter.opener ? 1 : 0.6;
    if (mentions.length > 0 && mentions.includes(name.full)) spoken = Math.max(spoken, weight);
    else if (calls(text, said, name)) spoken = Math.max(spoken, weight * 0.6);
  }
  v.add(spoken);
  v.flag(mentions.length > 0 && spoken === 0);
  const quoted =
    quote !== null &&
    quote.text !== '' &&
    matter.texts.some((one) => one.includes(quote.text) || quote.text.includes(one));
  v.flag(quoted);
  v.flag(quote !== null && [...matter.people.values()].some((name) => name.full === quote.name));
  v.flag(quote !== null && !quoted);
  return spoken;
}

function standing(v: Vector, line: Line, matter: Matter, rank: number): void {
  v.flag(matter.open);
  v.add(damped(matter.strength));
  v.add(matter.open ? 0 : damped(matter.strength));
  v.flag(matter.answered);
  v.flag(matter.resolved);
  v.flag(matter.sealed);
  v.flag(matter.urgency === 'emergency');
  v.flag(rank === 0);
  v.flag(rank === 1);
  v.add(Math.min(rank, 6) / 3);
  v.flag(matter.lastSpeaker === 'official');
  v.add(Math.min(matter.count, 8) / 4);
  v.flag(line.message.at - matter.openedAt > 1440 * MINUTE);
}

/** Products that a sum of the parts cannot say. */
function together(
  v: Vector,
  line: Line,
  matter: Matter,
  rank: number,
  minutes: number,
  alike: number,
  spoken: number,
): void {
  const { reading, message } = line;
  const follow = reading ? typeChance(reading, 'followup') + typeChance(reading, 'fragment') : 0;
  const feedback = reading ? typeChance(reading, 'feedback') : 0;
  const answer = reading ? typeChance(reading, 'answer') : 0;
  const opens = reading ? typeChance(reading, 'opening') + typeChance(reading, 'accusation') : 0;
  const own = message.who === matter.opener;
  v.add(rank === 0 ? follow : 0);
  v.add(matter.answered ? feedback : 0);
  v.add(own ? feedback : 0);
  v.add(matter.answered ? 0 : answer);
  v.add(opens * alike);
  v.add(own ? opens : 0);
  v.add(minutes <= 3 ? opens : 0);
  v.flag(SHOWN.has(message.type) && message.who === matter.lastWho);
  v.flag(message.speaker === 'official' && matter.lastSpeaker !== 'official' && rank === 0);
  v.flag(line.meToo && rank === 0);
  v.flag(message.speaker === 'official' && matter.people.has(message.who));
  v.add(message.speaker === 'villager' ? 0 : spoken);
  // What confirms a suggestion: an official who speaks to it, not one who happens to write after it.
  const confirms = message.speaker === 'official' && !matter.open;
  v.add(confirms ? damped(matter.strength) : 0);
  v.flag(confirms && minutes <= 1);
  v.flag(confirms && line.index - matter.lastIndex <= 1);
  v.add(confirms ? answer * alike : 0);
}
