import type { Command, ParsedCommand } from '../../cases/command.js';
import type { Quote } from '../../cases/message.js';
import type { MessageType } from '../../cases/words.js';
import type { CategoryWords } from './categories.js';
import { privateCommand } from './private.js';
import { frameOf } from './frame.js';
import type { Frame } from './frame.js';
import { jointCommand } from './joint.js';
import { wholeVerb } from './lexicon.js';
import { listCommand, showsList } from './list.js';
import { stripBot } from './mention.js';
import { officeCommand } from './office.js';
import { officialCommand } from './official.js';
import { asksForHelp, mentionedMatter, raised } from './raise.js';
import { ratingOf } from './rating.js';
import { NO_REF, quotedRef, readRef } from './ref.js';
import { registered } from './register.js';
import { NONE, command, malformed, refOf } from './scene.js';
import type { CommandSpeaker, Scene } from './scene.js';
import { bare, part, typed } from './text.js';
import type { Typed } from './text.js';
import { asksProgress, openCommand } from './villager.js';

/** One message as the parser sees it (see Incoming). */
export interface CommandInput {
  /** The text without its quoted part: the only part that commands. */
  reply: string;
  quote: Quote | null;
  type: MessageType;
  /** Contact ids mentioned. */
  mentions: string[];
  mentionsBot: boolean;
  /** The bot's nickname, without @. */
  botName: string;
}

/** Longer texts are petitions or forwarded papers, never an official's shortcut. */
const LONGEST_COMMAND = 500;

/**
 * Reads a message as a command, as people type on phones: full width, no blanks, no #, a quote instead of a number.
 * Pure, never throws, linear in the text. 'none' is the answer for talk, and for official verbs from anybody else;
 * `malformed` for an official whose verb is clear and whose rest is not. `categories`: the county's words for 改类.
 */
export function parseCommand(
  input: CommandInput,
  speaker: CommandSpeaker,
  categories: CategoryWords = new Map(),
): ParsedCommand {
  if (input.type !== 'text') return NONE;
  const text = stripBot(typed(input.reply), input.botName, input.mentionsBot && input.mentions.length <= 1);
  if (text.flat === '') return NONE;
  const scene: Scene = {
    speaker,
    quoted: input.quote ? quotedRef(input.quote.text) : NO_REF,
    hasQuote: input.quote !== null,
    hasList: input.quote !== null && showsList(input.quote.text),
    addressed: speaker.privateChat || input.mentionsBot,
    categories,
  };
  return (
    (speaker.privateChat ? privateCommand(text, speaker.official) : null) ??
    (speaker.privateChat ? officeCommand(text, speaker.official) : null) ??
    answer(text, scene) ??
    explicit(text, scene) ??
    whole(text, scene) ??
    rated(text, scene) ??
    framed(text, scene) ??
    mentioned(text, scene, input.mentionsBot)
  );
}

/** Whether what is open (a question to the speaker, a list in the chat) changes how `parseCommand` reads this. */
export function readsWhatIsOpen(input: CommandInput, speaker: Pick<CommandSpeaker, 'official'>): boolean {
  if (input.type !== 'text') return false;
  const text = stripBot(typed(input.reply), input.botName, input.mentionsBot && input.mentions.length <= 1);
  const word = bare(text);
  return YES.test(word) || NO.test(word) || (speaker.official && listCommand(text, true) !== null);
}

const YES = /^(?:是|是的|是啊|是呢|对|对的|对啊|对头|好|好的|好了|修好了|办好了|已?办结了?|弄好了|已经好了|嗯+|行|可以|确认|没错|要得|OK|YES)$/u; // prettier-ignore
const NO =
  /^(?:不是|不是的|不是呢|没|没有|没呢|还没|还没有|还没好|没好|没修好|没办好|不|不对|否|未|冇|冇得|还冇|NO)$/u;

/** A bare yes or no to the bot's question, then answers to its list. */
function answer(text: Typed, scene: Scene): ParsedCommand | null {
  const { speaker } = scene;
  const word = bare(text);
  if (speaker.openQuestion && YES.test(word)) return command({ verb: 'yes' });
  if (speaker.openQuestion && NO.test(word)) return command({ verb: 'no' });
  const listed = speaker.official ? listCommand(text, scene.addressed || scene.hasList) : null;
  if (listed && speaker.openList) return command(listed);
  // Its list is gone: neither line 3 nor case #3 may be guessed.
  return listed?.verb === 'pick_into' ? malformed('pick_into') : null;
}

function explicit(text: Typed, scene: Scene): ParsedCommand | null {
  const matter = raised(text);
  if (matter !== null) return command({ verb: 'raise', text: matter });
  return scene.speaker.official ? (jointCommand(text) ?? registered(text, scene)) : null;
}

/** Messages that are one word: 待办, 日报, 帮助. */
function whole(text: Typed, scene: Scene): ParsedCommand | null {
  const word = bare(text);
  const verb = wholeVerb(word);
  if (verb === 'help' || (scene.addressed && asksForHelp(text))) return command({ verb: 'help' });
  if (!verb) return null;
  if (scene.speaker.official) return command({ verb } as Command);
  // A villager's 撤销 or 取消 on a quoted case is a withdrawal: read on.
  return scene.quoted.kind === 'none' ? NONE : null;
}

function rated(text: Typed, scene: Scene): ParsedCommand | null {
  const rate = ratingOf(text, scene.quoted);
  return rate ? command(rate) : null;
}

function framed(text: Typed, scene: Scene): ParsedCommand | null {
  if (text.raw.length > 2 * LONGEST_COMMAND || [...text.raw].length > LONGEST_COMMAND) return null;
  const frame = frameOf(text);
  if (!frame) return null;
  if (asksProgress(frame, text) || (frame.verb === 'progress' && !scene.speaker.official && asked(frame))) {
    return command({ verb: 'show', ref: refOf(frame, scene) });
  }
  const open = openCommand(frame, scene, text);
  if (open.kind !== 'none') return open;
  const found = scene.speaker.official ? officialCommand(frame, scene) : NONE;
  if (found.kind === 'command' && severalCommands(text)) return malformed(frame.verb);
  return found.kind === 'none' ? null : found;
}

/** `进展 #3` from a villager, with nothing to report. */
function asked(frame: Frame): boolean {
  return frame.ref !== null && !frame.loose && frame.rest.flat === '';
}

/** A further line that is a command of its own: what it says would be lost inside the first one's words. */
function severalCommands(text: Typed): boolean {
  const lines = text.raw.split('\n').slice(1, 20);
  return lines.some((line) => frameOf(typed(line))?.ref?.mark === 'sure');
}

/** The bot is mentioned with a matter. A quoted or named case makes it a word on that case, for others to read. */
function mentioned(text: Typed, scene: Scene, mentionsBot: boolean): ParsedCommand {
  if (!mentionsBot || scene.quoted.kind !== 'none') return NONE;
  const ref = readRef(text);
  if (ref?.mark === 'sure') {
    return part(text, ref.end).flat === '' ? command({ verb: 'show', ref: ref.ref }) : NONE;
  }
  if (frameOf(text)?.ref) return NONE;
  const matter = mentionedMatter(text);
  return matter === null ? NONE : command({ verb: 'raise', text: matter });
}
