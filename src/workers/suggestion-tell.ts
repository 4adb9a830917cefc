import type { ChatRef, Millis } from '../cases/case.js';
import { placeName } from '../cases/directory.js';
import type { Priority } from '../cases/words.js';
import type { Desk } from './desk.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { Accusation } from '../cases/involved.js';
import { mayInspect } from './post-office.js';
import { tell } from './reply.js';
import { LIST_DAYS, hasList, withList, type Line } from './suggestion-list.js';

/** Tells each reader what is new on their list, in one message (called by the sweep, so lines are batched). */
export async function tellSuggestions(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  await eachList(desk, async (chat, list) => {
    await tellLines(desk, chat, list.filter((line) => line.state === 'new'), 'suggest'); // prettier-ignore
    return list.map((line) => (line.state === 'new' ? { ...line, state: 'told', toldAt: now } : line));
  });
}

/**
 * At the daily hour: what was suggested before it and nobody has answered, to the same people. A line lives three days
 * and then stands on no list, so it is told again three times at most.
 */
export async function tellUnanswered(desk: Desk, due: Millis): Promise<void> {
  await eachList(desk, async (chat, list) => {
    const waiting = list.filter((line) => line.state === 'told' && line.toldAt < due);
    await tellLines(desk, chat, waiting, `suggest_daily:${due}`);
    const now = desk.clock.now();
    // The daily list is now the chat's latest: 全部登记 means it.
    return list.map((line) => (waiting.includes(line) ? { ...line, toldAt: now } : line));
  });
}

/** Every list that there is, without what has become a case since by another way (an official's answer, a quote). */
async function eachList(desk: Desk, change: (chat: ChatRef, list: Line[]) => Promise<Line[]>): Promise<void> {
  for (const chat of readerChats(desk)) {
    if (!(await hasList(desk, chat.id))) continue;
    await withList(desk, chat.id, async (list) => change(chat, await withoutCases(desk, list)));
  }
}

async function withoutCases(desk: Desk, list: Line[]): Promise<Line[]> {
  const seen: Line[] = [];
  for (const line of list) {
    const settled = line.state === 'done' || !(await hasCase(desk, line));
    seen.push(settled ? line : { ...line, state: 'done' });
  }
  return seen;
}

async function hasCase(desk: Desk, line: Line): Promise<boolean> {
  const slots = line.sealed ? [SEALED_PLACE] : [line.place, SEALED_PLACE];
  for (const slot of slots) if (await desk.cases.caseOfMessage(slot, line.messageId)) return true;
  return false;
}

/** So many lines are one message: more would not be read. */
const LINES_A_MESSAGE = 15;

async function tellLines(desk: Desk, chat: ChatRef, all: Line[], what: string): Promise<void> {
  for (let i = 0; i < all.length; i += LINES_A_MESSAGE)
    await tellPart(desk, chat, all.slice(i, i + LINES_A_MESSAGE), what);
}

async function tellPart(desk: Desk, chat: ChatRef, lines: Line[], what: string): Promise<void> {
  const daily = what !== 'suggest';
  const opId = `${what}:${chat.id}:${lines.map((line) => line.messageId).join(',')}`;
  const places = [...new Set(lines.map((line) => placeName(line.place, desk.directory().county)))];
  const words = lines.map(
    (line) =>
      `${line.number} ${desk.clean(line.name, 16)}${line.voice ? '' : '：'}${shown(desk, chat, line)}`,
  );
  const key = keyOf(daily, lines.every((line) => line.sealed)); // prettier-ignore
  const values = { place: places.join('、'), lines: words.join('\n') };
  const full = daily ? { ...values, days: LIST_DAYS } : values;
  const priority: Priority = daily ? 'digest' : 'other';
  const slot = lines.some((line) => line.sealed) ? SEALED_PLACE : undefined;
  await tell(desk, opId, null, [{ key, values: full, to: { kind: 'chat', chat }, priority }], slot);
}

function keyOf(daily: boolean, sealed: boolean): string {
  return `suggest${daily ? '_waiting' : ''}${sealed ? '_sealed' : ''}`;
}

/** Illness and poverty are named in no group, of officials either. */
function shown(desk: Desk, chat: ChatRef, line: Line): string {
  const { category } = desk.reader.classify(line.text, 'text');
  const hushed = chat.room && desk.settings.discreet.includes(category);
  return hushed ? desk.render('suggest_hushed', {}) : desk.clean(line.text, 40);
}

/** Strikes messages from these lists: taken back by who wrote them, or settled by another inspector. */
export async function strikeLines(desk: Desk, chats: ChatRef[], messageIds: string[]): Promise<void> {
  for (const chat of chats) {
    if (!(await hasList(desk, chat.id))) continue;
    await withList(desk, chat.id, (list) =>
      list.map((line) => (messageIds.includes(line.messageId) ? { ...line, state: 'done' } : line)),
    );
  }
}

/** The county's inspectors, each in their private chat; of an accusation those who have no part in it. */
export function inspectorChats(desk: Desk, about: Accusation | null = null): ChatRef[] {
  const inspectors = desk.directory().officials.filter((one) => mayInspect(one, about));
  return inspectors.flatMap((one) => one.contacts.slice(0, 1)).map((id) => ({ id, room: false }));
}

/** Every chat that can have a list: cadres, inspectors, work groups. */
export function readerChats(desk: Desk): ChatRef[] {
  const directory = desk.directory();
  const rooms = directory.groups.flatMap((group) =>
    group.kind === 'work' && group.roomId ? [{ id: group.roomId, room: true }] : [],
  );
  const people = directory.officials
    .flatMap((one) => one.contacts.slice(0, 1))
    .map((id) => ({ id, room: false }));
  return [...rooms, ...people];
}
