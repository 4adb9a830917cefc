import type { Actor, Case } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import type { Incoming } from '../cases/message.js';
import { maySee } from '../cases/permissions.js';
import { caseLines, type Line, type View } from '../cases/case-lines.js';
import type { CaseEvent } from '../cases/event.js';
import { changeCase } from './change-case.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { findCase, isOpen } from './find-case.js';
import { noteView } from './recorded.js';
import { livingCase } from './living-case.js';
import { answer, refuse } from './reply.js';
import { sealedFamily } from './sealed-family.js';

/** `查 #3`: how it stands for those concerned, its history for officials in their own chats. */
export async function showCase(desk: Desk, item: IntakeItem, by: Actor, ref: CaseRef): Promise<void> {
  const { message } = item;
  const concerns = (c: Case): boolean =>
    c.petitioner.id === by.id || c.registrar?.id === by.id || handles(c, by);
  const found = await findCase(desk, ref, message, by, (c) => isOpen(c) && concerns(c));
  if (!found.ok) return refuse(desk, item, found.refusal);
  const c = found.case;
  const sight = maySee(by, c);
  // A sealed case is not even known to exist; another village's case neither.
  if (sight === 'none' || (c.sealed && message.chat.room)) {
    return refuse(desk, item, {
      key: 'refuse_no_case',
      values: { number: ref.kind === 'number' ? ref.number : '' },
    });
  }
  if (c.sealed && sight === 'all') return showSealed(desk, item, by, c);
  const openly = inVillageGroup(desk, message);
  const history = sight === 'all' && !openly ? await desk.cases.history(c.id) : [];
  await answer(desk, item, 'text', { text: await textOf(desk, by, c, history, { sight, openly }) });
}

/** Every look of an inspector stands in the history before it is answered. */
async function showSealed(desk: Desk, item: IntakeItem, by: Actor, c: Case): Promise<void> {
  const { message } = item;
  const cause = { opId: `view:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const seen = await changeCase(desk, c.id, { type: 'view' }, by, cause);
  if (!seen.ok) return refuse(desk, item, seen.refusal);
  await noteView(desk, item, by, c);
  const history = await desk.cases.history(c.id);
  const text = await textOf(desk, by, seen.case, history, { sight: 'all', openly: false });
  const codes = await sealedFamily(desk, c, history);
  const family = codes.length === 0 ? [] : [desk.render('sealed_family', { codes: codes.join('、') })];
  await answer(desk, item, 'text', { text: [text, ...family].join('\n') });
}

async function textOf(
  desk: Desk,
  by: Actor,
  c: Case,
  history: CaseEvent[],
  view: Pick<View, 'sight' | 'openly'>,
): Promise<string> {
  const discreet = desk.settings.discreet.includes(c.category);
  const now = desk.clock.now();
  const lines = caseLines(c, history, { ...view, discreet, now });
  const also = await mergedInto(desk, by, c, { openly: view.openly, discreet, now });
  return [...lines, ...also].map((line) => desk.render(line.key, line.values)).join('\n');
}

/** How the case stands that this one went into. */
async function mergedInto(desk: Desk, by: Actor, c: Case, view: Omit<View, 'sight'>): Promise<Line[]> {
  const living = await livingCase(desk, c);
  if (living.id === c.id) return [];
  return caseLines(living, [], { ...view, sight: maySee(by, living) }).slice(0, 1);
}

function handles(c: Case, by: Actor): boolean {
  return c.handler?.contacts.includes(by.id) ?? false;
}

function inVillageGroup(desk: Desk, message: Incoming): boolean {
  return message.chat.room && desk.directory().groupOf(message.chat.id)?.kind === 'village';
}
