import { satisfactionWords } from '../digest.js';
import { placeName } from '../directory.js';
import { mean } from '../rates-history.js';
import { median, solvedByWord } from '../rates.js';
import { lateLines, topicLines } from './post-lists.js';
import { periodPicture } from './period-picture.js';
import { periodName } from './period.js';
import type { Post, PostMaterial, PostView } from './post.js';
import { rankLines } from './rank-lines.js';
import { rankUnits, toldOf } from './ranking.js';
import { categoryRows, rateWords, tenths, tookWords } from './words.js';

/** 晒进度 of a week, or the report of a month: the line that the field knows, its rates, and how the places below stand. */
export function periodPost(material: PostMaterial, view: PostView): Post {
  const standings = rankUnits(material.units, view.terms, view.before);
  const month = view.period.kind === 'month';
  const heading = { place: placeName(view.place, view.county), period: periodName(view.period) };
  return {
    lines: [
      view.say(month ? 'month_head' : 'week_head', { ...heading, ...counts(material, view) }),
      ...changeLine(material, view),
      ...rateLines(material, view),
      ...(month ? monthLines(material, view) : []),
      ...rankLines(standings, view),
      ...(month ? topicLines(material.topics, view) : []),
      ...lateLines(material, view),
    ],
    again: view.say('post_again', heading),
    picture: periodPicture(material, standings, view),
    told: toldOf(standings, material.figures.received, view.now),
  };
}

/** Nobody hears of a week without a case, solved, rated or open. */
export function isEmpty({ figures }: PostMaterial): boolean {
  const { received, resolved, satisfaction, standing, unrated, declined } = figures;
  return received + resolved + satisfaction.rated + standing + unrated + declined === 0;
}

function counts({ figures }: PostMaterial, { say }: PostView) {
  const { received, answered, open, satisfaction } = figures;
  return { received, answered, open, satisfaction: satisfactionWords(satisfaction, say) };
}

function changeLine({ figures }: PostMaterial, { before, say }: PostView): string[] {
  const more = before === null ? null : figures.received - before.received;
  if (more === null) return [];
  if (more === 0) return [say('post_change_same', {})];
  return [say(more > 0 ? 'post_change_more' : 'post_change_less', { count: Math.abs(more) })];
}

function rateLines({ figures }: PostMaterial, { say }: PostView): string[] {
  const { onTime, satisfaction, resolved, standing, overdue, unrated, declined } = figures;
  return [
    say('post_on_time', { rate: rateWords(onTime, say) }),
    say('post_solved', { rate: rateWords(solvedByWord(satisfaction), say) }),
    say('post_resolved', { count: resolved }),
    ...(unrated > 0 ? [say('post_unrated', { count: unrated })] : []),
    ...(declined > 0 ? [say('post_declined', { count: declined })] : []),
    say('post_standing', { open: standing, overdue }),
  ];
}

function monthLines({ figures }: PostMaterial, view: PostView): string[] {
  const { say } = view;
  const { effort } = figures;
  const rows = categoryRows(figures.categories, view.categoryNames).slice(0, 5);
  const list = rows.map((row) => say('post_category', row)).join(say('post_joiner', {}));
  return [
    ...(effort ? [say('post_reopened', { rate: rateWords(effort.reopened, say) })] : []),
    ...timeLine({ figures }, view),
    ...effortLine({ figures }, view),
    ...(rows.length > 0 ? [say('post_categories', { list })] : []),
  ];
}

function timeLine({ figures }: Pick<PostMaterial, 'figures'>, { say }: PostView): string[] {
  const answer = median(figures.answerMs);
  const solution = median(figures.solutionMs);
  if (answer.of + solution.of === 0) return [];
  return [
    say('post_times', {
      answer: typical(answer.value, say),
      answers: answer.of,
      solution: typical(solution.value, say),
      solutions: solution.of,
    }),
  ];
}

/** Where there is none, none is typical. */
function typical(value: number | null, say: PostView['say']): string {
  const time = tookWords(value, say);
  return value === null ? time : say('post_typical', { time });
}

function effortLine({ figures }: Pick<PostMaterial, 'figures'>, { say }: PostView): string[] {
  const { effort, spoken, received } = figures;
  const messages = mean(spoken, received).value;
  const acts = effort && mean(effort.acts, received).value;
  if (messages === null || acts === null) return [];
  return [say('post_effort', { messages: tenths(messages), acts: tenths(acts), count: received })];
}
