import type { Actor } from '../cases/case.js';
import type { Clock } from '../cases/clock.js';
import type { ParsedCommand } from '../cases/command.js';
import { namesCode } from '../cases/delicate.js';
import type { Directory, Group } from '../cases/directory.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Decision, Incoming } from '../cases/message.js';
import type { IntakeItem, Memos } from '../cases/ports.js';
import type { Category } from '../cases/words.js';
import type { OpenMatter, RoomReader } from '../recognise/api.js';
import type { Arrived } from './account-port.js';
import { parseCommand, readsWhatIsOpen } from './commands/parse.js';
import { reported } from './reported.js';
import type { RoomReaders } from './room-readers.js';
import { roomLine } from './room-line.js';
import type { SecondReading } from './second-reading.js';
import { withWords, type VoiceOptions } from './voice.js';

export interface UnderstandOptions {
  account: string;
  directory: () => Directory;
  memos: Memos;
  readers: RoomReaders;
  /** Settles what the recogniser is unsure of; null: nobody does. */
  second: SecondReading | null;
  /** Writes voice messages down; null: nobody does. */
  voice: VoiceOptions | null;
  /** A voice that belongs to no matter is put before the cadre. */
  voiceSuggestions: boolean;
  clock: Clock;
  /** Messages older than this at login are read but not answered. */
  staleMs: number;
  /** The county's own words for 改类. */
  categories: ReadonlyMap<string, Category>;
  self: () => { id: string; name: string } | null;
}

export type Heard = 'chatter' | 'matter' | 'command' | 'foreign' | 'stale';

/** What a message is, before any of it is kept. */
export interface Understood {
  outcome: Heard;
  /** What the chat's queue gets; null: the message ends here. */
  item: IntakeItem | null;
  /** For the last 24 hours of its chat, and whether it is kept sealed there; null: it is not kept. */
  remembered: { message: Incoming; hidden: boolean } | null;
}

/** Where a message was said: its group (null: a private chat), and who reads the chat along, asked for when needed. */
export interface Scene {
  group: Group | null;
  reader: () => Promise<RoomReader>;
}

/** Whether this may need an answer of somebody slow: a second reader, a writer of voices. */
export function mayTakeLong({ second, voice }: UnderstandOptions, { type }: Incoming): boolean {
  return second !== null || (voice !== null && type === 'audio');
}

/** `#3` */
const NAMES_CASE = /[#＃]\s?\d/u;

/** One message, in its chat's order: is it a command, does it raise or continue a matter? */
export async function understand(
  options: UnderstandOptions,
  { message: heard, waitedMs }: Arrived,
  scene: Scene,
): Promise<Understood> {
  const { group } = scene;
  const actor = options.directory().actor(heard.who, heard.name);
  const stale = isStale(heard, waitedMs, options);
  const message = await spoken(options, heard, group, stale);
  // Both ask the store alone, and neither needs the other.
  const [parsed, reader] = await Promise.all([
    parse(options, message, actor),
    isRead(group, actor) ? scene.reader() : null,
  ]);
  const read = reader && (await decide(options, { heard, message, group, actor, parsed, stale, reader }));
  const decision = read?.decision ?? null;
  const remembered = read && { message, hidden: read.hidden };
  const item: IntakeItem = { account: options.account, message, decision, command: null, malformed: null };
  const result = (outcome: Heard, kept: IntakeItem | null): Understood => ({
    outcome,
    item: kept,
    remembered,
  });
  if (stale) return result('stale', null);
  if (parsed.kind === 'command') return result('command', { ...item, command: parsed.command });
  if (parsed.kind === 'malformed') return result('command', { ...item, malformed: parsed.expects });
  const interesting = isOfInterest(decision, message, actor) || (await showsProof(options, message, actor));
  const kept = message.type === 'recalled' || !message.chat.room || interesting;
  return kept ? result('matter', item) : result('chatter', null);
}

/** A voice message of a village group, with its words where somebody writes them down. */
async function spoken(
  { voice }: UnderstandOptions,
  message: Incoming,
  group: Group | null,
  stale: boolean,
): Promise<Incoming> {
  if (!voice || stale || message.type !== 'audio' || group?.kind !== 'village') return message;
  return withWords(voice, message);
}

/**
 * What opens, may open, or belongs to a matter, officials' words on a quoted message, and a villager's that name a case
 * by its number: it may wait for them; the rest is neighbours' talk.
 */
function isOfInterest(decision: Decision | null, message: Incoming, actor: Actor): boolean {
  if (actor.offices.length > 0 && message.quote) return true;
  const names = NAMES_CASE.test(message.reply) || NAMES_CASE.test(message.quote?.text ?? '');
  if (names && actor.offices.length === 0) return true;
  return decision !== null && (decision.action !== 'ignore' || decision.matter !== null);
}

/** An official who was asked what was done: what they send next may be the answer. */
async function showsProof({ memos }: UnderstandOptions, message: Incoming, actor: Actor): Promise<boolean> {
  if (actor.offices.length === 0) return false;
  return (await memos.get(memoKey.proof(actor.id, message.chat.id))) !== null;
}

/**
 * Old when it reached us (a backlog handed over at login), not merely since: what had to wait for the store, or for a
 * restart of ours, is answered late rather than never.
 */
function isStale(message: Incoming, waitedMs: number, { clock, staleMs }: UnderstandOptions): boolean {
  return clock.now() - message.at - waitedMs > staleMs;
}

async function parse(options: UnderstandOptions, message: Incoming, actor: Actor): Promise<ParsedCommand> {
  const input = { ...message, botName: options.self()?.name ?? '' };
  const official = actor.offices.length > 0;
  const open = readsWhatIsOpen(input, { official })
    ? await whatIsOpen(options, message, actor)
    : NOTHING_OPEN;
  return parseCommand(input, { official, privateChat: !message.chat.room, ...open }, options.categories);
}

const NOTHING_OPEN = { openQuestion: false, openList: false };

/** Most messages are read the same whatever is open: the store is asked only for those that are not. */
async function whatIsOpen(
  { memos }: UnderstandOptions,
  { chat }: Incoming,
  actor: Actor,
): Promise<typeof NOTHING_OPEN> {
  const [question, list, hidden] = await Promise.all([
    memos.get(memoKey.question(actor.id, chat.id)),
    memos.get(memoKey.suggestions(chat.id)),
    // Only an inspector's own chat has lines about possible accusations.
    chat.room ? null : memos.reveal(memoKey.suggestions(chat.id)),
  ]);
  return { openQuestion: question !== null, openList: list !== null || hidden !== null };
}

/** Recognition is for village groups and for villagers' private words; officials' own groups are left alone. */
function isRead(group: Group | null, actor: Actor): boolean {
  return group ? group.kind === 'village' : actor.offices.length === 0;
}

interface Reading {
  /** As it arrived. */
  heard: Incoming;
  /** With the words of a voice. */
  message: Incoming;
  group: Group | null;
  actor: Actor;
  parsed: ParsedCommand;
  stale: boolean;
  reader: RoomReader;
}

async function decide(
  options: UnderstandOptions,
  { heard, message, group, actor, parsed, stale, reader }: Reading,
): Promise<{ decision: Decision; hidden: boolean }> {
  const villager = actor.offices.length === 0;
  const line = roomLine(message, options.directory());
  const read = options.readers.read(reader, heard, line);
  const plain = parsed.kind === 'none' && villager;
  const decision = plain ? reported(options.directory(), message, read) : read;
  const hidden = decision.sealed || (parsed.kind === 'command' && namesCode(parsed.command));
  if (parsed.kind === 'none') {
    // Private words stay here; what is not answered needs no second opinion.
    if (!group || stale || decision.sealed) return { decision, hidden };
    const settled = await options.second?.settle(message.chat.id, reader, line, decision);
    return { decision: voiceAlone(options, message, villager, settled ?? decision), hidden };
  }
  if (parsed.kind === 'command' && parsed.command.verb === 'raise' && !message.mentionsBot)
    reader.open(raisedMatter(message, decision));
  return { decision: { ...decision, action: 'ignore' }, hidden };
}

/** A voice that nobody has written down and that goes with nothing: somebody should listen to it. */
function voiceAlone(
  options: UnderstandOptions,
  message: Incoming,
  villager: boolean,
  decision: Decision,
): Decision {
  const unknown = message.type === 'audio' && message.voice?.transcribed !== true;
  if (!options.voiceSuggestions || !villager || !unknown) return decision;
  if (decision.action !== 'ignore' || decision.matter !== null || isSound(message)) return decision;
  const suggested = { action: 'suggest', intent: 'petition', category: 'other', urgency: 'normal' } as const;
  return { ...decision, ...suggested, matter: message.id };
}

/** Nobody says what is wrong in a second. */
function isSound({ voice }: Incoming): boolean {
  return voice !== undefined && voice.seconds !== null && voice.seconds < 2;
}

/** `反映：…` is a case of its own, also where the recogniser heard more about another one. */
function raisedMatter(message: Incoming, { category, sealed }: Decision): OpenMatter {
  const { id, who, at, reply } = message;
  return { id, who, at, text: reply, category: category || 'other', sealed, resolved: false };
}
