import type { Category, Speaker, Urgency } from '../../cases/words.js';
import type { Nickname } from './names.js';
import { CATEGORY_AT, HEADS } from '../learn/heads.js';
import { typeChance, type Reading } from '../learn/text-model.js';
import { PairMemory } from '../text/pairs.js';
import type { Line } from './line.js';

/** A matter as the room remembers it: bounded in every field. */
export interface Matter {
  /** Id of the message that opened or first suggested it. */
  id: string;
  opener: string;
  openedAt: number;
  lastAt: number;
  /** Position in the room (count of messages) of its last message. */
  lastIndex: number;
  lastWho: string;
  lastSpeaker: Speaker;
  /** Messages of it so far. */
  count: number;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
  /** Opened as a case, not only suggested. */
  open: boolean;
  /** How much its first line, read for itself, looks like the beginning of a matter: a probability. */
  strength: number;
  answered: boolean;
  answeredBy: string | null;
  resolved: boolean;
  closed: boolean;
  /** Who spoke in it, id → nickname. */
  people: Map<string, Nickname>;
  /** First lines of it, for recognising a quote. */
  texts: string[];
  /** Pairs of characters of all its lines, and of the first alone; pairs of syllables of all. */
  pairs: PairMemory;
  firstPairs: PairMemory;
  sounds: PairMemory;
  /** Running mean of the category probabilities of its villagers' lines. */
  categories: Float32Array;
  numbered: Set<string>;
  named: Set<string>;
}

const MAX_PEOPLE = 40;
const MAX_TEXTS = 12;
const MAX_TEXT = 120;
const MAX_PLACES = 12;
/** How much of a matter's category picture each further line replaces. */
const FRESH = 0.25;

export interface Beginning {
  open: boolean;
  sealed: boolean;
  category: Category;
  urgency: Urgency;
}

export function startMatter(line: Line, how: Beginning): Matter {
  const { id, at, who, speaker } = line.message;
  const matter: Matter = {
    id,
    opener: who,
    openedAt: at,
    lastAt: at,
    lastIndex: line.index,
    lastWho: who,
    lastSpeaker: speaker,
    count: 1,
    ...how,
    strength: strengthOf(line),
    answered: false,
    answeredBy: null,
    resolved: false,
    closed: false,
    people: new Map([[who, line.nick]]),
    texts: [],
    pairs: new PairMemory(),
    firstPairs: new PairMemory(),
    sounds: new PairMemory(),
    categories: categoriesOf(line.reading),
    numbered: new Set(),
    named: new Set(),
  };
  matter.firstPairs.add(line.pairs);
  remember(matter, line);
  return matter;
}

/** Adds a line's words to what is known of a matter. */
function remember(matter: Matter, line: Line): void {
  matter.pairs.add(line.pairs);
  matter.sounds.add(line.sounds);
  for (const place of line.numbered) if (matter.numbered.size < MAX_PLACES) matter.numbered.add(place);
  for (const place of line.named) if (matter.named.size < MAX_PLACES) matter.named.add(place);
  if (line.clean.text !== '' && matter.texts.length < MAX_TEXTS)
    matter.texts.push(line.clean.text.slice(0, MAX_TEXT));
}

/** A line that belongs to the matter: the talk is on it now. */
export function continueMatter(matter: Matter, line: Line): void {
  const { at, who, speaker } = line.message;
  matter.lastAt = Math.max(matter.lastAt, at);
  matter.lastIndex = line.index;
  matter.lastWho = who;
  matter.lastSpeaker = speaker;
  matter.count++;
  if (matter.people.size < MAX_PEOPLE || matter.people.has(who)) matter.people.set(who, line.nick);
  remember(matter, line);
  const labels = line.reading?.labels;
  if (speaker === 'official' || !labels) return;
  for (let k = 0; k < matter.categories.length; k++)
    matter.categories[k] = (matter.categories[k] ?? 0) * (1 - FRESH) + (labels[CATEGORY_AT + k] ?? 0) * FRESH;
}

/** An official has said something of substance on it. */
export function answerMatter(matter: Matter, line: Line): void {
  matter.answered = true;
  matter.answeredBy = line.message.who;
  if (DONE.test(line.clean.text)) matter.resolved = true;
}

const DONE = /好了|修好|通了|亮了|来了|完了|解决|处理好|到位|办好|弄好|清了|发了|装好|换了/;

function strengthOf({ reading, joined }: Line): number {
  const begins = (one: Reading | null): number =>
    one ? typeChance(one, 'opening') + typeChance(one, 'accusation') : 0;
  return Math.max(begins(reading), begins(joined));
}

function categoriesOf(reading: Reading | null): Float32Array {
  const n = HEADS.category.length;
  if (!reading?.labels) return new Float32Array(n).fill(1 / n);
  return reading.labels.slice(CATEGORY_AT, CATEGORY_AT + n);
}
