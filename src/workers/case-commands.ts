import { apply } from '../cases/apply.js';
import { DECLINE_REASONS, type Action, type DeclineReason } from '../cases/action.js';
import type { Actor, Case, Handler } from '../cases/case.js';
import type { CaseRef, Command } from '../cases/command.js';
import { placeName } from '../cases/directory.js';
import type { Refusal } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { changeTogether } from './joint-change.js';
import { learn, lessonOf } from './learn.js';
import { rememberLast } from './last-action.js';
import { refuse } from './reply.js';

const DAY_MS = 24 * 3600 * 1000;

/** Commands that change exactly one case. */
export type CaseCommand = Extract<Command, { ref: CaseRef }> & {
  verb: Exclude<
    Extract<Command, { ref: CaseRef }>['verb'],
    'merge' | 'show' | 'pick_into' | 'seal' | 'unseal' | 'copy'
  >;
};

type Wanted = { ok: true; action: Action } | { ok: false; refusal: Refusal };

/** Finds the case, resolves names, applies; a refusal goes back to the sender as one line. */
export async function caseCommand(
  desk: Desk,
  item: IntakeItem,
  by: Actor,
  command: CaseCommand,
): Promise<void> {
  const { message } = item;
  // Names are looked up again from the case's own place once it is known; for now any place tells whether it fits.
  const fits = (c: Case): boolean => {
    const wanted = actionOf(desk, item, command, seenFrom(c));
    return wanted.ok && tryOut(desk, item, by, c, wanted.action);
  };
  const found = await findCase(desk, command.ref, message, by, fits);
  if (!found.ok) return isTalk(item, by, found) ? undefined : refuse(desk, item, found.refusal);
  const wanted = actionOf(desk, item, command, seenFrom(found.case));
  if (!wanted.ok) return refuse(desk, item, wanted.refusal);
  const cause = { opId: `command:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  const { changed, touched } = await changeTogether(desk, found.case, wanted.action, by, cause);
  if (!changed.ok) return refuse(desk, item, changed.refusal);
  if (by.offices.length > 0) await rememberLast(desk, by, touched, message.at);
  await teach(desk, item, command, changed.case);
}

/** 不是诉求 and 改类 say what the recogniser should have said; an official's own words it never read. */
async function teach(desk: Desk, item: IntakeItem, command: CaseCommand, c: Case): Promise<void> {
  const kind = { void: 'voided', recategorise: 'recategorised' } as const;
  if (c.registrar !== null || !(command.verb === 'void' || command.verb === 'recategorise')) return;
  await learn(desk, lessonOf(c, kind[command.verb], item.message, desk.reader.version));
}

/** From where names are looked up: inspectors of sealed cases are anywhere in the county. */
function seenFrom(c: Case): string {
  return c.sealed ? '' : c.place;
}

/** 满意 or 附议 from a villager in a group where nothing waits for it is neighbours' talk. */
function isTalk(item: IntakeItem, by: Actor, found: { nothing?: boolean }): boolean {
  return by.offices.length === 0 && item.message.chat.room && found.nothing === true;
}

/** The transition table and the rights decide which case can be meant: a dry run of the pure domain. */
function tryOut(desk: Desk, item: IntakeItem, by: Actor, c: Case, action: Action): boolean {
  const { message } = item;
  const name = placeName(c.place, desk.directory().county);
  const ctx = { by, now: message.at, messageId: message.id, chat: message.chat, salt: '', history: [], placeName: name }; // prettier-ignore
  return apply(c, action, ctx).ok;
}

function actionOf(desk: Desk, item: IntakeItem, command: CaseCommand, place: string): Wanted {
  switch (command.verb) {
    case 'assign':
    case 'transfer':
      return handOver(desk, item, command, place);
    case 'decline':
      return ok({ type: 'decline', reason: declineReason(command.reason), note: command.reason });
    default:
      return ok(plainActionOf(command));
  }
}

/** Verbs whose words say everything already. */
function plainActionOf(command: Exclude<CaseCommand, { verb: 'assign' | 'transfer' | 'decline' }>): Action {
  switch (command.verb) {
    case 'hand_back':
      return { type: 'hand_back', reason: command.reason };
    case 'progress':
      return { type: 'progress', note: command.note };
    case 'resolve':
      return { type: 'resolve', done: command.done };
    case 'extend':
      return { type: 'extend', days: command.days, reason: command.reason };
    case 'supervise':
      return { type: 'supervise', note: command.note };
    case 'recategorise':
      return { type: 'recategorise', category: command.category };
    case 'rate':
      return { type: 'rate', rating: command.rating, reason: command.reason };
    case 'accept':
    case 'lift':
    case 'publish':
    case 'void':
    case 'withdraw':
    case 'join':
      return { type: command.verb };
  }
}

function handOver(
  desk: Desk,
  item: IntakeItem,
  command: Extract<CaseCommand, { verb: 'assign' | 'transfer' }>,
  place: string,
): Wanted {
  const found = assignee(desk, item, command.to, place);
  if (!found) return no('refuse_who', { name: command.to });
  if ('several' in found)
    return no('refuse_which_person', { name: command.to, choices: found.several.join('、') });
  if (command.verb === 'transfer') return ok({ type: 'transfer', to: found.handler });
  const dueBy = command.days === null ? null : item.message.at + command.days * DAY_MS;
  return ok({ type: 'assign', to: found.handler, dueBy });
}

/** A mentioned contact counts before the name that stands in the text: ids cannot be mistaken. */
function assignee(
  desk: Desk,
  item: IntakeItem,
  name: string,
  place: string,
): { handler: Handler } | { several: string[] } | null {
  const directory = desk.directory();
  for (const id of item.message.mentions) {
    const official = directory.officialOf(id);
    const office = official?.offices[0];
    if (official && office) {
      return {
        handler: { name: official.name, role: office.role, place: office.place, contacts: official.contacts },
      };
    }
  }
  return directory.find(name, place);
}

const DECLINE_WORDS: [DeclineReason, RegExp][] = [
  ['court', /法院|诉讼|仲裁|官司|判决/u],
  ['police', /公安|派出所|报警|刑事/u],
  ['out_of_area', /外地|外县|外乡|不在.{0,6}(辖区|范围|本村|本镇|本县)|不归|不属于.{0,4}(本|我们)/u],
  ['duplicate', /重复|已经?有(人|件)|同一件/u],
  // Before what is private: 家庭收入不符合低保条件 is no quarrel between neighbours.
  ['no_basis', /没有?(政策|依据|事实)|不符合|不够条件|政策.{0,4}不|不实|查无/u],
  ['private', /私事|私人|邻里|两家|家务|家庭(纠纷|矛盾|内部)|(个人|合同|民间)(纠纷|借贷|恩怨)|自家的?事/u],
];

/** The typed reason behind an official's own words; `other` keeps the words alone. */
function declineReason(words: string): DeclineReason {
  return (
    DECLINE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ??
    DECLINE_REASONS[DECLINE_REASONS.length - 1] ??
    'other'
  );
}

function ok(action: Action): Wanted {
  return { ok: true, action };
}

function no(key: string, values: Refusal['values']): Wanted {
  return { ok: false, refusal: { key, values } };
}
