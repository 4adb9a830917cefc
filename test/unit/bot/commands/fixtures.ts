import { parseCommand } from '../../../../src/bot/commands/parse.js';
import type { CommandInput } from '../../../../src/bot/commands/parse.js';
import type { CommandSpeaker } from '../../../../src/bot/commands/scene.js';
import type { CaseRef, Command, ParsedCommand } from '../../../../src/cases/command.js';

/** A text with what matters of its message; the rest as in an ordinary group. */
export type Said = Partial<CommandInput> & Partial<CommandSpeaker>;

export function said(reply: string, more: Said = {}): ParsedCommand {
  const { official = true, privateChat = false, openQuestion = false, openList = false, ...message } = more;
  const mentionsBot = message.mentionsBot ?? /[@＠]回音/u.test(reply);
  const input: CommandInput = {
    reply,
    quote: null,
    type: 'text',
    mentions: mentionsBot ? ['bot'] : [],
    mentionsBot,
    botName: '回音',
    ...message,
  };
  return parseCommand(input, { official, privateChat, openQuestion, openList });
}

export function villager(reply: string, more: Said = {}): ParsedCommand {
  return said(reply, { official: false, ...more });
}

export function is(command: Command): ParsedCommand {
  return { kind: 'command', command };
}

export function wrong(verb: Command['verb']): ParsedCommand {
  return { kind: 'malformed', verb, expects: `expects_${verb}` };
}

export const none: ParsedCommand = { kind: 'none' };
export const noRef: CaseRef = { kind: 'none' };

export function n(number: number, place: string | null = null): CaseRef {
  return { kind: 'number', number, place };
}

/** The bot's receipt, quoted. */
export const quoted = { name: '回音', text: '@老贺 已收到 #3 中院子路灯不亮。村里周支书今天12点前回话。' };
export const merged = { name: '回音', text: '已收到 #12 路灯不亮（@老贺）、#13 垃圾没清（@谭嫂子）。' };
export const neighbour = { name: '老贺', text: '中院子路灯又黑了三天了' };
