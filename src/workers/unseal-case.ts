import type { Actor, Case } from '../cases/case.js';
import { apply } from '../cases/apply.js';
import type { CaseRef } from '../cases/command.js';
import type { Refusal } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import { sealedRef } from '../cases/sealed-code.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { namedOfficial } from './named-official.js';
import { openMatter } from './open-matter.js';
import { refuse } from './reply.js';

/** `理由：…` behind the words: kept in the sealed history, the village never sees it. */
const REASON = /[\s，。；,;]*理由\s*[:：]\s*(?<reason>[\s\S]*)$/u;
/** What would tell the village that there was an accusation. */
const TELLING = /检举|举报|控告|告状|密封|解密|误封|纪检|纪委|不实/u;

/**
 * `解密 代号 三组路灯坏了`: one sealed by mistake goes on as an ordinary case of its village, with a number, in the words that
 * the inspector writes. Nothing of the old one goes with it but who waits for the answer: its words, pictures and history
 * stay sealed. Its time begins now: the village could not have known.
 */
export async function unsealCase(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  ref: CaseRef,
  typed: string,
): Promise<void> {
  const { message } = item;
  const found = await findCase(desk, ref, message, by, () => false);
  if (!found.ok) return refuse(desk, item, found.refusal);
  const c = found.case;
  const words = typed.replace(REASON, '').trim();
  const reason = REASON.exec(typed)?.groups?.['reason']?.trim() ?? '';
  const place = originOf(desk, c);
  const opId = `unseal:${sealedRef(c.id)}`;
  const again = place !== null && (await desk.cases.applied(place, opId));
  const refusal = again ? null : refusalOf(desk, item, by, c, words, place);
  if (refusal !== null || place === null) return refuse(desk, item, refusal ?? where(c));
  const opened = await openOrdinary(desk, item, by, c, { words, place, opId });
  if (!opened) return;
  const cause = { opId: `unseal:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const action = { type: 'unseal', into: opened.id, intoNumber: opened.number ?? 0, reason } as const;
  const ended = await changeCase(desk, c.id, action, by, cause);
  if (!ended.ok) return refuse(desk, item, ended.refusal);
}

function refusalOf(
  desk: Desk,
  { message }: IntakeItem,
  by: Actor,
  c: Case,
  words: string,
  place: string | null,
): Refusal | null {
  const action = { type: 'unseal', into: '', intoNumber: 0, reason: '' } as const;
  const ctx = { by, now: message.at, messageId: message.id, chat: message.chat, salt: '', history: [], placeName: '' }; // prettier-ignore
  const tried = apply(c, action, ctx);
  if (!tried.ok) return tried.refusal;
  if (place === null) return where(c);
  return isTelling(desk, words) ? { key: 'refuse_unseal_words', values: { case: c.id } } : null;
}

/** All of the village will read it. */
function isTelling(desk: Desk, words: string): boolean {
  if (words === '' || TELLING.test(words)) return true;
  return desk.reader.classify(words, 'text').sealed || namedOfficial(desk, words) !== null;
}

function where(c: Case): Refusal {
  return { key: 'refuse_unseal_where', values: { case: c.id } };
}

function openOrdinary(
  desk: Desk,
  { message }: IntakeItem,
  by: Actor,
  c: Case,
  { words, place, opId }: { words: string; place: string; opId: string },
): Promise<Case | null> {
  const judged = { ...desk.reader.classify(words, 'text'), sealed: false };
  const kind = judged.kind === 'discipline' ? 'petition' : judged.kind;
  // What somebody raised privately keeps their name private, too: they alone hear of it.
  const name = c.chat.room ? c.petitioner.name : desk.render('sealed_somebody', {});
  return openMatter(desk, {
    opId,
    text: words,
    place,
    chat: c.chat,
    petitioner: { id: c.petitioner.id, name },
    by,
    from: message.chat,
    registrar: null,
    messageId: c.messageId,
    at: message.at,
    judged: { ...judged, kind },
    confidence: null,
    ordinary: true,
  });
}

/** The village that it comes from; those of an older version say it by their chat. */
function originOf(desk: Desk, c: Case): string | null {
  return (
    c.origin ?? desk.directory().groupOf(c.chat.id)?.place ?? desk.villagesOf(c.petitioner.id)[0] ?? null
  );
}
