import { join } from 'node:path';
import { readCorpus } from '../../src/cli-corpus.js';
import type { Corpus } from '../../src/recognise/train/village.js';

const CORPUS = join(import.meta.dirname, '../../corpus');

/** Every so-many-th group of the corpus, without single lines: enough to learn something, little enough to be quick. */
export function smallCorpus(step: number): Corpus {
  const { groups } = readCorpus(CORPUS);
  return { groups: groups.filter((_, i) => i % step === 0), singles: [] };
}
