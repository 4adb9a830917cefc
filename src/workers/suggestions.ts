import type { Actor, Case, ChatRef } from '../cases/case.js';
import type { CorrectionKind } from '../cases/correction.js';
import type { CaseRef } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { asMaterial } from './follow-up.js';
import { learn, type Lesson } from './learn.js';
import { openMatter } from './open-matter.js';
import { staffOf } from './on-duty.js';
import { answer, refuse } from './reply.js';
import { withLine, withList, type Line } from './suggestion-list.js';
import { inspectorChats, strikeLines } from './suggestion-tell.js';

/** Middle confidence: put before the village's cadre, out of the group; a possible accusation before inspectors only. */
export async function suggest(desk: Desk, item: IntakeItem, sealed: boolean): Promise<void> {
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
    text: message.reply.slice(0, 500),
    sealed,
    model: desk.reader.version,
    confidence: item.decision?.confidence ?? null,
  };
  for (const chat of await readersOf(desk, place, sealed))
    await withList(desk, chat.id, (list) => withLine(list, line));
}

/** Whom to ask: the village's first cadre privately, else the nearest work group; inspectors for accusations. */
async function readersOf(desk: Desk, place: string, sealed: boolean): Promise<ChatRef[]> {
  if (sealed) return inspectorChats(desk);
  const cadre = staffOf(desk, place).keepers.find((one) => one.contacts.length > 0)?.contacts[0];
  if (cadre && (await desk.canWriteTo(cadre))) return [{ id: cadre, room: false }];
  const work = desk.directory().workGroup(place)?.roomId;
  return work ? [{ id: work, room: true }] : [];
}

/** `登记 1 2`: these lines become cases, with the villager's own message and time; each is confirmed by its number. */
export async function pick(desk: Desk, item: IntakeItem, by: Actor, numbers: number[]): Promise<void> {
  const count = await each(desk, item, numbers, async (line) => {
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
    });
    if (opened) await learn(desk, lessonOfLine(line, 'picked', opened, item));
  });
  if (count === 0) await refuse(desk, item, { key: 'refuse_lines_gone', values: {} });
}

/** `不是 3`: nothing opens. */
export async function drop(desk: Desk, item: IntakeItem, numbers: number[]): Promise<void> {
  await done(
    desk,
    item,
    'dropped',
    await each(desk, item, numbers, (line) =>
      line.sealed ? Promise.resolve() : learn(desk, lessonOfLine(line, 'dropped', null, item)),
    ),
  );
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
    const material = { ...asMaterial(item.message), type: 'text' as const, messageId: line.messageId, text: line.text, at: line.at, by: { id: line.who, name: line.name } }; // prettier-ignore
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
    await learn(desk, lessonOfLine(line, 'joined', found.case, item));
  });
  await done(desk, item, 'picked_into', count, { number: found.case.number ?? '' });
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
  numbers: number[],
  run: (line: Line) => Promise<void>,
): Promise<number> {
  let count = 0;
  const settled: string[] = [];
  await withList(desk, item.message.chat.id, async (list) => {
    for (const line of list) {
      if (!numbers.includes(line.number) || line.state === 'done') continue;
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

async function done(
  desk: Desk,
  item: IntakeItem,
  key: string,
  count: number,
  values: Record<string, string | number> = {},
): Promise<void> {
  if (count === 0) return refuse(desk, item, { key: 'refuse_lines_gone', values: {} });
  await answer(desk, item, key, { count, ...values });
}
