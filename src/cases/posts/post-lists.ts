import { listCase } from '../digest-case-line.js';
import type { PlaceView, PostMaterial, PostView } from './post.js';
import type { Topic } from './topics.js';

/** So many lines are read; the others are a number. */
export const MOST_LATE = 10;

/** The longest overdue, as lists show cases: masked, welfare and health by their number alone. */
export function lateLines({ late, figures }: PostMaterial, view: PostView): string[] {
  const rows = lateRows({ late, figures }, view);
  return rows.length > 0 ? [view.say('late_head', {}), ...rows] : [];
}

export function lateRows(
  { late, figures }: Pick<PostMaterial, 'late' | 'figures'>,
  view: PlaceView,
): string[] {
  const shown = late.slice(0, MOST_LATE).map((c) => listCase(c, { ...view, here: view.place }));
  const more = figures.overdue - shown.length;
  return more > 0 && shown.length > 0 ? [...shown, view.say('picture_more', { count: more })] : shown;
}

/** 每月一题: what comes back in several villages, with its numbers. */
export function topicLines(topics: readonly Topic[], view: PostView): string[] {
  return topics.length > 0 ? [view.say('topics_head', {}), ...topicRows(topics, view)] : [];
}

export function topicRows(topics: readonly Topic[], { say, categoryNames }: PostView): string[] {
  return topics.map(({ category, ...topic }) => say('topic_line', { ...topic, category: categoryNames[category] })); // prettier-ignore
}
