import { apply } from '../cases/apply.js';
import { DECLINE_REASONS, type Action, type DeclineReason } from '../cases/action.js';
import type { Actor, Case, Handler } from '../cases/case.js';
import type { CaseRef, Command } from '../cases/command.js';
import { placeName } from '../cases/directory.js';
import { openPartOf } from '../cases/standing.js';
import type { Refusal } from '../cases/outcome.js';
import type { IntakeItem } from '../cases/ports.js';
import type { Desk } from './desk.js';
import { findCase } from './find-case.js';
import { livingCase, viaMerged } from './living-case.js';
import { changeTogether } from './joint-change.js';
import { learn, lessonOf } from './learn.js';
import { rememberLast } from './last-action.js';
import { forgetWaiting, keepPictures, waitsForProof } from './proof.js';
import { refuse } from './reply.js';
import { agreement, declining, resolution, type Wanted } from './shared-commands.js';
import { afterOrder, endOfDay, withNumber } from './supervise.js';

const DAY_MS = 24 * 3600 * 1000;

/** Commands that change exactly one case. */
export type CaseCommand = Extract<Command, { ref: CaseRef }> & {
  verb: Exclude<
    Extract<Command, { ref: CaseRef }>['verb'],
    'merge' | 'split' | 'show' | 'pick_into' | 'seal' | 'unseal' | 'copy'
  >;
};

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
    const wanted = actionOf(desk, item, by, command, c);
    return wanted.ok && tryOut(desk, item, by, c, wanted.action);
  };
  const found = await findCase(desk, command.ref, message, by, fits);
  if (!found.ok) return isTalk(item, by, found) ? undefined : refuse(desk, item, found.refusal);
  const c = await followed(desk, command, found.case);
  const wanted = actionOf(desk, item, by, command, c);
  if (!wanted.ok) return refuse(desk, item, wanted.refusal);
  if (wanted.action.type === 'resolve' && tryOut(desk, item, by, c, wanted.action)) {
    if (await waitsForProof(desk, item, by, c, wanted.action.done)) return;
    await keepPictures(desk, item, by, c);
  }
  const cause = { opId: `command:${message.id}`, messageId: message.id, at: message.at, chat: message.chat };
  // A number is asked for once nothing speaks against the order.
  const sound = tryOut(desk, item, by, c, wanted.action);
  const action = sound ? await withNumber(desk, c, wanted.action, cause) : wanted.action;
  const { changed, touched } = await changeTogether(desk, c, viaMerged(action, found.case, c), by, cause);
  await afterOrder(desk, action, changed, cause);
  if (!changed.ok) return refuse(desk, item, changed.refusal);
  if (by.offices.length > 0) await rememberLast(desk, by, touched, message.at);
  if (action.type === 'resolve') await forgetWaiting(desk, by, [message.chat.id, c.chat.id]);
  await teach(desk, item, command, changed.case);
}

/** Verbs that end a case: said of a merged one they are not meant for all those of the living one. */
const NOT_FOLLOWED: readonly CaseCommand['verb'][] = ['void', 'decline', 'withdraw', 'recategorise'];

/** What is said to a merged number is said to the case that lives on. */
function followed(desk: Desk, command: CaseCommand, c: Case): Promise<Case> {
  return c.sealed || NOT_FOLLOWED.includes(command.verb) ? Promise.resolve(c) : livingCase(desk, c);
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
  const ctx = { by, now: message.at, messageId: message.id, chat: message.chat, salt: '', history: [], placeName: name, rules: desk.settings.rules }; // prettier-ignore
  return apply(c, action, ctx).ok;
}

function actionOf(desk: Desk, item: IntakeItem, by: Actor, command: CaseCommand, c: Case): Wanted {
  const place = seenFrom(c);
  switch (command.verb) {
    case 'assign':
    case 'transfer':
      return handOver(desk, item, command, place);
    case 'supervise':
      return order(item, command);
    case 'co_assign':
      return share(desk, item, command, place);
    case 'co_done':
      return ok({ type: 'co_done', part: openPartOf(by, c), done: command.done });
    case 'resolve':
      return resolution(desk, item, by, c, command.done);
    case 'decline':
      return ok(declining(desk, by, c, declineReason(command.reason), command.reason));
    case 'agree':
      return ok(agreement(c));
    default:
      return ok(plainActionOf(command));
  }
}

/** Verbs that mean one thing or another by who says them, and of which case. */
type Settled =
  'assign' | 'transfer' | 'supervise' | 'co_assign' | 'co_done' | 'resolve' | 'decline' | 'agree';

/** Verbs whose words say everything already. */
function plainActionOf(command: Exclude<CaseCommand, { verb: Settled }>): Action {
  switch (command.verb) {
    case 'hand_back':
      return { type: 'hand_back', reason: command.reason };
    case 'progress':
      return { type: 'progress', note: command.note };
    case 'extend':
      return { type: 'extend', days: command.days, reason: command.reason };
    case 'ask':
      return { type: 'ask', question: command.question, until: null };
    case 'lift':
      return { type: 'lift', ...(command.note !== undefined && { note: command.note }) };
    case 'recategorise':
      return { type: 'recategorise', category: command.category };
    case 'rate':
      return { type: 'rate', rating: command.rating, reason: command.reason };
    case 'accept':
    case 'publish':
    case 'void':
    case 'withdraw':
    case 'join':
      return { type: command.verb };
  }
}

/** 督办, with the end of its day. */
function order(
  { message }: IntakeItem,
  { note, until }: Extract<CaseCommand, { verb: 'supervise' }>,
): Wanted {
  if (until === undefined) return ok({ type: 'supervise', note });
  const end = endOfDay(until, message.at);
  return end === null ? no('refuse_supervise_date', {}) : ok({ type: 'supervise', note, until: end });
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

function share(
  desk: Desk,
  item: IntakeItem,
  command: Extract<CaseCommand, { verb: 'co_assign' }>,
  place: string,
): Wanted {
  const found = assignee(desk, item, command.to, place);
  if (!found) return no('refuse_who', { name: command.to });
  if ('several' in found)
    return no('refuse_which_person', { name: command.to, choices: found.several.join('、') });
  return ok({ type: 'co_assign', to: found.handler, part: command.part });
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
