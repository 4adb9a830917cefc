import { MINUTE } from '../cases/calendar.js';
import type { Case } from '../cases/case.js';
import { ALARMS, type AlarmName } from '../cases/ladder.js';
import { sayAlarm, sayLine } from '../cases/ladder-lines.js';
import type { MailLine } from '../cases/mail-line.js';
import { caseRefName, SEALED_PLACE } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { listenersOf, type Listener } from './hearers.js';
import { audienceOf, contextOf } from './ladder-mail.js';
import { tell } from './reply.js';

/** An emergency that nobody in office has answered: everybody of this rung, at once, day and night. */
export async function soundAlarm(desk: Desk, c: Case, name: AlarmName): Promise<void> {
  const { afterMs, hears } = ALARMS[name];
  const { alone, values } = sayAlarm(c, afterMs / MINUTE, contextOf(desk, c));
  const listeners = listenersOf(desk, c, hears);
  await tellNow(desk, `alarm:${caseRefName(c)}:${name}`, c, { key: alone, values }, listeners);
}

/** A rung of an emergency waits for nobody's working hours and for no other line. */
export async function tellRungNow(
  desk: Desk,
  c: Case,
  line: Omit<MailLine, 'to'>,
  listeners: Listener[],
): Promise<void> {
  const { alone, values } = sayLine(c, line.kind, contextOf(desk, c));
  await tellNow(desk, `rung:${line.id}`, c, { key: alone, values }, listeners);
}

async function tellNow(
  desk: Desk,
  opId: string,
  c: Case,
  said: { key: string; values: Record<string, string | number> },
  listeners: Listener[],
): Promise<void> {
  const priority = 'emergency' as const;
  const notices = listeners.map((one) => ({ ...said, to: audienceOf(one, c.sealed), priority }));
  await tell(desk, opId, null, notices, ...(c.sealed ? [SEALED_PLACE] : []));
}
