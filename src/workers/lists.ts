import type { Actor, Case } from '../cases/case.js';
import type { ListView } from '../cases/digest-case-line.js';
import { digest } from '../cases/digest.js';
import { splitLines } from '../cases/digest-split.js';
import type { Audience } from '../cases/outcome.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { IntakeItem } from '../cases/ports.js';
import { overdueLines, todoLines, type TodoView } from '../cases/todo-list.js';
import { casesOfDay, openCases } from './day-cases.js';
import type { Desk } from './desk.js';
import { placesFrom } from './find-case.js';
import { privately, refuse, tell } from './reply.js';

/** Lists say things in this county's words. */
export function listView(desk: Desk, here: string | null): ListView {
  const { discreet } = desk.settings;
  const say: ListView['say'] = (key, values) => desk.render(key, values);
  return { here, county: desk.directory().county, now: desk.clock.now(), discreet, say };
}

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
  const sealed = !mayHoldSealed(item, by) ? [] : await desk.cases.sealedOpen();
  const all = [...open, ...handled.filter((c): c is Case => c !== null && !message.chat.room), ...sealed];
  return [...new Map(all.map((c) => [c.id, c])).values()];
}

/** `日报`: the post as it would stand now, of this group's place or the asker's own. */
export async function dailyNow(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const group = item.message.chat.room ? desk.directory().groupOf(item.message.chat.id) : null;
  const place = group?.place ?? by.offices[0]?.place;
  if (place === undefined) return refuse(desk, item, { key: 'refuse_officials_only', values: { case: '' } });
  const now = desk.clock.now();
  const view = { ...listView(desk, place), place, day: now };
  const post = digest(await casesOfDay(desk, place, now), view);
  await reply(desk, item, post.lines, post.again);
}

/** `帮助`: what this person can write here. */
export async function helpFor(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  const official = by.offices.length > 0;
  const key = official ? 'help_official' : 'help_villager';
  const to: Audience = official ? aside(desk, item, by) : { kind: 'reply' };
  await tell(desk, `help:${item.message.id}`, item, [{ key, values: {}, to }]);
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
