import { apply } from '../cases/apply.js';
import type { Actor, Case } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import { deadlines } from '../cases/deadlines.js';
import { placeName } from '../cases/directory.js';
import type { CaseEvent } from '../cases/event.js';
import type { Outcome, Refusal } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import { SEALED_PLACE, sealedCode } from '../cases/sealed-code.js';
import type { Desk } from './desk.js';
import { findCase, type Found } from './find-case.js';
import { keepSealed } from './keep-sealed.js';
import { mergedUnder } from './merged-under.js';
import { toRows } from './post-office.js';
import { formerName } from './sealed-family.js';
import { nameFor, privately, refuse, tell } from './reply.js';

const TRIES = 8;

/**
 * `密封 #3 理由`: an ordinary case that is an accusation becomes a sealed one, with its whole history, and so does each that
 * went into it: they say the same. It leaves its village first, in one step; what a crash left between the two slots this
 * same message's second run finishes.
 */
export async function sealCase(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  ref: CaseRef,
  reason: string,
): Promise<void> {
  const begun = await desk.memos.get(memoOf(item));
  if (begun !== null && (await desk.cases.applied(SEALED_PLACE, opOf(begun)))) {
    await moveAway(desk, item, by, begun, reason);
    return finish(desk, item, by, begun);
  }
  const left = begun === null ? null : await desk.cases.leaving(begun);
  const found: Found = left
    ? { ok: true, case: left.case }
    : await findCase(desk, ref, item.message, by, () => false);
  if (!found.ok) return refuse(desk, item, found.refusal);
  const refused = refusedSeal(desk, item, by, found.case, reason);
  if (refused) return refuse(desk, item, refused);
  const { id } = found.case;
  // Deepest first: the way to each is in the history of the one that it went into.
  for (const one of await mergedUnder(desk, id)) await moveAway(desk, item, by, one, reason);
  await desk.memos.set(memoOf(item), id, DAY_MS);
  const late = await moveAway(desk, item, by, id, reason);
  return late ? refuse(desk, item, late) : finish(desk, item, by, id);
}

/** One that went into another goes with that one, not by itself. */
function refusedSeal(desk: Desk, item: IntakeItem, by: Actor, c: Case, reason: string): Refusal | null {
  const tried = sealing(desk, item, by, c, reason);
  if (!tried.ok) return tried.refusal;
  const name = nameFor(desk, c, item.message.chat);
  return c.state === 'merged' ? { key: 'refuse_merged', values: { case: name } } : null;
}

/** Out of its village and into the sealed slot, once for ever. */
async function moveAway(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  id: string,
  reason: string,
): Promise<Refusal | null> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await desk.cases.applied(SEALED_PLACE, opOf(id))) break;
    const aside = await desk.cases.leaving(id);
    const c = aside?.case ?? (await desk.cases.load(id));
    if (c === null) return { key: 'refuse_no_case', values: { number: '' } };
    const outcome = sealing(desk, item, by, c, reason);
    if (!outcome.ok) return outcome.refusal;
    const history = aside?.events ?? (await desk.cases.history(c.id));
    if (aside === null && (await desk.cases.leave(c)) === 'conflict') continue;
    await arrive(desk, c, outcome, history);
    break;
  }
  if (!(await desk.cases.applied(SEALED_PLACE, opOf(id))))
    throw new Error('a case kept changing while it was to be sealed');
  await desk.corrections.dropCases([id]);
  await desk.cases.gone(id);
  return null;
}

const DAY_MS = 24 * 3600 * 1000;
/** What this message has begun: the case stands in no list any more, and cannot be found again by its number. */
const memoOf = (item: IntakeItem): string => `seal:${item.message.id}`;
const opOf = (id: string): string => `seal:${id}`;

function sealing(desk: Desk, item: IntakeItem, by: Actor, c: Case, reason: string): Outcome {
  const { message } = item;
  const due = deadlines(message.at, c.category, c.urgency, desk.settings.terms, desk.settings.rules.hours);
  const action = { type: 'seal', code: sealedCode(desk.random(8)), reason, ...due } as const;
  return apply(c, action, {
    by,
    now: message.at,
    messageId: message.id,
    chat: message.chat,
    salt: desk.random(16),
    history: [],
    placeName: placeName(c.place, desk.directory().county),
    discreet: desk.settings.discreet,
    rules: desk.settings.rules,
  });
}

async function arrive(
  desk: Desk,
  c: Case,
  outcome: Extract<Outcome, { ok: true }>,
  history: CaseEvent[],
): Promise<void> {
  const opId = opOf(c.id);
  const now = desk.clock.now();
  const rows = toRows(desk, outcome.notices, {
    slot: SEALED_PLACE,
    opId,
    replyTo: null,
    about: outcome.case,
    now,
  });
  const events = [...history, ...outcome.events];
  const messages = [...events.map((event) => event.messageId), ...c.materials.map((one) => one.messageId)];
  // By its former name those that went into it, or it into them, find it again.
  const names = [formerName(c.id), ...messages.filter((id) => id !== '')];
  const links = names.map((id) => [id, outcome.case.id]);
  const saved = await desk.cases.save({
    place: SEALED_PLACE,
    opId,
    expectCounter: null,
    cases: [{ case: outcome.case, expectVersion: 0, events }],
    rows,
    links: Object.fromEntries(links) as Record<string, string>,
  });
  // It stands set aside: tried again with another code.
  if (saved === 'conflict') throw new Error('the code of a sealed case was taken');
  await desk.wake(saved === 'saved' ? rows : await desk.cases.rowsOf(SEALED_PLACE, opId));
  await keepSealed(desk, outcome.case, messages, opId);
  if (c.chat.room) await desk.roomChanged(c.chat.id);
}

/** Nothing of it stays in its village but what was said in the group; who moved it hears so, and no code. */
async function finish(desk: Desk, item: IntakeItem, by: Actor, id: string): Promise<void> {
  const name = id.slice(id.lastIndexOf('#'));
  const to = { ...privately(by), ...(item.message.chat.room && { else: 'nobody' as const }) };
  await tell(desk, `sealed:${item.message.id}`, item, [{ key: 'sealed_moved', values: { case: name }, to }]);
}
