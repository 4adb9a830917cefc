import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readCorpus } from './cli-corpus.js';
import { StartFault } from './main/fault.js';
import { packVillage } from './recognise/model/village-model.js';
import { trainVillage } from './recognise/train/village.js';

/** Name of the model's make; a digest of the corpus follows it in the version. */
const NAME = 'village-1';

/**
 * Trains the recogniser's model on all groups of a corpus that are not held out, and writes it. The same corpus gives
 * the same bytes. @throws StartFault in one line
 */
export function trainVillageModel(folder: string, out: string, print: (line: string) => void): void {
  const corpus = readCorpus(folder);
  const lines = corpus.groups.reduce((sum, group) => sum + group.length, 0);
  print(`${corpus.groups.length} groups with ${lines} messages, ${corpus.singles.length} single lines`);
  const data = trainVillage(corpus, { name: NAME, progress: print });
  const bytes = packVillage(data);
  try {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, bytes);
  } catch (error) {
    throw new StartFault(
      `${out}: cannot be written (${error instanceof Error ? error.message : String(error)})`,
    );
  }
  print(`${out}: ${data.version}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}
