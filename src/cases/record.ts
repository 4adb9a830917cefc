import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './chain.js';

/**
 * The record of what was done with the product: who, when, which verb, which case, what came of it. Ids, verbs and
 * counts, never a villager's word. A hash chain over all months: what was written can no longer be changed unseen.
 */
export const RECORD_KINDS = ['command', 'export', 'config', 'erase', 'retention', 'sealed_view'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const entryShape = {
  /** What caused it: the same operation is recorded once. */
  op: z.string(),
  kind: z.enum(RECORD_KINDS),
  at: z.number(),
  /** An official by the directory's name; `system`, `cli`, or '' for a villager who asked to be forgotten. */
  by: z.object({ id: z.string(), name: z.string() }),
  verb: z.string(),
  /** A case's id; a sealed one by a stand-in (`sealedAlias`). */
  case: z.string().nullable(),
  /** `ok`, or the key of the refusal. */
  outcome: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
} as const;
export const recordEntrySchema = z.object(entryShape);
export type RecordEntry = z.infer<typeof recordEntrySchema>;

/** An entry as it stands in the chain. */
export const recordLineSchema = z.object({
  ...entryShape,
  seq: z.int(),
  before: z.string(),
  hash: z.string(),
});
export type RecordLine = z.infer<typeof recordLineSchema>;

/** The end of the chain. */
export interface RecordHead {
  seq: number;
  hash: string;
}

/** Where it is kept. */
export interface RecordBook {
  /** Adds an entry, once for each operation of a month; false: it was there already. */
  append(entry: RecordEntry): Promise<boolean>;
  /** Entries of one month (`2026-05`), oldest first. */
  month(month: string): AsyncIterable<RecordLine>;
  /** Months that are kept, oldest first. */
  months(): Promise<string[]>;
  head(): Promise<RecordHead>;
  /** Digests of the configuration files as they were recorded last: name → digest. */
  digests(): Promise<Record<string, string>>;
  /** Records that a file is another one now, and its digest, in one step. */
  noteDigest(file: string, digest: string, entry: RecordEntry): Promise<boolean>;
}

/** The entry as the next link of the chain. */
export function recordLine(entry: RecordEntry, head: RecordHead): RecordLine {
  const line = { ...recordEntrySchema.parse(entry), seq: head.seq + 1, before: head.hash };
  return { ...line, hash: hashOf(line) };
}

/** Whether a line is as it was written, and follows the one before it (null: the first that is kept). */
export function lineHolds(line: RecordLine, before: RecordHead | null): boolean {
  const { hash, ...rest } = line;
  if (hash !== hashOf(rest)) return false;
  return before === null || (line.seq === before.seq + 1 && line.before === before.hash);
}

/** A sealed case's code opens its door: the record names it by something that only tells two of them apart. */
export function sealedAlias(code: string): string {
  return `sealed:${sha256(`sealed case ${code}`).slice(0, 8)}`;
}

/** How the record names a case. */
export function recordedCase(id: string): string {
  return id.includes('#') ? id : sealedAlias(id);
}

function hashOf(line: Omit<RecordLine, 'hash'>): string {
  return sha256(canonicalJson(line));
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
