import type { CaseRef, Command, ParsedCommand, Verb } from '../../cases/command.js';
import type { Frame } from './frame.js';
import type { CategoryWords } from './categories.js';

/** Who speaks, and where: what the directory and the chat's memory say about them. */
export interface CommandSpeaker {
  official: boolean;
  privateChat: boolean;
  /** The bot asked this speaker a yes-or-no question and waits for the answer. */
  openQuestion: boolean;
  /** This chat has a list of suggestions that waits for an answer. */
  openList: boolean;
}

/** What a command is read against. */
export interface Scene {
  speaker: CommandSpeaker;
  /** The case that the quoted message shows. */
  quoted: CaseRef;
  hasQuote: boolean;
  /** The quoted message is a list of numbered lines. */
  hasList: boolean;
  /** Said to the bot itself: in a private chat, or with a mention. */
  addressed: boolean;
  /** The county's own words for categories. */
  categories: CategoryWords;
}

export const NONE: ParsedCommand = { kind: 'none' };

export function command(found: Command): ParsedCommand {
  return { kind: 'command', command: found };
}

/** Key of the line that says what would have been right. */
export function malformed(verb: Verb): ParsedCommand {
  return { kind: 'malformed', verb, expects: `expects_${verb}` };
}

/** The case that a frame means: as typed, else as quoted. */
export function refOf(frame: Frame, scene: Scene): CaseRef {
  return frame.ref?.ref ?? scene.quoted;
}

/** The speaker points at something: a case, a quoted message, or the bot. */
export function pointed(frame: Frame, scene: Scene): boolean {
  return frame.ref !== null || scene.hasQuote || scene.addressed;
}

/**
 * The verb is clear, the rest is not: one line of help. Where the verb may as well be talk, nothing is said: a sentence
 * that only begins like a command gets no answer.
 */
export function wrong(frame: Frame, scene: Scene): ParsedCommand {
  const clear = frame.ref !== null || frame.broken || (!frame.glued && scene.quoted.kind !== 'none');
  const named =
    !frame.loose && !frame.glued && (frame.rest.flat === '' ? !TALKED.includes(frame.verb) : scene.addressed);
  return clear || named || (scene.addressed && bareWord(frame)) ? malformed(frame.verb) : NONE;
}

function bareWord(frame: Frame): boolean {
  return !frame.loose && frame.rest.flat === '';
}

/** Verbs that are also one-word answers among people (会议延期吗？延期): silent without a case. */
const TALKED: Verb[] = [
  'extend',
  'merge',
  'split',
  'co_assign',
  'co_done',
  'agree',
  'publish',
  'hand_back',
  'progress',
  'ask',
];
