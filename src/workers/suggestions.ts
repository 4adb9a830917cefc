import type { Actor, ChatRef, Material } from '../cases/case.js';
import type { CaseRef, Lines } from '../cases/command.js';
import { placeName } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { wordsOf } from './follow-up.js';
import { openMatter } from './open-matter.js';
import { staffOf } from './on-duty.js';
import { answer, refuse, tell } from './reply.js';
import { isMeant, withLine, withList, type Line } from './suggestion-list.js';

/** Middle confidence: put before the village's cadre, out of the group; a possible accusation before inspectors only. */
export async function suggest(desk: Desk, item: IntakeItem, sealed: boolean): Promise<void> {
  await suggestLine(desk, item, { text: wordsOf(desk, item.message).slice(0, 500), sealed });
}

/** Puts one line on the lists of those whom it concerns; the same message only once. */
export async function suggestLine(
  desk: Desk,
  item: IntakeItem,
  about: Pick<Line, 'text' | 'sealed' | 'voice'>,
): Promise<void> {
  const { message } = item;
  const place = desk.directory().groupOf(message.chat.id)?.place ?? desk.villagesOf(message.who)[0];
  if (place === undefined) return;
  const line = {
    account: item.account,
    messageId: message.id,
    place,
    chat: message.chat,
    who: message.who,
    name: message.name,
    at: message.at,
    ...about,
  };
  for (const chat of await readersOf(desk, place, about.sealed))
    await withList(desk, chat.id, (list) => withLine(list, line));
}

/** Whom to ask: the village's first cadre privately, else the nearest work group; inspectors for accusations. */
export async function readersOf(desk: Desk, place: string, sealed: boolean): Promise<ChatRef[]> {
  const directory = desk.directory();
  if (sealed) {
    const inspectors = directory.officials.filter((one) =>
      one.offices.some((office) => office.role === 'inspector' && office.place === ''),
    );
    return inspectors.flatMap((one) => one.contacts.slice(0, 1)).map((id) => ({ id, room: false }));
  }
  const cadre = staffOf(desk, place).keepers.find((one) => one.contacts.length > 0)?.contacts[0];
  if (cadre && (await desk.canWriteTo(cadre))) return [{ id: cadre, room: false }];
  const work = directory.workGroup(place)?.roomId;
  return work ? [{ id: work, room: true }] : [];
}

/** Tells each reader what is new on their list, in one message (called by the sweep, so lines are batched). */
export async function tellSuggestions(desk: Desk): Promise<void> {
  for (const chat of readerChats(desk)) {
    if ((await desk.memos.get(memoKey.suggestions(chat.id))) === null) continue;
    await withList(desk, chat.id, async (list) => {
      await tellNew(desk, chat, list.filter((line) => line.state === 'new')); // prettier-ignore
      const toldAt = desk.clock.now();
      return list.map((line) => (line.state === 'new' ? { ...line, state: 'told', toldAt } : line));
    });
  }
}

async function tellNew(desk: Desk, chat: ChatRef, fresh: Line[]): Promise<void> {
  if (fresh.length === 0) return;
  const opId = `suggest:${chat.id}:${fresh.map((line) => line.messageId).join(',')}`;
  const places = [...new Set(fresh.map((line) => placeName(line.place, desk.directory().county)))];
  const lines = fresh.map((line) => {
    const says = line.voice ? '' : '：';
    return `${line.number} ${desk.clean(line.name, 16)}${says}${words(desk, chat, line)}`;
  });
  const key = fresh.every((line) => line.sealed) ? 'suggest_sealed' : 'suggest';
  const values = { place: places.join('、'), lines: lines.join('\n') };
  await tell(desk, opId, null, [{ key, values, to: { kind: 'chat', chat } }]);
}

/** Illness and poverty are named in no group, of officials either. */
function words(desk: Desk, chat: ChatRef, line: Line): string {
  const { category } = desk.reader.classify(line.text, 'text');
  const hushed = chat.room && desk.settings.discreet.includes(category);
  return hushed ? desk.render('suggest_hushed', {}) : desk.clean(line.text, 40);
}

/** Every chat that can have a list: cadres, inspectors, work groups. */
function readerChats(desk: Desk): ChatRef[] {
  const directory = desk.directory();
  const rooms = directory.groups.flatMap((group) =>
    group.kind === 'work' && group.roomId ? [{ id: group.roomId, room: true }] : [],
  );
  const people = directory.officials
    .flatMap((one) => one.contacts.slice(0, 1))
    .map((id) => ({ id, room: false }));
  return [...rooms, ...people];
}

/** `登记 1 2`, `全部登记`: these lines become cases, with the villager's own message and time; each is confirmed by its number. */
export async function pick(desk: Desk, item: IntakeItem, by: Actor, lines: Lines): Promise<void> {
  const count = await each(desk, item, lines, async (line) => {
    const judged = desk.reader.classify(line.text, 'text');
    await openMatter(desk, {
      opId: `open:${line.messageId}`,
      text: line.text,
      place: line.place,
      chat: line.chat,
      petitioner: { id: line.who, name: line.name },
      by,
      from: item.message.chat,
      registrar: null,
      messageId: line.messageId,
      at: line.at,
      judged: line.sealed ? { ...judged, kind: 'discipline', sealed: true } : judged,
      confidence: null,
      ...(line.voice && { materials: [lineMaterial(line, 'audio')] }),
    });
  });
  if (count === 0) await nothingLeft(desk, item, lines);
}

/** What a line shows, as something that belongs to a case. */
function lineMaterial({ messageId, text, at, who, name }: Line, type: Material['type']): Material {
  return { messageId, type, text, by: { id: who, name }, at };
}

/** `不是 3`, `都不是`: nothing opens. */
export async function drop(desk: Desk, item: IntakeItem, lines: Lines): Promise<void> {
  const count = await each(desk, item, lines, () => Promise.resolve());
  if (count === 0) return nothingLeft(desk, item, lines);
  await answer(desk, item, 'dropped', { count });
}

/** Among colleagues 都登记 and 都不是 may be said of anything: with nothing left to answer they are talk. */
async function nothingLeft(desk: Desk, item: IntakeItem, lines: Lines): Promise<void> {
  if (lines === 'all' && item.message.chat.room) return;
  await refuse(desk, item, { key: 'refuse_lines_gone', values: {} });
}

/** `并入 3 #4`: the lines join an existing case, their speakers as co-petitioners. */
export async function pickInto(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  numbers: number[],
  ref: CaseRef,
): Promise<void> {
  const found = await findCase(desk, ref, item.message, by, () => false);
  if (!found.ok) return refuse(desk, item, found.refusal);
  const count = await each(desk, item, numbers, async (line) => {
    const material = lineMaterial(line, line.voice ? 'audio' : 'text');
    const cause = { messageId: line.messageId, at: item.message.at, chat: found.case.chat };
    const speaker: Actor = { id: line.who, name: line.name, offices: [] };
    await changeCase(desk, found.case.id, { type: 'join' }, speaker, {
      ...cause,
      opId: `join:${line.messageId}`,
    });
    await changeCase(desk, found.case.id, { type: 'add', material }, speaker, {
      ...cause,
      opId: `add:${line.messageId}`,
    });
  });
  if (count === 0) return nothingLeft(desk, item, numbers);
  await answer(desk, item, 'picked_into', { count, number: found.case.number ?? '' });
}

/** Runs what is wanted on the lines that still wait; returns how many there were. */
async function each(
  desk: Desk,
  item: IntakeItem,
  lines: Lines,
  run: (line: Line) => Promise<void>,
): Promise<number> {
  let count = 0;
  await withList(desk, item.message.chat.id, async (list) => {
    for (const line of list) {
      if (!isMeant(line, lines, list)) continue;
      await run(line);
      line.state = 'done';
      count += 1;
    }
    return list;
  });
  return count;
}
