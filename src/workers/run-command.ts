import type { Actor } from '../cases/case.js';
import { OFFICIAL_VERBS, type Command } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import { caseCommand } from './case-commands.js';
import type { Desk } from './desk.js';
import { enrol, giveCode } from './enrol.js';
import { exportInChat } from './export-chat.js';
import { forgetMe } from './forget.js';
import { switchGroup } from './group-switch.js';
import { handleJointly } from './joint.js';
import { undoLast } from './last-action.js';
import { helpFor } from './lists.js';
import { mergeCases } from './merge-cases.js';
import { answerQuestion } from './official-answer.js';
import { raise } from './raise.js';
import { register } from './register.js';
import { refuse } from './reply.js';
import { showCase } from './show-case.js';
import { runList } from './run-list.js';
import { splitCase } from './split-case.js';
import { runSealed } from './run-sealed.js';
import { drop, pick, pickInto } from './suggestions.js';

/** One command to its doing. Rights are asked again here: the parser's view of who is an official may be stale. */
export async function runCommand(desk: Desk, item: IntakeItem, by: Actor, command: Command): Promise<void> {
  const official = (OFFICIAL_VERBS as readonly string[]).includes(command.verb);
  if (official && by.offices.length === 0) return;
  switch (command.verb) {
    case 'merge':
      return mergeCases(desk, item, by, command.ref, command.into);
    case 'split':
      return splitCase(desk, item, by, command.ref);
    case 'joint':
      return handleJointly(desk, item, by, command.number, command.place);
    case 'seal':
    case 'unseal':
    case 'copy':
      return runSealed(desk, item, by, command);
    case 'register':
      return register(desk, item, by, command.text);
    case 'pick':
      return pick(desk, item, by, command.lines);
    case 'drop':
      return drop(desk, item, command.lines);
    case 'pick_into':
      return pickInto(desk, item, by, command.lines, command.ref);
    case 'show':
      return showCase(desk, item, by, command.ref);
    case 'raise':
      return raise(desk, item, by, command.text);
    case 'yes':
    case 'no':
      return answerQuestion(desk, item, by, command.verb === 'yes');
    case 'enrol':
      return message(item).room ? undefined : enrol(desk, item, command.code);
    case 'code':
      return message(item).room ? refuse(desk, item, { key: 'refuse_private_only', values: {} }) : giveCode(desk, item, by, command.name); // prettier-ignore
    case 'export':
      return exportInChat(desk, item, by, command);
    case 'forget':
      return message(item).room ? undefined : forgetMe(desk, item, by, command.sure);
    case 'undo':
      return undoLast(desk, item, by);
    case 'silence':
    case 'resume':
      return switchGroup(desk, item, by, command.verb === 'silence');
    case 'todo':
    case 'overdue':
    case 'watched':
    case 'duty':
    case 'daily':
    case 'weekly':
    case 'weekly_last':
    case 'monthly':
    case 'monthly_last':
    case 'opinion':
    case 'opinion_last':
      return runList(desk, item, by, command.verb);
    case 'help':
      return helpFor(desk, item, by);
    default:
      return caseCommand(desk, item, by, command);
  }
}

function message(item: IntakeItem): { room: boolean } {
  return item.message.chat;
}
