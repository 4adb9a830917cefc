import type { Case } from '../case.js';
import { ALWAYS_DISCREET } from '../digest-case-line.js';
import { mask } from '../mask.js';
import type { Category } from '../words.js';

/** A matter that comes back in several villages: 每月一题. */
export interface Topic {
  /** What they have in common, out of the villagers' own words: 路灯, 自来水. */
  word: string;
  category: Category;
  cases: number;
  villages: number;
  /** Petitioners and co-petitioners, each once. */
  people: number;
}

/** What a topic is found from: no more of a case than that. */
export interface TopicCase {
  place: string;
  category: Category;
  words: ReadonlySet<string>;
  people: readonly string[];
}

export interface TopicTerms {
  /** In fewer villages it is nobody's recurring matter, and a word might point to somebody. */
  villages: number;
  most: number;
}

export const TOPIC_TERMS: TopicTerms = { villages: 3, most: 5 };

const SHORTEST = 2;
const LONGEST = 4;
/** A word that is as frequent elsewhere says nothing about this category. */
const OWN_SHARE = 0.6;
/** A longer word stands for its shorter one when it is in nearly all of its cases. */
const NEARLY_ALL = 0.8;

/** Function words and numbers: no word runs over them. */
const EMPTY =
  /[的了吗呢吧啊呀哦嘛着过们我你他她它这那哪谁怎么什几都也还就很太又再被让跟和与请麻烦谢帮忙一二三四五六七八九十两百千万幺个次]/u;
/** Inside a word they may stand (自来水), at its edges they say nothing. */
const EDGE = /[没不无有是在到把给从对向为问能会要想去来说看用得多天月年日点时分号组村社区院里边前后]/u;

/** Cases that may stand in a topic: what is discreet, sealed, void or merged never does. */
export function topicCases(cases: readonly Case[], discreet: readonly Category[]): TopicCase[] {
  return cases
    .filter((c) => !c.sealed && c.state !== 'void' && c.state !== 'merged')
    .filter((c) => !ALWAYS_DISCREET.includes(c.category) && !discreet.includes(c.category))
    .map((c) => ({
      place: c.place,
      category: c.category,
      words: wordsOf(`${c.title} ${mask(c.text).slice(0, 120)}`),
      people: [c.petitioner, ...c.coPetitioners].map((one) => one.id),
    }));
}

/** The most widespread first; a case stands in one topic at most. `names`: words of places, which are no matter. */
export function findTopics(
  listed: readonly TopicCase[],
  names: readonly string[],
  terms: TopicTerms,
): Topic[] {
  const totals = totalsOf(listed);
  const found: Topic[] = [];
  let left = withSpreadWords(listed, names, terms);
  while (found.length < terms.most) {
    const best = bestWord(left, totals, terms);
    if (best === null) return found;
    const own = left.filter((c) => c.category === best.category && c.words.has(best.word));
    found.push(topicOf(best, own));
    const taken = new Set(own);
    left = left.filter((c) => !taken.has(c));
  }
  return found;
}

interface Candidate {
  word: string;
  category: Category;
  villages: number;
  cases: number;
}

/** In how many cases of any kind a word stands. */
function totalsOf(cases: readonly TopicCase[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { words } of cases) for (const word of words) totals.set(word, (totals.get(word) ?? 0) + 1);
  return totals;
}

/** Most words stand in one village alone: they are looked at once. */
function withSpreadWords(
  cases: readonly TopicCase[],
  names: readonly string[],
  terms: TopicTerms,
): TopicCase[] {
  const spread = [...groups(cases).values()].filter((one) => one.villages >= terms.villages);
  const words = new Set(spread.map((one) => one.word));
  for (const word of words) if (names.some((name) => name.includes(word))) words.delete(word);
  return cases.map((c) => ({ ...c, words: new Set([...c.words].filter((word) => words.has(word))) }));
}

function bestWord(
  left: readonly TopicCase[],
  totals: ReadonlyMap<string, number>,
  terms: TopicTerms,
): Candidate | null {
  const candidates = [...groups(left).values()].filter(
    (one) => one.villages >= terms.villages && one.cases >= OWN_SHARE * (totals.get(one.word) ?? 0),
  );
  const [best] = candidates.sort(
    (a, b) =>
      b.villages - a.villages ||
      b.cases - a.cases ||
      b.word.length - a.word.length ||
      (a.word < b.word ? -1 : 1),
  );
  return best === undefined ? null : longest(best, candidates);
}

/** 自来 is said of 自来水 alone: the longer word names it. */
function longest(best: Candidate, others: readonly Candidate[]): Candidate {
  const longer = others
    .filter((one) => one.category === best.category && one.word.includes(best.word))
    .filter((one) => one.cases >= NEARLY_ALL * best.cases)
    .sort((a, b) => b.word.length - a.word.length || b.cases - a.cases || (a.word < b.word ? -1 : 1));
  return longer[0] ?? best;
}

function groups(cases: readonly TopicCase[]): Map<string, Candidate> {
  const places = new Map<string, Set<string>>();
  const found = new Map<string, Candidate>();
  for (const c of cases)
    for (const word of c.words) {
      const key = `${c.category} ${word}`;
      const seen = places.get(key) ?? new Set();
      places.set(key, seen.add(c.place));
      const cases = (found.get(key)?.cases ?? 0) + 1;
      found.set(key, { word, category: c.category, villages: seen.size, cases });
    }
  return found;
}

function topicOf({ word, category }: Candidate, cases: readonly TopicCase[]): Topic {
  return {
    word,
    category,
    cases: cases.length,
    villages: new Set(cases.map((c) => c.place)).size,
    people: new Set(cases.flatMap((c) => c.people)).size,
  };
}

/** Runs of two to four Chinese characters, none of them empty: the language has no blanks to cut at. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const run of text.split(/[^\p{Script=Han}]+/u)) {
    const signs = [...run];
    for (let from = 0; from < signs.length; from += 1)
      for (let length = SHORTEST; length <= LONGEST && from + length <= signs.length; length += 1) {
        const word = signs.slice(from, from + length).join('');
        if (EMPTY.test(word)) break;
        if (!EDGE.test(signs[from] ?? '') && !EDGE.test(word.slice(-1))) words.add(word);
      }
  }
  return words;
}
