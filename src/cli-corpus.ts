import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartFault } from './main/fault.js';
import { corpusOf, type CorpusFile } from './recognise/train/corpus.js';
import type { Corpus } from './recognise/train/village.js';
import { parseLabelled, type LabelledLine } from './recognise/transcript.js';

/** The corpus of this checkout. */
export const CORPUS_FOLDER = fileURLToPath(new URL('../corpus', import.meta.url));

/** Names of the groups that nothing is ever trained on, one a line. */
const HELD_OUT = 'held-out.txt';

/** What the recogniser learns from. @throws StartFault naming what cannot be read */
export function readCorpus(folder: string): Corpus {
  return reading(folder, () =>
    corpusOf(filesIn(join(folder, 'groups')), filesIn(join(folder, 'lines')), new Set(heldOutNames(folder))),
  );
}

/** The groups held out from training, each by itself. @throws StartFault naming what cannot be read */
export function readHeldOut(folder: string): LabelledLine[][] {
  return reading(folder, () =>
    heldOutNames(folder).map((name) =>
      parseLabelled(readFileSync(join(folder, 'groups', name), 'utf8'), name),
    ),
  );
}

function heldOutNames(folder: string): string[] {
  const text = readFileSync(join(folder, HELD_OUT), 'utf8');
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function filesIn(folder: string): CorpusFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

function reading<T>(folder: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new StartFault(`the corpus in ${folder} cannot be read: ${what}`);
  }
}
