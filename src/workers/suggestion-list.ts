import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import type { Lines } from '../cases/command.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Desk } from './desk.js';

/** A line stays answerable for so long after it was said; then nobody is asked about it again. */
export const LIST_DAYS = 3;
const LIST_MS = LIST_DAYS * 24 * 3600 * 1000;
/** Numbers of two digits are all that anybody types in an answer. */
const HIGHEST = 99;
/** Somebody else is at the list: tried again so often, so far apart. */
const TRIES = 100;
const AGAIN_MS = 50;
const LEASE_MS = 15_000;

const lineSchema = z.object({
  /** By which it was told and is answered; never another line's while this one waits. */
  number: z.number(),
  account: z.string(),
  messageId: z.string(),
  place: z.string(),
  chat: z.object({ id: z.string(), room: z.boolean() }),
  who: z.string(),
  name: z.string(),
  at: z.number(),
  text: z.string(),
  sealed: z.boolean(),
  /** A voice that nobody has written down: `text` only says that there is one. */
  voice: z.boolean().exactOptional(),
  state: z.enum(['new', 'told', 'done']),
  /** When it was told; 0: not yet, or by an older version. What was told at one time is one list. */
  toldAt: z.number().default(0),
  /** What the recogniser made of it: kept with what a cadre says of it. */
  model: z.string().default(''),
  confidence: z.number().nullable().default(null),
});
export type Line = z.infer<typeof lineSchema>;
const listSchema = z.array(lineSchema);

/** What a list needs of the desk. */
export type ListDesk = Pick<Desk, 'random' | 'intake' | 'memos' | 'clock' | 'log'>;

/**
 * Reads a chat's list, lets `change` work on it and keeps what it returns. One at a time over all processes: lines come
 * from many groups at once, and none may be lost.
 */
export async function withList(
  desk: ListDesk,
  chatId: string,
  change: (list: Line[]) => Promise<Line[]> | Line[],
): Promise<void> {
  const token = desk.random(8);
  const lock = `list:${chatId}`;
  for (let tries = 1; !(await desk.intake.lease(lock, token, LEASE_MS)); tries += 1) {
    if (tries === TRIES) throw new Error('the list of suggestions stays taken');
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
  try {
    const before = await load(desk, chatId);
    const after = await change(before);
    if (before.length + after.length > 0) await keep(desk, chatId, before, after);
  } finally {
    await desk.intake.release(lock, token);
  }
}

/** Lines about possible accusations stand apart, sealed. */
async function keep(desk: ListDesk, chatId: string, before: Line[], after: Line[]): Promise<void> {
  const isSealed = (line: Line): boolean => line.sealed;
  const plain = after.filter((line) => !line.sealed);
  const key = memoKey.suggestions(chatId);
  await desk.memos.set(key, JSON.stringify(plain), LIST_MS);
  if (before.some(isSealed) || after.some(isSealed))
    await desk.memos.hide(key, JSON.stringify(after.filter(isSealed)), LIST_MS);
}

/** Whether a chat has a list at all. */
export async function hasList(desk: Desk, chatId: string): Promise<boolean> {
  const key = memoKey.suggestions(chatId);
  return (await desk.memos.get(key)) !== null || (await desk.memos.reveal(key)) !== null;
}

/** The list with one more line; the same message stands on it once. */
export function withLine(list: Line[], line: Omit<Line, 'number' | 'state' | 'toldAt'>): Line[] {
  if (list.some((one) => one.messageId === line.messageId)) return list;
  const taken = new Set(list.filter((one) => one.state !== 'done').map((one) => one.number));
  // Once everything has been answered, counting begins anew.
  const last = taken.size === 0 ? 0 : Math.max(...list.map((one) => one.number));
  const number = nextFree(last, taken);
  // A number given again means the new line alone.
  const others = list.filter((one) => one.number !== number);
  return [...others, { ...line, number, state: 'new', toldAt: 0 }];
}

/** Whether an answer means this line: by its number, or 'all' of what was told last. */
export function isMeant(line: Line, lines: Lines, list: Line[]): boolean {
  if (line.state === 'done') return false;
  if (lines !== 'all') return lines.includes(line.number);
  return line.state === 'told' && line.toldAt === Math.max(...list.map((one) => one.toldAt));
}

function nextFree(last: number, taken: Set<number>): number {
  for (let step = 1; step <= HIGHEST; step += 1) {
    const number = ((last + step - 1) % HIGHEST) + 1;
    if (!taken.has(number)) return number;
  }
  // Ninety-nine unanswered ones: the oldest has had its time.
  return (last % HIGHEST) + 1;
}

async function load(desk: ListDesk, chatId: string): Promise<Line[]> {
  const key = memoKey.suggestions(chatId);
  const [plain, sealed] = await Promise.all([desk.memos.get(key), desk.memos.reveal(key)]);
  return [...linesOf(desk, chatId, plain), ...linesOf(desk, chatId, sealed)].sort((a, b) => a.at - b.at);
}

function linesOf(desk: ListDesk, chatId: string, raw: string | null): Line[] {
  if (raw === null) return [];
  const list = listSchema.safeParse(JSON.parse(raw));
  if (!list.success)
    desk.log.warn({ key: memoKey.suggestions(chatId) }, 'list of suggestions is damaged: begun anew');
  return list.success ? list.data.filter((line) => isFresh(line, desk.clock.now())) : [];
}

function isFresh(line: Line, now: Millis): boolean {
  return now - line.at <= LIST_MS;
}
