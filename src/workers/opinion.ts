import type { Actor } from '../cases/case.js';
import { placeName } from '../cases/directory.js';
import type { IntakeItem } from '../cases/ports.js';
import { opinionPaper } from '../cases/posts/opinion.js';
import { periodName } from '../cases/posts/period.js';
import type { Desk } from './desk.js';
import { listView } from './list-view.js';
import { lastFull, soFar } from './period-post.js';
import { gather, materialOf } from './post-material.js';
import { refuse, tell } from './reply.js';

/** `社情民意`: the draft of a report as a Word document, to an administrator in private. */
export async function opinionNow(desk: Desk, item: IntakeItem, by: Actor, last: boolean): Promise<void> {
  if (item.message.chat.room) return refuse(desk, item, { key: 'refuse_private_only', values: {} });
  const place = by.offices.find((office) => office.role === 'admin')?.place;
  if (place === undefined) return refuse(desk, item, { key: 'refuse_opinion_admin', values: {} });
  const period = last ? lastFull(desk, 'month') : soFar(desk, 'month');
  const material = materialOf(desk, await gather(desk, place, period), place, period);
  const { here: _, ...view } = listView(desk, place);
  const paper = opinionPaper(material, {
    ...view,
    place,
    period,
    categoryNames: desk.settings.categoryNames,
  });
  const words = { place: placeName(place, view.county), period: periodName(period) };
  const name = desk.render('opinion_file', words);
  await tell(desk, `opinion:${item.message.id}`, item, [
    { key: 'text', values: { text: name }, to: { kind: 'reply' }, file: { kind: 'opinion', name, paper } },
  ]);
}
