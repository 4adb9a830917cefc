import type { Actor } from '../cases/case.js';
import type { Decision } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import { PETITION_KINDS } from '../cases/words.js';
import type { Desk, Judged } from './desk.js';
import { feedback } from './feedback.js';
import { followUp } from './follow-up.js';
import { isOpen } from './find-case.js';
import { quotedAnswer } from './official-answer.js';
import { openMatter } from './open-matter.js';
import { placeFor } from './raise.js';
import { answer } from './reply.js';
import { awaitedBy } from './waits.js';

/** The bot explains itself to one person at most once a day. */
const HINT_MS = 24 * 3600 * 1000;

/** Plain words in a private chat: an official's answer on a quoted case, a villager's matter, or more about their own. */
export async function privateWords(desk: Desk, item: IntakeItem, by: Actor): Promise<void> {
  if (by.offices.length > 0) {
    await quotedAnswer(desk, item, by);
    return;
  }
  const { decision, message } = item;
  const own = (await awaitedBy(desk, item, by)) ?? (await ownMatter(desk, item, by));
  if (own)
    return decision?.intent === 'feedback' ? feedback(desk, item, by, own) : followUp(desk, item, by, own);
  const matter = decision !== null && (PETITION_KINDS as readonly string[]).includes(decision.intent);
  const place = placeFor(desk, item, by);
  if (!matter || decision.action === 'ignore') return hint(desk, item, 'private_hint');
  if (place === null) return answer(desk, item, 'raise_where', {});
  await openMatter(desk, {
    opId: `open:${message.id}`,
    text: message.reply,
    place,
    chat: message.chat,
    petitioner: { id: by.id, name: message.name },
    by,
    registrar: null,
    messageId: message.id,
    at: message.at,
    judged: judgedSealed(decision),
    confidence: decision.confidence,
  });
}

/** The case that these private words continue: the one of their matter, else the only open one raised in this chat. */
async function ownMatter(desk: Desk, item: IntakeItem, by: Actor): ReturnType<Desk['cases']['load']> {
  const { decision, message } = item;
  if (decision && decision.action !== 'ignore') return null;
  const ids = await desk.cases.raisedBy(by.id);
  const cases = await Promise.all(ids.map((id) => desk.cases.load(id)));
  const open = cases.filter((c) => c !== null && isOpen(c) && c.chat.id === message.chat.id);
  const belongs = open.find((c) => c?.messageId === decision?.matter);
  if (belongs) return belongs;
  const continues =
    decision?.intent === 'followup' || decision?.intent === 'feedback' || message.type !== 'text';
  return continues && open.length === 1 ? (open[0] ?? null) : null;
}

/** What was heard as an accusation stays one; anything else is judged by its words alone. */
function judgedSealed({ sealed, category, urgency }: Decision): Judged | null {
  if (!sealed || category === '' || urgency === '') return null;
  return { kind: 'discipline', category, urgency, sealed };
}

async function hint(desk: Desk, item: IntakeItem, key: string): Promise<void> {
  const memo = `hint:${item.message.who}`;
  if (await desk.memos.get(memo)) return;
  await answer(desk, item, key, {});
  await desk.memos.set(memo, '1', HINT_MS);
}
