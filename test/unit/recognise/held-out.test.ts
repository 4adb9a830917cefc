import { join } from 'node:path';
import { readHeldOut } from '../../../src/cli-corpus.js';
import { evaluate, share, sumOf } from '../../../src/recognise/evaluate.js';
import { shippedRecogniser } from '../../support/recogniser.js';

const CORPUS = join(import.meta.dirname, '../../../corpus');

// Floors against regressions, below what `npm run evaluate` prints; the goals stand there.
describe('the groups held out from training', () => {
  it('are understood no worse than when the model was made', () => {
    const groups = readHeldOut(CORPUS);
    expect(groups).toHaveLength(15);
    const figures = sumOf(groups.map((group) => evaluate(group, shippedRecogniser())));
    expect(share(figures.openPrecision)).toBeGreaterThanOrEqual(0.9);
    expect(share(figures.openRecall)).toBeGreaterThanOrEqual(0.6);
    expect(share(figures.foundRecall)).toBeGreaterThanOrEqual(0.85);
    expect(figures.suggestions / figures.messages).toBeLessThanOrEqual(0.08);
    expect(share(figures.linkRecall)).toBeGreaterThanOrEqual(0.78);
    expect(share(figures.answerPrecision)).toBeGreaterThanOrEqual(0.9);
    expect(share(figures.answerRecall)).toBeGreaterThanOrEqual(0.9);
  });
});
