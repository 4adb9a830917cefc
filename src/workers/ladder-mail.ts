import { placeName } from '../cases/directory.js';
import { splitLines } from '../cases/digest-split.js';
import type { Case } from '../cases/case.js';
import { highestOnly, sayLine, stillTrue, type SaidLine } from '../cases/ladder-lines.js';
import type { MailLine } from '../cases/mail-line.js';
import type { Audience } from '../cases/outcome.js';
import type { Batch } from '../cases/ports.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { mailboxOf, type Listener } from './hearers.js';
import { ladderTimeOf } from './ladder-hours.js';
import { loadOrLocked } from './load-or-null.js';
import { staffOf } from './on-duty.js';
import { tell } from './reply.js';

/** One message a person and hour. */
const GAP_MS = 3_600_000;

/** A line for each of them, once for ever. */
export async function putLines(desk: Desk, line: Omit<MailLine, 'to'>, listeners: Listener[]): Promise<void> {
  for (const { name, contacts, place } of listeners)
    await desk.mailboxes.put(mailboxOf({ name, contacts, place }), {
      ...line,
      to: { name, contacts, place },
    });
}

/** Tells everybody what waits for them, in hours in which people may be told. */
export async function tellMail(desk: Desk): Promise<void> {
  const now = desk.clock.now();
  if (ladderTimeOf(desk).tellable(now) !== now) return;
  for (const to of await desk.mailboxes.waiting()) {
    const batch = await desk.mailboxes.take(to, now, GAP_MS);
    if (!batch) continue;
    const kept = await tellBatch(desk, batch);
    await desk.mailboxes.done(to, batch.id, kept, kept.length === batch.lines.length);
  }
}

interface Told {
  line: MailLine;
  c: Case;
}

/**
 * All of a batch in one message; what is sealed in one of its own, which no group ever hears. Returns what cannot be said
 * until the key of its case is back: nobody knows till then whether it is still true.
 */
async function tellBatch(desk: Desk, batch: Batch): Promise<MailLine[]> {
  const loaded = await Promise.all(
    batch.lines.map(async (line) => ({ line, c: await loadOrLocked(desk, line.caseId) })),
  );
  const standing = loaded.filter((one): one is Told => isCase(one.c) && stillTrue(one.line, one.c));
  const kept = new Set(highestOnly(standing.map((one) => one.line)));
  const told = standing.filter((one) => kept.has(one.line));
  const [open, sealed] = [told.filter((one) => !one.c.sealed), told.filter((one) => one.c.sealed)];
  await tell(desk, `ladder:${batch.id}`, null, noticesOf(desk, open));
  await tell(desk, `ladder:${batch.id}:sealed`, null, noticesOf(desk, sealed), SEALED_PLACE);
  return loaded.filter((one) => one.c === 'locked').map((one) => one.line);
}

function isCase(c: Awaited<ReturnType<typeof loadOrLocked>>): c is Case {
  return c !== null && c !== 'locked';
}

interface Said {
  key: string;
  values: SaidLine['values'];
  to: Audience;
}

function noticesOf(desk: Desk, told: Told[]): Said[] {
  const [first] = told;
  if (!first) return [];
  const to = audienceOf(first.line.to, first.c.sealed);
  const said = told.map(({ line, c }) => sayOf(desk, line, c));
  const [only] = said;
  if (only && said.length === 1) return [{ key: only.alone, values: only.values, to }];
  const lines = said.map((one) => desk.render(one.among, one.values));
  const texts = splitLines(
    [desk.render('ladder_head', { count: lines.length }), ...lines],
    desk.settings.messageChars,
    '',
  );
  return texts.map((text) => ({ key: 'text', values: { text }, to }));
}

function sayOf(desk: Desk, line: MailLine, c: Case): SaidLine {
  return sayLine(c, line.kind, contextOf(desk, c));
}

/** What a line needs of the world. */
export function contextOf(desk: Desk, c: Case) {
  return {
    now: desk.clock.now(),
    placeName: placeName(c.place, desk.directory().county),
    staff: staffOf(desk, c.place),
    discreet: desk.settings.discreet,
  };
}

/** Privately, else in the nearest work group; a sealed case nowhere else. */
export function audienceOf({ name, contacts, place }: Listener, sealed: boolean): Audience {
  if (contacts.length === 0 && !sealed) return { kind: 'work_group', place };
  return { kind: 'person', contacts, name, place, else: sealed ? 'nobody' : 'work_group' };
}
