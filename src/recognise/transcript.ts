import { z } from 'zod';
import { CATEGORIES, INTENTS, MESSAGE_TYPES, SPEAKERS, URGENCIES } from '../cases/words.js';
import type { RoomMessage } from './api.js';

/** One line of a group's transcript, as `huiyin classify` reads it. Other fields are ignored. */
export const TranscriptLine = z.object({
  group: z.string(),
  seq: z.int(),
  /** A time without a zone is China's. */
  t: z.iso.datetime({
    offset: true,
    local: true,
    error: 'not an ISO 8601 time such as 2026-03-02T08:15:20+08:00',
  }),
  who: z.string(),
  name: z.string(),
  role: z.enum(SPEAKERS),
  type: z.enum(MESSAGE_TYPES),
  text: z.string(),
});
export type TranscriptLine = z.infer<typeof TranscriptLine>;

/** A transcript line with its labels: corpus and tests. */
export const LabelledLine = TranscriptLine.extend({
  case: z.boolean(),
  intent: z.enum(INTENTS),
  category: z.enum([...CATEGORIES, '']),
  urgency: z.enum([...URGENCIES, '']),
  sealed: z.boolean(),
  matter: z.string(),
});
export type LabelledLine = z.infer<typeof LabelledLine>;

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** The line as the recogniser sees it; the sequence number is its id. */
export function roomMessage(line: TranscriptLine): RoomMessage {
  const { seq, t, who, name, role, type, text } = line;
  return {
    id: String(seq),
    at: Date.parse(ZONED.test(t) ? t : `${t}+08:00`),
    who,
    name,
    speaker: role,
    type,
    text,
  };
}

/** One short line that says what is wrong with a parsed value, field by field. */
export function faultsOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
}

/** Parses labelled JSON lines. Throws with file name and line number at the first fault. */
export function parseLabelled(jsonl: string, file: string): LabelledLine[] {
  const lines: LabelledLine[] = [];
  jsonl.split('\n').forEach((raw, i) => {
    if (raw.trim() === '') return;
    const parsed = LabelledLine.safeParse(JSON.parse(raw));
    if (!parsed.success) throw new Error(`${file}:${i + 1}: ${faultsOf(parsed.error)}`);
    lines.push(parsed.data);
  });
  return lines;
}
