import type { Actor, Case } from '../cases/case.js';
import type { Command } from '../cases/command.js';
import type { Incoming } from '../cases/message.js';
import type { IntakeItem } from '../cases/ports.js';
import { recordedCase } from '../cases/record.js';
import type { Desk } from './desk.js';

/** What became of a message while it was handled: for the record alone. */
const noted = new WeakMap<Incoming, { outcome?: string; caseId?: string }>();

/** The answer was a refusal. */
export function noteRefusal(message: Incoming, key: string): void {
  noted.set(message, { ...noted.get(message), outcome: key });
}

/** The case that a command meant; the first one found counts (合并 names two). */
export function noteCase(message: Incoming, caseId: string): void {
  const known = noted.get(message);
  if (known?.caseId === undefined) noted.set(message, { ...known, caseId });
}

/**
 * Runs an official's command and records it with its outcome before the message leaves its queue: a crash in between
 * runs both again, and neither counts twice.
 */
export async function recorded(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  command: Command,
  run: () => Promise<void>,
): Promise<void> {
  await run();
  if (by.offices.length === 0) return;
  const { outcome = 'ok', caseId } = noted.get(item.message) ?? {};
  await desk.record.append({
    op: `command:${item.message.id}`,
    kind: 'command',
    at: item.message.at,
    by: { id: by.id, name: by.officialName ?? '' },
    verb: command.verb,
    case: caseId === undefined ? null : mayName(by, caseId),
    outcome,
    detail: {},
  });
}

/** A look at a sealed case, or a copy of it, stands in the record beside the case's own history. */
export async function noteView(desk: Desk, { message }: IntakeItem, by: Actor, c: Case): Promise<void> {
  await desk.record.append({
    op: `sealed-view:${message.id}`,
    kind: 'sealed_view',
    at: message.at,
    by: { id: by.id, name: by.officialName ?? '' },
    verb: 'view',
    case: recordedCase(c.id),
    outcome: 'ok',
    detail: {},
  });
}

/** That there is a sealed case stands in the record of inspectors' own commands alone. */
function mayName(by: Actor, caseId: string): string | null {
  const inspector = by.offices.some((office) => office.role === 'inspector');
  return caseId.includes('#') || inspector ? recordedCase(caseId) : null;
}
