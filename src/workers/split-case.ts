import type { Actor, Case } from '../cases/case.js';
import { longName } from '../cases/case-names.js';
import type { CaseRef } from '../cases/command.js';
import { ALWAYS_DISCREET } from '../cases/digest-case-line.js';
import { dueText } from '../cases/due.js';
import type { CaseEvent } from '../cases/event.js';
import { placeName } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Notice } from '../cases/outcome.js';
import { may } from '../cases/permissions.js';
import type { IntakeItem } from '../cases/ports.js';
import { split, type Split } from '../cases/split.js';
import { STATE_WORDS } from '../cases/state-words.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { chainOf } from './living-case.js';
import { absorbedBy } from './merged-under.js';
import { toRows } from './post-office.js';
import { nameFor, privately, refuse } from './reply.js';

const TRIES = 8;
/** Merges into one case before it was merged itself. */
const UNDER_MOST = 200;

/** `拆分 #5`: what was merged by mistake stands by itself again, with all that is its own. */
export async function splitCase(desk: Desk, item: IntakeItem, by: Actor, ref: CaseRef): Promise<void> {
  const { message } = item;
  const found = await findCase(desk, ref, message, by, () => false);
  if (!found.ok) return refuse(desk, item, found.refusal);
  const c = found.case;
  const opId = `split:${message.id}`;
  const values = { case: nameFor(desk, c, message.chat) };
  if (!(await desk.cases.applied(c.place, opId))) {
    if (may(by, { type: 'merge', into: '', intoNumber: 0 }, c))
      return refuse(desk, item, { key: 'refuse_split_rights', values });
    if (c.state !== 'merged') return refuse(desk, item, { key: 'refuse_not_merged', values });
  }
  await takeApart(desk, item, by, c, { opId, key: 'split_done' });
  // What was done before this is not to be taken back over it.
  await desk.memos.delete(memoKey.lastAction(by.id));
}

/** One write for all of the cases: they lie in one place's slot. Applied once for one `opId`. */
export async function takeApart(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  ended: Case,
  { opId, key }: { opId: string; key: 'split_done' | 'confirm_undo' },
): Promise<void> {
  const { message } = item;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await desk.cases.applied(ended.place, opId))
      return desk.wake(await desk.cases.rowsOf(ended.place, opId));
    const current = await desk.cases.load(ended.id);
    if (!current || current.state !== 'merged') return;
    const { moved, messages } = await apart(desk, item, by, current);
    const [first] = moved;
    if (!first) return;
    const said = tellers(desk, item, by, {
      ended: first.case,
      living: moved.at(-1)?.case ?? first.case,
      key,
    });
    const posting = { slot: ended.place, opId, replyTo: message.chat, about: first.case, now: message.at };
    const rows = toRows(desk, said, posting);
    const links = Object.fromEntries(messages.map((id) => [id, ended.id]));
    const change = { place: ended.place, opId, expectCounter: null, cases: moved, rows, links };
    const result = await desk.cases.save(change);
    if (result === 'conflict') continue;
    await desk.wake(rows);
    for (const one of moved) if (one.case.chat.room) await desk.roomChanged(one.case.chat.id);
    return;
  }
  throw new Error(`case ${ended.id} kept changing under ${TRIES} attempts to take it apart`);
}

async function apart(desk: Desk, item: IntakeItem, by: Actor, ended: Case): Promise<Split> {
  const cases = await chainOf(desk, ended);
  const chain = await Promise.all(
    cases.map(async (one) => ({ case: one, history: await desk.cases.history(one.id) })),
  );
  const under = await idsUnder(desk, ended.id, chain[0]?.history ?? []);
  const { message } = item;
  const name = placeName(ended.place, desk.directory().county);
  return split(chain, under, {
    by,
    now: message.at,
    messageId: message.id,
    salt: desk.random(16),
    placeName: name,
  });
}

/** The case and all that had gone into it, and into those. */
async function idsUnder(desk: Desk, id: string, history: readonly CaseEvent[]): Promise<string[]> {
  const ids = [id];
  const waiting = absorbedBy(history);
  for (let next = waiting.shift(); next !== undefined && ids.length < UNDER_MOST; next = waiting.shift()) {
    if (ids.includes(next)) continue;
    ids.push(next);
    waiting.push(...absorbedBy(await desk.cases.history(next)));
  }
  return ids;
}

/** Who took it apart hears that it is done; whoever had the case before has it again. */
function tellers(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  { ended, living, key }: { ended: Case; living: Case; key: 'split_done' | 'confirm_undo' },
): Notice[] {
  const name = nameFor(desk, ended, item.message.chat);
  const state = STATE_WORDS[ended.state];
  const values =
    key === 'confirm_undo'
      ? { case: name, state }
      : { ended: name, living: nameFor(desk, living, item.message.chat), state };
  const done = { key, values, to: privately(by), priority: 'other' as const, mention: [] };
  return [done, ...hasAgain(desk, ended)];
}

/** They were told at the merge that they need not go on with it. */
function hasAgain(desk: Desk, c: Case): Notice[] {
  if (c.handler === null) return [];
  const { name, contacts, place } = c.handler;
  const hushed = ALWAYS_DISCREET.includes(c.category) || desk.settings.discreet.includes(c.category);
  const called = longName(c, placeName(c.place, desk.directory().county));
  const matter = hushed ? called : `${called} ${c.title}`.trim();
  const values = { case: called, matter, due: dueText(c.resolveBy, desk.clock.now()) };
  const to = { kind: 'person', contacts, name, place, else: 'work_group' } as const;
  return [{ key: 'assigned_to_you', values, to, priority: 'other', mention: [], caseId: c.id }];
}
