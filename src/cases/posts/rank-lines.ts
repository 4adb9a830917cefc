import { solvedByWord } from '../rates.js';
import { placeName } from '../directory.js';
import type { PostPicture } from './picture.js';
import type { PostView } from './post.js';
import type { Standing } from './ranking.js';
import { rateWords, satisfiedWords } from './words.js';

/** More ranks than these nobody reads; a township has no more villages, as a rule. */
const MOST_RANKS = 40;
const MOST_RANKS_PICTURE = 20;
const MOST_REST = 20;

/** The ranking as lines, each with its denominators; the unranked in one line behind it. */
export function rankLines(standings: readonly Standing[], view: PostView): string[] {
  if (standings.length === 0) return [];
  const from = view.terms.fromCases;
  const ranked = standings.filter((one) => one.rank !== null).slice(0, MOST_RANKS);
  const rest = restLine(standings, view);
  if (ranked.length === 0) return [view.say('rank_none', { from }), ...rest];
  return [view.say('rank_head', { from }), ...ranked.map((one) => rankLine(one, view)), ...rest];
}

function rankLine(one: Standing, view: PostView): string {
  const { say } = view;
  const { received, onTime, satisfaction } = one.figures;
  return say('rank_line', {
    rank: one.rank ?? '',
    place: placeName(one.place, view.county),
    score: one.score ?? '',
    gained: gainedWords(one.gained, view),
    received,
    onTime: rateWords(onTime, say),
    solved: rateWords(solvedByWord(satisfaction), say),
    satisfied: satisfiedWords(satisfaction, say),
  });
}

function gainedWords(gained: number | null, { say }: PostView): string {
  if (gained === null) return '';
  if (gained === 0) return say('rank_same', {});
  return say(gained > 0 ? 'rank_up' : 'rank_down', { count: Math.abs(gained) });
}

function restLine(standings: readonly Standing[], { say, terms, county }: PostView): string[] {
  const rest = standings.filter((one) => one.rank === null);
  if (rest.length === 0) return [];
  const named = rest.slice(0, MOST_REST).map(({ place, figures }) => say('rank_rest_one', { place: placeName(place, county), received: figures.received })); // prettier-ignore
  const more = rest.length > MOST_REST ? say('rank_rest_more', { count: rest.length }) : '';
  return [say('rank_rest', { from: terms.fromCases, list: `${named.join(say('post_joiner', {}))}${more}` })];
}

/** The same for the picture; null where nobody has a rank. */
export function rankPicture(standings: readonly Standing[], view: PostView): PostPicture['ranking'] {
  const ranked = standings.filter((one) => one.rank !== null);
  if (ranked.length === 0) return null;
  const rows = ranked.slice(0, MOST_RANKS_PICTURE).map((one) => ({
    rank: one.rank ?? 0,
    name: placeName(one.place, view.county),
    score: one.score ?? 0,
    gained: one.gained,
    note: rankNote(one, view),
  }));
  return { title: view.say('picture_ranking', {}), rows, rest: restLine(standings, view)[0] ?? '' };
}

function rankNote(one: Standing, { say }: PostView): string {
  const { received, onTime, satisfaction } = one.figures;
  return say('picture_rank_note', {
    received,
    onTime: `${onTime.count}/${onTime.of}`,
    solved: `${solvedByWord(satisfaction).count}/${satisfaction.rated}`,
    satisfied: satisfiedWords(satisfaction, say),
  });
}
