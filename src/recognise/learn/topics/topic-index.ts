import { HEALTH_TOPICS } from './health.js';
import { LEARNING_TOPICS } from './learning.js';
import { STATE_TOPICS } from './state.js';
import { SURROUNDINGS_TOPICS } from './surroundings.js';
import { TOWN_TOPICS } from './town.js';
import { TRADE_TOPICS } from './trade.js';
import { TRAVEL_TOPICS } from './travel.js';
import { WORK_TOPICS } from './work.js';
import { evenOut } from '../classifier/document.js';

const TOPICS: readonly string[] = [
  LEARNING_TOPICS, HEALTH_TOPICS, WORK_TOPICS, TOWN_TOPICS, TRAVEL_TOPICS, SURROUNDINGS_TOPICS, TRADE_TOPICS, STATE_TOPICS,
].flatMap((area) => Object.values(area)); // prettier-ignore

const topicsOf = indexed();
const longest = Math.max(...[...topicsOf.keys()].map((word) => word.length));

function indexed(): Map<string, number[]> {
  const found = new Map<string, number[]>();
  TOPICS.forEach((words, topic) => {
    for (const word of new Set(evenOut(words).split(' '))) {
      const known = found.get(word);
      if (known) known.push(topic);
      else found.set(word, [topic]);
    }
  });
  return found;
}

/** Calls `each` with the topics of an evened-out text's words, longest words first at every place, left to right. */
export function eachTopic(text: string, each: (topic: number) => void): void {
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    let topics: number[] | undefined;
    for (; length > 0; length--) if ((topics = topicsOf.get(text.slice(at, at + length)))) break;
    topics?.forEach(each);
    at += Math.max(1, length);
  }
}
