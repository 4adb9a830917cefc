import type { Millis } from '../cases/case.js';
import { localDate } from '../cases/calendar.js';
import type { Desk } from './desk.js';
import { tell } from './reply.js';

/** Gaps are kept for the engineer for a month. */
const KEEP_MS = 30 * 24 * 3600 * 1000;

/** Every gap is recorded; one of more than `tellMs` is told to the work groups: nothing that may be missing is hidden. */
export async function tellGap(desk: Desk, from: Millis, to: Millis, tellMs: number): Promise<void> {
  desk.log.warn(
    { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    'gap in the connection',
  );
  await desk.memos.set(`gap:${from}`, JSON.stringify({ from, to }), KEEP_MS);
  if (to - from <= tellMs) return;
  const groups = desk.directory().groups.filter((group) => group.kind === 'work' && group.roomId !== null);
  const notices = groups.map((group) => ({
    key: 'gap',
    values: { from: clockTime(from), to: clockTime(to) },
    to: { kind: 'chat', chat: { id: group.roomId ?? '', room: true } } as const,
  }));
  await tell(desk, `gap:${from}`, null, notices);
}

function clockTime(at: Millis): string {
  const { hour, minute } = localDate(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
