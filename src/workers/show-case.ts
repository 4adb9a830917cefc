import type { Actor, Case } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import type { Incoming } from '../cases/message.js';
import { maySee } from '../cases/permissions.js';
import { caseLines, type Line, type View } from '../cases/case-lines.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { findCase, isOpen } from './find-case.js';
import { livingCase } from './living-case.js';
import { answer, refuse } from './reply.js';

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
  const openly = inVillageGroup(desk, message);
  const history = sight === 'all' && !openly ? await desk.cases.history(c.id) : [];
  const discreet = desk.settings.discreet.includes(c.category);
  const lines = caseLines(c, history, { sight, openly, discreet, now: desk.clock.now() });
  const also = await mergedInto(desk, by, c, { openly, discreet, now: desk.clock.now() });
  const text = [...lines, ...also].map((line) => desk.render(line.key, line.values)).join('\n');
  await answer(desk, item, 'text', { text });
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
