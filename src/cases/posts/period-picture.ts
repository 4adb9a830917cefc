import { addDays, localDate } from '../calendar.js';
import { placeName } from '../directory.js';
import { solvedByWord } from '../rates.js';
import { daysOf, periodName, type Period } from './period.js';
import type { PostPicture } from './picture.js';
import type { PostMaterial, PostView } from './post.js';
import { lateRows, topicRows } from './post-lists.js';
import { rankPicture } from './rank-lines.js';
import type { Standing } from './ranking.js';
import { categoryRows, percentWords, satisfiedWords } from './words.js';

const MOST_CATEGORIES = 6;

/** The same post as a picture. */
export function periodPicture(
  material: PostMaterial,
  standings: readonly Standing[],
  view: PostView,
): PostPicture {
  const { say, period } = view;
  const month = period.kind === 'month';
  const place = placeName(view.place, view.county);
  const late = lateRows(material, view);
  const topics = month ? topicRows(material.topics, view) : [];
  const { overdue } = material.figures;
  return {
    title: say(month ? 'picture_month' : 'picture_week', { place }),
    period: periodName(period),
    tiles: periodTiles(material, view),
    days: dayBars(material, period, say('picture_days', {}), view),
    shares: shares(material, view),
    ranking: rankPicture(standings, view),
    lists: [
      ...(topics.length > 0 ? [{ title: say('picture_topics', {}), rows: topics, alarm: false }] : []),
      ...(late.length > 0
        ? [{ title: say('picture_late', { count: overdue }), rows: late, alarm: true }]
        : []),
    ],
    foot: say('picture_foot', {}),
  };
}

function periodTiles({ figures }: PostMaterial, view: PostView): PostPicture['tiles'] {
  const { say } = view;
  const { received, resolved, onTime, satisfaction, standing, overdue, declined } = figures;
  const solved = solvedByWord(satisfaction);
  const of = (part: { count: number; of: number }): string => say('picture_of', { count: part.count, of: part.of }); // prettier-ignore
  const tile = (label: string, value: string, note = '', alarm = false) => ({ label, value, note, alarm });
  return [
    tile(say('picture_received', {}), String(received)),
    tile(
      say('picture_resolved', {}),
      String(resolved),
      declined > 0 ? say('picture_declined', { count: declined }) : '',
    ),
    tile(
      say('picture_overdue', {}),
      String(overdue),
      say('picture_standing', { count: standing }),
      overdue > 0,
    ),
    tile(say('picture_on_time', {}), percentWords(onTime, say), of(onTime)),
    tile(say('picture_solved', {}), percentWords(solved, say), of(solved)),
    satisfactionTile({ figures }, view),
  ];
}

export function satisfactionTile(
  { figures: { satisfaction } }: Pick<PostMaterial, 'figures'>,
  { say }: Pick<PostView, 'say'>,
): PostPicture['tiles'][number] {
  const { value, rated } = satisfaction;
  return {
    label: say('picture_satisfaction', {}),
    value: satisfiedWords(satisfaction, say),
    note: value === null ? say('picture_unrated', {}) : say('picture_rated', { rated }),
    alarm: false,
  };
}

/** Two bars a day; null when nothing came and nothing was solved. */
export function dayBars(
  { figures: { days } }: Pick<PostMaterial, 'figures'>,
  span: Pick<Period, 'from' | 'to'>,
  title: string,
  { say }: Pick<PostView, 'say'>,
): PostPicture['days'] {
  if ([...days.received, ...days.resolved].every((n) => n === 0)) return null;
  const labels = Array.from({ length: daysOf(span) }, (_, day) => {
    const at = localDate(addDays(span.from, day));
    return `${at.month}/${at.day}`;
  });
  return {
    title,
    labels,
    series: [
      { name: say('picture_received', {}), values: days.received },
      { name: say('picture_resolved', {}), values: days.resolved },
    ],
  };
}

export function shares(
  { figures }: Pick<PostMaterial, 'figures'>,
  { say, categoryNames }: Pick<PostView, 'say' | 'categoryNames'>,
): PostPicture['shares'] {
  const rows = categoryRows(figures.categories, categoryNames).slice(0, MOST_CATEGORIES);
  return rows.length === 0 ? null : { title: say('picture_categories', {}), rows };
}
