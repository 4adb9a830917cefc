import type { Actor, Case, ChatRef, Material } from '../cases/case.js';
import type { CaseRef, Lines } from '../cases/command.js';
import type { CorrectionKind } from '../cases/correction.js';
import type { Accusation } from '../cases/involved.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { wordsOf } from './follow-up.js';
import { learn, type Lesson } from './learn.js';
import { wantInspector } from './keep-sealed.js';
import { openMatter } from './open-matter.js';
import { staffOf } from './on-duty.js';
import { answer, refuse } from './reply.js';
import { isMeant, withLine, withList, type Line } from './suggestion-list.js';
import { inspectorChats, strikeLines } from './suggestion-tell.js';

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
  if (about.sealed) await desk.recents.veil(message.chat.id, [message.id]);
  const line = {
    account: item.account,
    messageId: message.id,
    place,
    chat: message.chat,
    who: message.who,
    name: message.name,
    at: message.at,
    model: desk.reader.version,
    confidence: item.decision?.confidence ?? null,
    ...about,
  };
  const readers = await readersOf(desk, place, about.sealed, accusationOf(line));
  if (about.sealed && readers.length === 0) await wantInspector(desk, `suggest:${message.id}`);
  for (const chat of readers) await withList(desk, chat.id, (list) => withLine(list, line));
}

/** Who is named in it is not asked about it. */
function accusationOf({ text, place, who, name }: Pick<Line, 'text' | 'place' | 'who' | 'name'>): Accusation {
  return { text, title: '', materials: [], petitioner: { id: who, name }, origin: place };
}

/** Whom to ask: the village's first cadre privately, else the nearest work group; inspectors for accusations. */
export async function readersOf(
  desk: Desk,
  place: string,
  sealed: boolean,
  about: Accusation | null = null,
): Promise<ChatRef[]> {
  if (sealed) return inspectorChats(desk, about);
  const cadre = staffOf(desk, place).keepers.find((one) => one.contacts.length > 0)?.contacts[0];
  if (cadre && (await desk.canWriteTo(cadre))) return [{ id: cadre, room: false }];
  const work = desk.directory().workGroup(place)?.roomId;
  return work ? [{ id: work, room: true }] : [];
}

/** `登记 1 2`, `全部登记`: these lines become cases, with the villager's own message and time; each is confirmed by its number. */
export async function pick(desk: Desk, item: IntakeItem, by: Actor, lines: Lines): Promise<void> {
  const count = await each(desk, item, lines, async (line) => {
    const judged = desk.reader.classify(line.text, 'text');
    const opened = await openMatter(desk, {
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
    if (opened && !line.voice) await learn(desk, lessonOfLine(line, 'picked', opened, item));
  });
  if (count === 0) await nothingLeft(desk, item, lines);
}

/** What a line shows, as something that belongs to a case. */
function lineMaterial({ messageId, text, at, who, name }: Line, type: Material['type']): Material {
  return { messageId, type, text, by: { id: who, name }, at };
}

/** `不是 3`, `都不是`: nothing opens. */
export async function drop(desk: Desk, item: IntakeItem, lines: Lines): Promise<void> {
  const count = await each(desk, item, lines, (line) =>
    line.sealed || line.voice ? Promise.resolve() : learn(desk, lessonOfLine(line, 'dropped', null, item)),
  );
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
  const sealedLines = await hasSealed(desk, item, numbers);
  // What may be an accusation goes into no village's case.
  if (sealedLines && !found.case.sealed)
    return refuse(desk, item, { key: 'refuse_sealed_into', values: { number: found.case.number ?? '' } });
  const count = await each(desk, item, numbers, async (line) => {
    if (found.case.sealed) return addToSealed(desk, item, by, found.case, line);
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
    if (!line.voice) await learn(desk, lessonOfLine(line, 'joined', found.case, item));
  });
  if (count === 0) return nothingLeft(desk, item, numbers);
  if (found.case.sealed) return answer(desk, item, 'sealed_picked_into', { count, case: found.case.id });
  await answer(desk, item, 'picked_into', { count, number: found.case.number ?? '' });
}

async function hasSealed(desk: Desk, item: IntakeItem, lines: Lines): Promise<boolean> {
  let sealed = false;
  await withList(desk, item.message.chat.id, (list) => {
    sealed = list.some((line) => line.sealed && isMeant(line, lines, list));
    return list;
  });
  return sealed;
}

/** Its speaker stays unknown to the case's people: an inspector adds the line, nobody joins. */
async function addToSealed(desk: Desk, item: IntakeItem, by: Actor, c: Case, line: Line): Promise<void> {
  const material = lineMaterial(line, line.voice ? 'audio' : 'text');
  const cause = { messageId: line.messageId, at: item.message.at, chat: item.message.chat };
  await changeCase(desk, c.id, { type: 'add', material }, by, { ...cause, opId: `add:${line.messageId}` });
  await desk.recents.veil(line.chat.id, [line.messageId]);
}

function lessonOfLine(line: Line, kind: CorrectionKind, about: Case | null, item: IntakeItem): Lesson {
  const { messageId, place, chat, who, name, text, at, confidence } = line;
  const said = { saidAt: item.message.at, saidBy: item.message.id };
  return { kind, messageId, place, chat, who, name, text, at, about, model: line.model, confidence, ...said };
}

/**
 * Runs what is wanted on the lines that still wait; returns how many there were. What one inspector has settled waits
 * for no other.
 */
async function each(
  desk: Desk,
  item: IntakeItem,
  lines: Lines,
  run: (line: Line) => Promise<void>,
): Promise<number> {
  let count = 0;
  const settled: string[] = [];
  await withList(desk, item.message.chat.id, async (list) => {
    for (const line of list) {
      if (!isMeant(line, lines, list)) continue;
      await run(line);
      line.state = 'done';
      count += 1;
      if (line.sealed) settled.push(line.messageId);
    }
    return list;
  });
  if (settled.length > 0) await strikeLines(desk, inspectorChats(desk), settled);
  return count;
}
