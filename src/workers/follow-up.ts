import type { Actor, Case, Material } from '../cases/case.js';
import type { Incoming } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import type { MessageType } from '../cases/words.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { isOpen } from './find-case.js';
import { viaMerged } from './living-case.js';

/** A picture comes before its words as often as after them: looked back for so long. */
const LOOK_BACK_MS = 3 * 60 * 1000;

/** Pictures, voice and places that the same speaker sent just before. */
export async function shownBefore(desk: Desk, message: Incoming): Promise<Material[]> {
  const recent = await desk.recents.recall(message.chat.id, 50, desk.clock.now());
  const shown = recent.filter(
    (one) =>
      one.who === message.who && one.id !== message.id && SHOWN.has(one.type) && isJustBefore(one, message),
  );
  return shown.map((one) => asMaterial(desk, one));
}

const SHOWN = new Set<MessageType>(['image', 'video', 'audio', 'location']);

function isJustBefore(one: Incoming, message: Incoming): boolean {
  return one.at <= message.at && message.at - one.at <= LOOK_BACK_MS;
}

/** What somebody wrote, or said: then it is marked as a machine's writing. */
export function wordsOf(desk: Desk, message: Incoming): string {
  return message.voice?.transcribed ? desk.render('voice_words', { text: message.reply }) : message.reply;
}

/** The message as something that belongs to a case. */
export function asMaterial(desk: Desk, message: Incoming): Material {
  const { location } = message;
  const text = location
    ? [location.name, location.address].filter(Boolean).join(' ')
    : wordsOf(desk, message);
  return {
    messageId: message.id,
    type: message.type,
    text: text.slice(0, 500),
    by: { id: message.who, name: message.name },
    at: message.at,
    ...(message.chat.room && { shown: true as const }),
  };
}

/**
 * Pictures, voice, places and further lines join the case; a neighbour's "我家也是" joins as co-petitioner.
 * Nothing is said in the group: nobody needs it. `saidTo`: the merged case that it was said to, when that is another one.
 */
export async function followUp(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  c: Case,
  saidTo: Case = c,
): Promise<void> {
  if (!isOpen(c)) return;
  const { message } = item;
  if (c.sealed) await desk.recents.veil(message.chat.id, [message.id]);
  const cause = { messageId: message.id, at: message.at, chat: message.chat };
  if (joins(desk, item, by, c)) {
    const joined = await changeCase(desk, c.id, viaMerged({ type: 'join' }, saidTo, c), by, {
      ...cause,
      opId: `join:${message.id}`,
    });
    if (!joined.ok) desk.log.debug({ message: message.id, why: joined.refusal.key }, 'not joined');
  }
  const material = asMaterial(desk, message);
  await changeCase(desk, c.id, viaMerged({ type: 'add', material }, saidTo, c), by, {
    ...cause,
    opId: `add:${message.id}`,
  });
}

function joins(desk: Desk, item: IntakeItem, by: Actor, c: Case): boolean {
  if (by.offices.length > 0 || c.petitioner.id === by.id) return false;
  if (c.coPetitioners.some((one) => one.id === by.id)) return false;
  const said = item.message.type === 'text' || item.message.voice?.transcribed === true;
  return said && desk.reader.isMeToo(item.message.reply);
}
