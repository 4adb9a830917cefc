import type { Actor, Case } from '../cases/case.js';
import { splitLines } from '../cases/digest-split.js';
import { helpLines } from '../cases/help-lines.js';
import type { Audience } from '../cases/outcome.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { IntakeItem } from '../cases/ports.js';
import type { TodoView } from '../cases/digest-case-line.js';
import { overdueLines, todoLines } from '../cases/todo-list.js';
import { watchedLines } from '../cases/watch-list.js';
import type { Role } from '../cases/words.js';
import { openCases, placesWithin, readDays } from './day-cases.js';
import { dayPost } from './day-post.js';
import type { Desk } from './desk.js';
import { dutyLine, dutyPlaces } from './duty-line.js';
import { placesFrom } from './find-case.js';
import { listView } from './list-view.js';
import { placeAsked } from './place-asked.js';
import { privately, refuse, tell } from './reply.js';
import { sendPost } from './send-post.js';

/** Who puts cases under 督办. */
const ORDERING: readonly Role[] = ['township_leader', 'admin', 'inspector'];

/** `待办`: what this official has to do. */
export async function todoList(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const lines = todoLines(await casesFor(desk, item, by), by, todoView(desk, item));
  const lost = mayHoldSealed(item, by) ? await desk.cases.sealedLost() : 0;
  const more = lost === 0 ? [] : [desk.render('sealed_lost', { count: lost })];
  await replyAside(desk, item, by, [...lines, ...more]);
}

/** `超期`: those of them past their day. */
export async function overdueList(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  await replyAside(desk, item, by, overdueLines(await casesFor(desk, item, by), by, todoView(desk, item)));
}

/** The list of an inspector of the county in their own chat. */
function mayHoldSealed({ message }: IntakeItem, by: Actor): boolean {
  return !message.chat.room && by.offices.some((one) => one.role === 'inspector' && one.place === '');
}

function todoView(desk: Desk, item: IntakeItem): TodoView {
  const group = item.message.chat.room ? desk.directory().groupOf(item.message.chat.id) : null;
  return {
    ...listView(desk, group?.kind === 'village' ? group.place : null),
    privately: !item.message.chat.room,
  };
}

/** All that stands open in the reach of this chat and person, and what was given to them anywhere. */
async function casesFor(desk: Desk, item: IntakeItem, by: Actor): Promise<Case[]> {
  const { message } = item;
  const open = await openCases(desk, placesFrom(desk, message, by));
  const handled = await Promise.all((await desk.cases.handledBy(by.id)).map((id) => desk.cases.load(id)));
  const sealed = mayHoldSealed(item, by) ? await desk.cases.sealedOpen() : [];
  const watched = await watchedBy(desk, item, by);
  const all = [
    ...open,
    ...watched,
    ...handled.filter((c): c is Case => c !== null && !message.chat.room),
    ...sealed,
  ];
  return [...new Map(all.map((c) => [c.id, c])).values()];
}

/** What is under 督办 in the reach of this chat and person: asked only of those who can put cases there. */
async function watchedBy(desk: Desk, { message }: IntakeItem, by: Actor): Promise<Case[]> {
  if (!by.offices.some(({ role }) => ORDERING.includes(role))) return [];
  const places = [...placesFrom(desk, message, by), ...(message.chat.room ? [] : [SEALED_PLACE])];
  return (await Promise.all(places.map((place) => desk.cases.watched(place)))).flat();
}

/** `督办` without a case: what is under watch. */
export async function watchedList(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  await replyAside(desk, item, by, watchedLines(await watchedBy(desk, item, by), by, todoView(desk, item)));
}

/** `值班`: who is on call now, in the places of this chat or of the asker's offices, right below and above them. */
export async function dutyList(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const group = item.message.chat.room ? desk.directory().groupOf(item.message.chat.id) : null;
  const own = group ? [group.place] : by.offices.map((office) => office.place);
  const lines = dutyPlaces(own, desk.directory().places).flatMap((place) => dutyLine(desk, place));
  const none = desk.render('duty_nobody', { place: desk.directory().county });
  await replyAside(desk, item, by, lines.length > 0 ? lines : [none]);
}

/** `日报`: the post as it would stand now, of this group's place or the asker's own. */
export async function dailyNow(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const place = placeAsked(desk, item, by);
  if (place === null) return refuse(desk, item, { key: 'refuse_other_place', values: {} });
  const now = desk.clock.now();
  const { pictures } = desk.settings.posts;
  const days = await readDays(desk, await placesWithin(desk, place), { day: now, end: now }, pictures);
  const { made, picture } = dayPost(desk, place, days, now, pictures);
  const texts = splitLines(made.lines, desk.settings.messageChars, made.again);
  await sendPost(desk, `list:${item.message.id}`, item, { texts, picture, to: { kind: 'reply' } });
}

/** `帮助`: what this person can write here. */
export async function helpFor(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const official = by.offices.length > 0;
  const key = official ? 'help_official' : 'help_villager';
  const to: Audience = official ? aside(desk, item, by) : { kind: 'reply' };
  await tell(desk, `help:${item.message.id}`, item, [
    { key, values: official ? moreHelp(desk, by) : {}, to },
  ]);
}

/** What only some offices may write, each on lines of its own. */
function moreHelp(desk: Desk, by: Actor): { more: string } {
  const keys = helpLines(by.offices, desk.settings.declineConsent);
  return { more: keys.map((key) => `\n${desk.render(key, {})}`).join('') };
}

/** What an official asked for is no business of 300 households: privately where the platform allows it. */
function aside(desk: Desk, item: IntakeItem, by: Actor): Audience {
  const { chat } = item.message;
  const village = chat.room && desk.directory().groupOf(chat.id)?.kind === 'village';
  return village ? privately(by) : { kind: 'reply' };
}

async function replyAside(desk: Desk, item: IntakeItem, by: Actor, lines: string[]): Promise<void> {
  await reply(
    desk,
    item,
    lines,
    '',
    aside(desk, item, by),
    mayHoldSealed(item, by) ? SEALED_PLACE : undefined,
  );
}

/** Long lists are several messages, never split inside a case. */
async function reply(
  desk: Desk,
  item: IntakeItem,
  lines: string[],
  again = '',
  to: Audience = { kind: 'reply' },
  slot?: string,
): Promise<void> {
  const texts = splitLines(lines, desk.settings.messageChars, again);
  const notices = texts.map((text) => ({ key: 'text', values: { text }, to }));
  await tell(desk, `list:${item.message.id}`, item, notices, slot);
}
