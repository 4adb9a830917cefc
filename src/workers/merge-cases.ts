import type { Action } from '../cases/action.js';
import type { Actor, Case } from '../cases/case.js';
import type { CaseRef } from '../cases/command.js';
import { mergeConflict } from '../cases/merge-conflict.js';
import type { IntakeItem } from '../cases/ports.js';
import { changeCase } from './change-case.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { livingCase } from './living-case.js';
import { rememberLast } from './last-action.js';
import { refuse } from './reply.js';

/**
 * `合并 #5 #3`: #5 goes into #3. Two steps, each applied once: the case that ends first, then the one that lives on
 * takes over people and materials; a crash in between is finished by the same message's second run.
 */
export async function mergeCases(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  from: CaseRef,
  into: CaseRef,
): Promise<void> {
  const { message } = item;
  const ended = await findCase(desk, from, message, by, () => false);
  if (!ended.ok) return refuse(desk, item, ended.refusal);
  const named = await findCase(desk, into, { ...message, quote: null }, by, () => false);
  if (!named.ok) return refuse(desk, item, named.refusal);
  // A number that was merged itself stands for the case that lives on; a second run finds its own merge done.
  const living = { case: await livingCase(desk, named.case) };
  const problem = mergeConflict(ended.case, living.case, message.at);
  if (problem) return refuse(desk, item, { key: problem, values: numbersOf(ended.case, living.case) });
  const cause = { messageId: message.id, at: message.at, chat: message.chat };
  const merge = { type: 'merge', into: living.case.id, intoNumber: living.case.number ?? 0 } as const;
  const first = await changeCase(desk, ended.case.id, merge, by, { ...cause, opId: `merge:${message.id}` });
  if (!first.ok) return refuse(desk, item, first.refusal);
  const { petitioner, coPetitioners, materials } = first.case;
  const people = [petitioner, ...coPetitioners];
  // Called by name only where they raised it themselves: what was told privately stays so.
  const openly = first.case.chat.room && first.case.chat.id === living.case.chat.id;
  const raised = openly ? [petitioner, ...first.case.alsoRaised].filter((one) => one.id !== '') : [];
  const absorb: Action = { type: 'absorb', from: ended.case.id, people, materials, raised };
  const second = await changeCase(desk, living.case.id, absorb, by, {
    ...cause,
    opId: `absorb:${message.id}`,
  });
  if (!second.ok) return refuse(desk, item, second.refusal);
  await rememberLast(desk, by, [living.case.id, ended.case.id], message.at);
}

function numbersOf(from: Case, into: Case): Record<string, string | number> {
  return { number: from.number ?? '', into: into.number ?? '' };
}
