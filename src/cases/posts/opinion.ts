import { satisfactionWords } from '../digest.js';
import { placeName } from '../directory.js';
import { periodName } from './period.js';
import type { OpinionPaper } from './picture.js';
import type { PostMaterial, PostView } from './post.js';
import { categoryRows } from './words.js';

export type OpinionView = Pick<PostView, 'place' | 'county' | 'period' | 'say' | 'categoryNames'>;

/**
 * 社情民意信息: the draft of a report for the committee members' studios. Numbers, and words that three villages or more
 * share; no case, no name. What is to be advised is theirs to write.
 */
export function opinionPaper(material: PostMaterial, view: OpinionView): OpinionPaper {
  const { say, period } = view;
  const place = placeName(view.place, view.county);
  const heading = { place, period: periodName(period) };
  const [first] = material.topics;
  const title = first
    ? say('opinion_title', { place, word: first.word })
    : say('opinion_title_plain', heading);
  return {
    title,
    note: say('opinion_note', heading),
    sections: [
      { heading: say('opinion_basic_head', {}), paragraphs: basics(material, view) },
      { heading: say('opinion_topics_head', {}), paragraphs: topics(material, view) },
      { heading: say('opinion_late_head', {}), paragraphs: [difficulties(material, view)] },
      { heading: say('opinion_advice_head', {}), paragraphs: [say('opinion_advice', {})] },
    ],
    foot: say('opinion_foot', {}),
  };
}

function basics({ figures }: PostMaterial, view: OpinionView): string[] {
  const { say, categoryNames } = view;
  const { received, answered, resolved, satisfaction, unrated } = figures;
  const rows = categoryRows(figures.categories, categoryNames).slice(0, 5);
  const list = rows.map((row) => say('post_category', row)).join(say('post_joiner', {}));
  const heading = { place: placeName(view.place, view.county), period: periodName(view.period) };
  return [
    say('opinion_basic', { ...heading, received, answered, resolved, unrated, satisfaction: satisfactionWords(satisfaction, say) }), // prettier-ignore
    ...(rows.length > 0 ? [say('opinion_categories', { list })] : []),
  ];
}

function topics({ topics }: PostMaterial, { say, categoryNames }: OpinionView): string[] {
  if (topics.length === 0) return [say('opinion_no_topics', {})];
  return topics.map(({ category, ...topic }, i) => say('opinion_topic', { number: i + 1, ...topic, category: categoryNames[category] })); // prettier-ignore
}

function difficulties({ figures }: PostMaterial, { say }: OpinionView): string {
  const { standing, overdue, declined, effort } = figures;
  return say('opinion_late', { open: standing, overdue, declined, reopened: effort?.reopened.count ?? 0 });
}
