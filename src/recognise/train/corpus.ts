import { z } from 'zod';
import { CATEGORIES, INTENTS, SPEAKERS, URGENCIES } from '../../cases/words.js';
import { faultsOf, parseLabelled, type LabelledLine } from '../transcript.js';
import type { Corpus } from './village.js';

/** A line of village talk that stands for itself, without a room around it. */
export const SingleLine = z.object({
  id: z.string(),
  role: z.enum(SPEAKERS),
  text: z.string().min(1),
  case: z.boolean(),
  intent: z.enum(INTENTS),
  category: z.enum([...CATEGORIES, '']),
  urgency: z.enum([...URGENCIES, '']),
  sealed: z.boolean(),
});

/** A file of the corpus: its name and its text. */
export interface CorpusFile {
  name: string;
  text: string;
}

/** @throws Error naming file and line of the first fault */
export function parseSingles(file: CorpusFile): LabelledLine[] {
  const lines: LabelledLine[] = [];
  file.text.split('\n').forEach((raw, i) => {
    if (raw.trim() === '') return;
    const parsed = SingleLine.safeParse(JSON.parse(raw));
    if (!parsed.success) throw new Error(`${file.name}:${i + 1}: ${faultsOf(parsed.error)}`);
    const { id: _, ...labels } = parsed.data;
    lines.push({
      group: file.name,
      seq: i + 1,
      t: '2026-01-01T08:00:00+08:00',
      who: 'v1',
      name: '',
      type: 'text',
      matter: '',
      ...labels,
    });
  });
  return lines;
}

/**
 * The corpus to learn from, in the order of the files' names. @param heldOut names of the groups that nothing is
 * ever trained on
 */
export function corpusOf(groups: CorpusFile[], singles: CorpusFile[], heldOut: ReadonlySet<string>): Corpus {
  const byName = (a: CorpusFile, b: CorpusFile): number => (a.name < b.name ? -1 : 1);
  return {
    groups: [...groups]
      .sort(byName)
      .filter((file) => !heldOut.has(file.name))
      .map((file) => parseLabelled(file.text, file.name)),
    singles: [...singles].sort(byName).flatMap(parseSingles),
  };
}
