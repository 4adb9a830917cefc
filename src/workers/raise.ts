import type { Actor } from '../cases/case.js';
import type { IntakeItem } from '../cases/ports.js';
import { PETITION_KINDS } from '../cases/words.js';
import type { Desk } from './desk.js';
import { shownBefore } from './follow-up.js';
import { openMatter } from './open-matter.js';
import { answer } from './reply.js';
import { takenUp } from './voice.js';

/** `诉求：…` is a plain wish to be heard; a mention of the bot alone may be a joke. */
const EXPLICIT = /(?:诉求|反映|投诉|举报|求助|建议|咨询)\s*[:：]|^\s*(?:@\S+\s*)?(?:我?要?)?(?:诉求|反映)\s/u;

/** False: the bot is mentioned with something that is no matter of its own: more about another, thanks, a joke. */
export function raisesMatter({ message, decision }: IntakeItem): boolean {
  const matter = decision !== null && (PETITION_KINDS as readonly string[]).includes(decision.intent);
  return matter || EXPLICIT.test(message.reply);
}

/** Somebody speaks to the bot itself: opened in the chat's place, or in the sender's only village from a private chat. */
export async function raise(desk: Desk, item: IntakeItem, by: Actor, text: string): Promise<void> {
  const { message, decision } = item;
  const place = placeFor(desk, item, by);
  if (place === null) return answer(desk, item, 'raise_where', {});
  const materials = await shownBefore(desk, message);
  await openMatter(desk, {
    opId: `open:${message.id}`,
    text,
    place,
    chat: message.chat,
    petitioner: { id: by.id, name: message.name },
    by,
    registrar: null,
    messageId: message.id,
    at: message.at,
    judged: null,
    confidence: decision?.confidence ?? null,
    materials,
  });
  await takenUp(desk, place, materials);
}

/** Null: the sender is in no village group that the bot knows, or in several. */
export function placeFor(desk: Desk, item: IntakeItem, by: Actor): string | null {
  const { chat } = item.message;
  if (chat.room) return desk.directory().groupOf(chat.id)?.place ?? null;
  const villages = desk.villagesOf(by.id);
  return villages.length === 1 ? (villages[0] ?? null) : null;
}
