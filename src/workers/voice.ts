import { z } from 'zod';
import { dayStart } from '../cases/calendar.js';
import type { Material } from '../cases/case.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Incoming } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { readersOf, suggestLine } from './suggestions.js';
import { withList } from './suggestion-list.js';

/**
 * A cadre sits in the group and could listen to everything: two a day of one person and eight of one group are a hint,
 * more would be a list that nobody reads.
 */
const OF_ONE_PERSON = 2;
const OF_ONE_GROUP = 8;
/** Voices in a row are one telling: the first stands for them. */
const IN_A_ROW_MS = 10 * 60_000;
const KEEP_MS = 2 * 24 * 3_600_000;

const told = z.array(z.object({ id: z.string(), who: z.string(), at: z.number() }));

/** A voice that nobody has written down and that goes with nothing is put before the cadre, a few a day. */
export async function suggestVoice(desk: Desk, item: IntakeItem): Promise<void> {
  const { message } = item;
  const key = memoKey.voices(message.chat.id);
  const kept = told.safeParse(JSON.parse((await desk.memos.get(key)) ?? '[]'));
  const today = dayStart(message.at);
  const earlier = (kept.success ? kept.data : []).filter(({ at }) => dayStart(at) === today);
  if (!earlier.some(({ id }) => id === message.id)) {
    if (isEnough(earlier, message)) return;
    const { id, who, at } = message;
    await desk.memos.set(key, JSON.stringify([...earlier, { id, who, at }]), KEEP_MS);
  }
  await suggestLine(desk, item, { text: sent(desk, message), sealed: false, voice: true });
}

function isEnough(earlier: z.output<typeof told>, { who, at }: Incoming): boolean {
  const own = earlier.filter((one) => one.who === who);
  const inARow = own.some((one) => Math.abs(at - one.at) < IN_A_ROW_MS);
  return inARow || own.length >= OF_ONE_PERSON || earlier.length >= OF_ONE_GROUP;
}

function sent(desk: Desk, { voice }: Incoming): string {
  const seconds = voice?.seconds ?? null;
  return seconds === null ? desk.render('voice_sent_plain', {}) : desk.render('voice_sent', { seconds });
}

/** What a case has taken up needs nobody's ear any more. */
export async function takenUp(desk: Desk, place: string, materials: Material[]): Promise<void> {
  const voices = materials.filter(({ type }) => type === 'audio').map(({ messageId }) => messageId);
  if (voices.length === 0) return;
  for (const chat of await readersOf(desk, place, false))
    await withList(desk, chat.id, (list) =>
      list.map((line) => (voices.includes(line.messageId) ? { ...line, state: 'done' } : line)),
    );
}
