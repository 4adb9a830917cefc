import type { Category, Urgency } from '../../cases/words.js';
import type { Signals } from '../signals.js';
import type { Nickname } from './names.js';
import { namedPlaces, numberedPlaces, topicPairs } from '../text/features.js';

/** What a message is about, for comparing it with matters. */
export interface Topic {
  things: ReadonlySet<number>;
  pairs: ReadonlySet<number>;
  numbered: ReadonlySet<string>;
  named: ReadonlySet<string>;
}

export function topicOf(signals: Signals): Topic {
  const { text } = signals;
  return {
    things: signals.things,
    pairs: topicPairs(text),
    numbered: numberedPlaces(text),
    named: namedPlaces(text),
  };
}

/** A matter as the room remembers it: bounded in every field. */
export interface Matter {
  /** Id of the message that opened or first suggested it. */
  id: string;
  opener: string;
  openedAt: number;
  lastAt: number;
  /** Position in the room (count of messages) of its last message. */
  lastIndex: number;
  text: string;
  category: Category;
  urgency: Urgency;
  sealed: boolean;
  /** Opened as a case, not only suggested. */
  open: boolean;
  answered: boolean;
  resolved: boolean;
  closed: boolean;
  /** Who spoke in it, id → nickname. */
  people: Map<string, Nickname>;
  things: Set<number>;
  pairs: Set<number>;
  numbered: Set<string>;
  named: Set<string>;
}

const MAX_PEOPLE = 40;
const MAX_PAIRS = 240;
const MAX_PLACES = 12;

/** What a message adds to what is known of a matter; each set stays bounded. */
export function enrich(matter: Matter, who: string, name: Nickname, topic: Topic | null): void {
  if (matter.people.size < MAX_PEOPLE || matter.people.has(who)) matter.people.set(who, name);
  if (!topic) return;
  for (const thing of topic.things) matter.things.add(thing);
  for (const pair of topic.pairs) if (matter.pairs.size < MAX_PAIRS) matter.pairs.add(pair);
  for (const place of topic.numbered) if (matter.numbered.size < MAX_PLACES) matter.numbered.add(place);
  for (const place of topic.named) if (matter.named.size < MAX_PLACES) matter.named.add(place);
}
