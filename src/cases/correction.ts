import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChatRef, Millis } from './case.js';
import { CATEGORIES, INTENTS, MESSAGE_TYPES, SPEAKERS, URGENCIES } from './words.js';

/** What a cadre's word on a message was: 登记 1, 不是 1, 并入 1 #4, 不是诉求 #3, 改类 #3, 登记 by quote. */
export const CORRECTION_KINDS = [
  'picked',
  'dropped',
  'joined',
  'voided',
  'recategorised',
  'registered',
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** One line of the few around a corrected message, masked, with its label. */
const lineSchema = z.object({
  at: z.number(),
  /** v1, v2 … in the order in which they speak here. */
  who: z.string(),
  role: z.enum(SPEAKERS),
  type: z.enum(MESSAGE_TYPES),
  /** With stand-ins for numbers and names. */
  text: z.string(),
  /** True where nobody has labelled the line: it stands here for what it says around the corrected one. */
  context: z.boolean(),
  case: z.boolean(),
  intent: z.enum(INTENTS),
  category: z.enum([...CATEGORIES, '']),
  urgency: z.enum([...URGENCIES, '']),
  matter: z.string(),
});
export type CorrectionLine = z.infer<typeof lineSchema>;

/** A message that a cadre confirmed, corrected or registered: labelled data of this county. Never an accusation. */
export const correctionSchema = z.object({
  /** Hash of the message's id: one entry a message, the latest word counts; and how an erased person's is found. */
  id: z.string(),
  at: z.number(),
  kind: z.enum(CORRECTION_KINDS),
  /** A stand-in for the chat. */
  group: z.string(),
  /** The case that the message opened or joined; null: none. */
  caseId: z.string().nullable(),
  /** What had decided, and how sure it was; null: it had seen nothing in it. */
  model: z.string(),
  confidence: z.number().nullable(),
  lines: z.array(lineSchema),
});
export type Correction = z.infer<typeof correctionSchema>;

/** The name under which a message's correction is kept; it leads to the message only for who knows the message's id. */
export function correctionId(messageId: string): string {
  return digest(`message:${messageId}`).slice(0, 16);
}

/** A stand-in for a room's id; private chats have none in common, so that nobody's messages lie together. */
export function groupPseudonym(chat: ChatRef, messageId: string): string {
  const of = chat.room ? `room:${chat.id}` : `private:${messageId}`;
  return `${chat.room ? 'group' : 'private'}-${digest(of).slice(0, 6)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A line of the corpus's own transcript format, with what led to the label. */
export interface CorrectionTranscriptLine {
  group: string;
  seq: number;
  t: string;
  who: string;
  name: string;
  role: CorrectionLine['role'];
  type: CorrectionLine['type'];
  text: string;
  case: boolean;
  intent: CorrectionLine['intent'];
  category: CorrectionLine['category'];
  urgency: CorrectionLine['urgency'];
  sealed: false;
  matter: string;
  context: boolean;
  correction?: { kind: CorrectionKind; at: string; model: string; confidence: number | null };
}

/** A correction as a small transcript of its own. */
export function transcriptOf(one: Correction): CorrectionTranscriptLine[] {
  const { kind, model, confidence } = one;
  return one.lines.map((line, i) => ({
    group: `${one.group}/${one.id.slice(0, 8)}`,
    seq: i + 1,
    t: chinaTime(line.at),
    who: line.who,
    name: line.who,
    role: line.role,
    type: line.type,
    text: line.text,
    case: line.case,
    intent: line.intent,
    category: line.category,
    urgency: line.urgency,
    sealed: false,
    matter: line.matter,
    context: line.context,
    ...(!line.context && { correction: { kind, at: chinaTime(one.at), model, confidence } }),
  }));
}

const ZONE_MS = 8 * 3600 * 1000;

/** ISO 8601 in the corpus's way: 2026-05-02T09:00:00+08:00. */
export function chinaTime(at: Millis): string {
  return new Date(at + ZONE_MS).toISOString().replace(/\.\d{3}Z$/u, '+08:00');
}
