import type { Case, ChatRef, Millis } from '../cases/case.js';
import {
  correctionId,
  groupPseudonym,
  type Correction,
  type CorrectionKind,
  type CorrectionLine,
} from '../cases/correction.js';
import type { Incoming } from '../cases/message.js';
import { speakerOf } from '../cases/speaker.js';
import { withStandIns } from '../cases/stand-ins.js';
import type { Desk } from './desk.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { namedOfficial } from './named-official.js';

/** A message of which a cadre has said what it is. */
export interface Lesson {
  kind: CorrectionKind;
  messageId: string;
  place: string;
  chat: ChatRef;
  who: string;
  name: string;
  text: string;
  at: Millis;
  /** The case that it opened or joined; null: it is no matter. */
  about: Case | null;
  model: string;
  confidence: number | null;
  /** When the cadre said so, and by which message. */
  saidAt: Millis;
  saidBy: string;
}

/** The few lines around a message that tell what it means. */
const BEFORE = 6;
const AFTER = 2;
const AROUND_MS = 30 * 60 * 1000;
const TEXT_MAX = 500;

/** Keeps a cadre's word as labelled data of this county: masked, for the set period, and never an accusation. */
export async function learn(desk: Desk, lesson: Lesson): Promise<void> {
  const { about, text } = lesson;
  if (desk.settings.correctionsMs === 0 || about?.sealed === true || accuses(desk, text)) return;
  const id = correctionId(lesson.messageId);
  const around = await linesAround(desk, lesson);
  const entry: Correction = {
    id,
    at: lesson.saidAt,
    kind: lesson.kind,
    group: groupPseudonym(lesson.chat, lesson.messageId),
    caseId: about?.id ?? null,
    model: lesson.model,
    confidence: lesson.confidence,
    lines: around,
  };
  const earlier = await desk.corrections.get(id);
  await desk.corrections.put(earlier ? withEarlierLines(entry, earlier) : entry);
}

/** A second word on a message often comes when the chat has passed on: what stood around it at the first stays. */
function withEarlierLines(entry: Correction, earlier: Correction): Correction {
  if (entry.lines.length >= earlier.lines.length) return entry;
  const own = entry.lines.find((line) => !line.context);
  if (!own) return entry;
  const kept = earlier.lines.map((line) => (line.context ? line : { ...own, who: line.who }));
  return { ...entry, lines: kept };
}

/** Words against somebody enter no corpus, whatever a cadre made of them. */
function accuses(desk: Desk, text: string): boolean {
  return desk.reader.classify(text, 'text').sealed || namedOfficial(desk, text) !== null;
}

async function linesAround(desk: Desk, lesson: Lesson): Promise<CorrectionLine[]> {
  const recent = await desk.recents.recall(lesson.chat.id, 500, desk.clock.now());
  const names = namesIn(desk, recent, lesson);
  const speakers = new Map<string, string>();
  const voice = (who: string): string => {
    const known = speakers.get(who) ?? `v${speakers.size + 1}`;
    speakers.set(who, known);
    return known;
  };
  const at = recent.findIndex((one) => one.id === lesson.messageId);
  const around = at < 0 ? [] : recent.slice(Math.max(0, at - BEFORE), at + AFTER + 1);
  const near = around.filter((one) => Math.abs(one.at - lesson.at) <= AROUND_MS);
  const lines: CorrectionLine[] = [...openingBefore(desk, lesson, near, names, voice)];
  for (const one of at < 0 ? [null] : near) {
    if (one === null || one.id === lesson.messageId) lines.push(ownLine(desk, lesson, names, voice));
    else if (await mayStand(desk, one, lesson)) lines.push(contextLine(desk, one, lesson, names, voice));
  }
  lines.sort((a, b) => a.at - b.at);
  return lines.some((line) => line.case) ? lines : lines.map((line) => ({ ...line, matter: '' }));
}

type Voice = (who: string) => string;

/** What opened the case that a message joined: without it "the same matter" means nothing. */
function openingBefore(
  desk: Desk,
  lesson: Lesson,
  near: Incoming[],
  names: string[],
  voice: Voice,
): CorrectionLine[] {
  const { about } = lesson;
  if (lesson.kind !== 'joined' || !about || about.openedAt > lesson.at) return [];
  if (near.some((one) => one.id === about.messageId) || accuses(desk, about.text)) return [];
  const text = withStandIns(about.text.slice(0, TEXT_MAX), [...names, about.petitioner.name]);
  const who = voice(about.petitioner.id);
  return [{ ...openingLabel(about), at: about.openedAt, who, role: 'villager', type: 'text', text, context: true }]; // prettier-ignore
}

function ownLine(desk: Desk, lesson: Lesson, names: string[], voice: Voice): CorrectionLine {
  const role = speakerOf(desk.directory().actor(lesson.who, lesson.name));
  const text = withStandIns(lesson.text.slice(0, TEXT_MAX), names);
  return { ...labelOf(lesson), at: lesson.at, who: voice(lesson.who), role, type: 'text', text, context: false }; // prettier-ignore
}

type Label = Pick<CorrectionLine, 'case' | 'intent' | 'category' | 'urgency' | 'matter'>;
const NO_MATTER = { case: false, intent: 'chatter', category: '', urgency: '', matter: '' } as const;

function labelOf({ kind, about }: Lesson): Label {
  if (!about || kind === 'dropped' || kind === 'voided') return NO_MATTER;
  if (kind === 'joined') return { ...NO_MATTER, intent: 'followup', matter: 'm1' };
  return openingLabel(about);
}

function openingLabel(c: Case): Label {
  return { case: true, intent: c.kind, category: c.category, urgency: c.urgency, matter: 'm1' };
}

function contextLine(
  desk: Desk,
  one: Incoming,
  { kind, about }: Lesson,
  names: string[],
  voice: Voice,
): CorrectionLine {
  const opening = kind === 'joined' && about?.messageId === one.id;
  const role = speakerOf(desk.directory().actor(one.who, one.name));
  const text = withStandIns(one.reply.slice(0, TEXT_MAX), names);
  const label = opening ? openingLabel(about) : NO_MATTER;
  return { ...label, at: one.at, who: voice(one.who), role, type: one.type, text, context: true };
}

/** What was corrected and then taken back (撤销) teaches nothing. */
export async function unlearn(desk: Desk, c: Case): Promise<void> {
  const entry = await desk.corrections.get(correctionId(c.messageId));
  const own = entry?.lines.find((line) => !line.context);
  if (!entry || !own || !(entry.kind === 'voided' || entry.kind === 'recategorised')) return;
  const stillSo = entry.kind === 'voided' ? c.state === 'void' : own.category === c.category;
  if (!stillSo) await desk.corrections.drop([entry.id]);
}

/** Not the cadre's own word on it, nothing taken back, and nothing that accuses. */
async function mayStand(desk: Desk, one: Incoming, lesson: Lesson): Promise<boolean> {
  if (one.id === lesson.saidBy || one.type === 'recalled') return false;
  if (await desk.cases.caseOfMessage(SEALED_PLACE, one.id)) return false;
  return !accuses(desk, one.reply);
}

function namesIn(desk: Desk, recent: Incoming[], lesson: Lesson): string[] {
  const officials = desk.directory().officials.filter(isPerson);
  return [...officials.map((one) => one.name), ...recent.map((one) => one.name), lesson.name];
}

/** 电力所 is a word of everyday language, not somebody's name. */
function isPerson(one: { offices: { role: string }[] }): boolean {
  return one.offices.some((office) => office.role !== 'department' && office.role !== 'admin');
}

/** The lesson of a case whose opening message was right, or wrong. */
export function lessonOf(
  c: Case,
  kind: CorrectionKind,
  said: { at: Millis; id: string },
  model: string,
): Lesson {
  return {
    kind,
    messageId: c.messageId,
    place: c.place,
    chat: c.chat,
    who: c.petitioner.id,
    name: c.petitioner.name,
    text: c.text,
    at: c.openedAt,
    about: c,
    model: c.recognised?.model ?? model,
    confidence: c.recognised?.confidence ?? null,
    saidAt: said.at,
    saidBy: said.id,
  };
}
