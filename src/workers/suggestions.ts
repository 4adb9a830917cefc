import { z } from 'zod';
import type { Actor, ChatRef } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import { placeName } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { asMaterial } from './follow-up.js';
import { openMatter } from './open-matter.js';
import { staffOf } from './on-duty.js';
import { answer, refuse, tell } from './reply.js';

/** A list stays answerable for three days. */
const LIST_MS = 3 * 24 * 3600 * 1000;
/** One list holds so many; older lines fall off its beginning. */
const MOST = 20;

const lineSchema = z.object({
  account: z.string(),
  messageId: z.string(),
  place: z.string(),
  chat: z.object({ id: z.string(), room: z.boolean() }),
  who: z.string(),
  name: z.string(),
  at: z.number(),
  text: z.string(),
  sealed: z.boolean(),
  state: z.enum(['new', 'told', 'done']),
});
type Line = z.infer<typeof lineSchema>;
const listSchema = z.array(lineSchema);

/** Middle confidence: put before the village's cadre, out of the group; a possible accusation before inspectors only. */
export async function suggest(desk: Desk, item: IntakeItem, sealed: boolean): Promise<void> {
  const { message } = item;
  const place = desk.directory().groupOf(message.chat.id)?.place ?? desk.villagesOf(message.who)[0];
  if (place === undefined) return;
  const line: Line = {
    account: item.account,
    messageId: message.id,
    place,
    chat: message.chat,
    who: message.who,
    name: message.name,
    at: message.at,
    text: message.reply.slice(0, 500),
    sealed,
    state: 'new',
  };
  for (const chat of await readersOf(desk, place, sealed)) {
    const list = await load(desk, chat.id);
    if (list.some((one) => one.messageId === line.messageId)) continue;
    await save(desk, chat.id, [...list, line].slice(-MOST));
  }
}

/** Whom to ask: the village's first cadre privately, else the nearest work group; inspectors for accusations. */
async function readersOf(desk: Desk, place: string, sealed: boolean): Promise<ChatRef[]> {
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
    const list = await load(desk, chat.id);
    const fresh = list.flatMap((line, i) => (line.state === 'new' ? [{ line, number: i + 1 }] : []));
    if (fresh.length === 0) continue;
    const opId = `suggest:${chat.id}:${fresh.map(({ line }) => line.messageId).join(',')}`;
    const sealed = fresh.every(({ line }) => line.sealed);
    const places = [...new Set(fresh.map(({ line }) => placeName(line.place, desk.directory().county)))];
    const values = {
      place: places.join('、'),
      lines: fresh
        .map(({ line, number }) => `${number} ${line.name}：${desk.clean(line.text, 40)}`)
        .join('\n'),
    };
    const key = sealed ? 'suggest_sealed' : 'suggest';
    await tell(desk, opId, null, [{ key, values, to: { kind: 'chat', chat } }]);
    await save(
      desk,
      chat.id,
      list.map((line) => (line.state === 'new' ? { ...line, state: 'told' } : line)),
    );
  }
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

/** `登记 1 2`: these lines become cases, with the villager's own message and time. */
export async function pick(desk: Desk, item: IntakeItem, by: Actor, numbers: number[]): Promise<void> {
  await each(desk, item, numbers, async (line) => {
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
    });
  });
  await answer(desk, item, 'picked', { count: numbers.length });
}

/** `不是 3`: nothing opens. */
export async function drop(desk: Desk, item: IntakeItem, numbers: number[]): Promise<void> {
  await each(desk, item, numbers, () => Promise.resolve());
  await answer(desk, item, 'dropped', { count: numbers.length });
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
  await each(desk, item, numbers, async (line) => {
    const material = { ...asMaterial(item.message), type: 'text' as const, messageId: line.messageId, text: line.text, at: line.at, by: { id: line.who, name: line.name } }; // prettier-ignore
    const cause = { messageId: line.messageId, at: item.message.at, chat: item.message.chat };
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
  await answer(desk, item, 'picked_into', { count: numbers.length, number: found.case.number ?? '' });
}

async function each(
  desk: Desk,
  item: IntakeItem,
  numbers: number[],
  run: (line: Line) => Promise<void>,
): Promise<void> {
  const chatId = item.message.chat.id;
  const list = await load(desk, chatId);
  for (const number of numbers) {
    const line = list[number - 1];
    if (!line || line.state === 'done') continue;
    await run(line);
    line.state = 'done';
  }
  await save(desk, chatId, list);
}

async function load(desk: Desk, chatId: string): Promise<Line[]> {
  const raw = await desk.memos.get(memoKey.suggestions(chatId));
  if (raw === null) return [];
  const list = listSchema.safeParse(JSON.parse(raw));
  if (!list.success)
    desk.log.warn({ key: memoKey.suggestions(chatId) }, 'list of suggestions is damaged: begun anew');
  return list.success ? list.data : [];
}

async function save(desk: Desk, chatId: string, list: Line[]): Promise<void> {
  await desk.memos.set(memoKey.suggestions(chatId), JSON.stringify(list), LIST_MS);
}
