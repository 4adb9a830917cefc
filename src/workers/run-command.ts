import type { Actor } from '../cases/case.js';
import { OFFICIAL_VERBS, type Command } from '../cases/command.js';
import type { IntakeItem } from '../cases/ports.js';
import { caseCommand } from './case-commands.js';
import type { Desk } from './desk.js';
import { enrol, giveCode } from './enrol.js';
import { switchGroup } from './group-switch.js';
import { handleJointly } from './joint.js';
import { undoLast } from './last-action.js';
import { dailyNow, helpFor, overdueList, todoList } from './lists.js';
import { mergeCases } from './merge-cases.js';
import { answerQuestion } from './official-answer.js';
import { raise } from './raise.js';
import { register } from './register.js';
import { refuse } from './reply.js';
import { showCase } from './show-case.js';
import { sealCase } from './seal-case.js';
import { unsealCase } from './unseal-case.js';
import { copyCase } from './copy-case.js';
import { drop, pick, pickInto } from './suggestions.js';

/** One command to its doing. Rights are asked again here: the parser's view of who is an official may be stale. */
export async function runCommand(desk: Desk, item: IntakeItem, by: Actor, command: Command): Promise<void> {
  const official = (OFFICIAL_VERBS as readonly string[]).includes(command.verb);
  if (official && by.offices.length === 0) return;
  switch (command.verb) {
    case 'merge':
      return mergeCases(desk, item, by, command.ref, command.into);
    case 'joint':
      return handleJointly(desk, item, by, command.number, command.place);
    case 'seal':
      return sealCase(desk, item, by, command.ref, command.reason);
    case 'unseal':
      return unsealCase(desk, item, by, command.ref, command.words);
    case 'copy':
      return copyCase(desk, item, by, command.ref);
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
    case 'undo':
      return undoLast(desk, item, by);
    case 'silence':
    case 'resume':
      return switchGroup(desk, item, by, command.verb === 'silence');
    case 'todo':
      return todoList(desk, item, by);
    case 'overdue':
      return overdueList(desk, item, by);
    case 'daily':
      return dailyNow(desk, item, by);
    case 'help':
      return helpFor(desk, item, by);
    default:
      return caseCommand(desk, item, by, command);
  }
}

function message(item: IntakeItem): { room: boolean } {
  return item.message.chat;
}
