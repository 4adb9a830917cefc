import { createHash } from 'node:crypto';
import { SYSTEM_ACTOR, type Case, type Handler } from '../cases/case.js';
import type { Official } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Role } from '../cases/words.js';
import { openCases } from './day-cases.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { caseRefName, SEALED_PLACE } from '../cases/sealed-code.js';
import { putLines } from './ladder-mail.js';
import { staffOf } from './on-duty.js';
import { mayInspect } from './post-office.js';

const KEEP_MS = 400 * 24 * 3600 * 1000;

/**
 * Who left the directory holds no case any more: each goes back to the village's head. Looked for once after every change
 * of the directory's people; a crash in between looks again.
 */
export async function returnOrphans(desk: Desk): Promise<void> {
  const print = fingerprint(desk.directory().officials);
  if ((await desk.memos.get(memoKey.officials)) === print) return;
  for (const place of [...(await desk.cases.places()), SEALED_PLACE]) {
    for (const c of await openCases(desk, [place])) if (hasLost(desk, c)) await giveBack(desk, c);
  }
  await desk.memos.set(memoKey.officials, print, KEEP_MS);
}

/** Names and offices: a new phone or an enrolment moves nobody. */
function fingerprint(officials: readonly Official[]): string {
  const people = officials.map(({ name, offices }) => [
    name,
    offices.map(({ role, place }) => `${role} ${place}`),
  ]);
  return createHash('sha256').update(JSON.stringify(people)).digest('base64url');
}

function hasLost(desk: Desk, { handler }: Case): boolean {
  if (handler === null) return false;
  const { officials } = desk.directory();
  return !officials.some(
    (one) => one.name === handler.name && one.offices.some((office) => office.place === handler.place),
  );
}

/** The line waits before the case moves: told once, whichever of the two a crash cut off. */
async function giveBack(desk: Desk, c: Case): Promise<void> {
  const to = successor(desk, c);
  if (!to) return desk.log.warn({ case: c.sealed ? SEALED_PLACE : c.id }, 'nobody is left to take this case');
  const now = desk.clock.now();
  const line = {
    id: `returned|${caseRefName(c)}|${c.version}`,
    caseId: caseRefName(c),
    kind: 'returned',
    due: c.resolveBy,
    at: now,
  } as const;
  await putLines(desk, line, [to]);
  const cause = { opId: `return:${c.id}:${c.version}`, messageId: '', at: now, chat: null };
  await changeCase(desk, c.id, { type: 'return', to }, SYSTEM_ACTOR, cause);
}

/** The village's head, else its next cadre, else the township; of a sealed case an inspector. */
function successor(desk: Desk, c: Case): Handler | null {
  const county = (role: Role): Official[] => desk.directory().holders([role], '');
  const { keepers, leaders, heads } = staffOf(desk, c.place);
  const people = c.sealed
    ? county('inspector').filter((one) => mayInspect(one, c))
    : [...heads, ...keepers, ...leaders, ...county('admin')];
  const [official] = people;
  const office = official?.offices.find(({ place }) => place === c.place) ?? official?.offices[0];
  if (!official || !office) return null;
  return { name: official.name, role: office.role, place: office.place, contacts: official.contacts };
}
