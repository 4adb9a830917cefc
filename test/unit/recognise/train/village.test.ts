import { createHash } from 'node:crypto';
import { readyModel, packVillage, unpackVillage } from '../../../../src/recognise/model/village-model.js';
import { evaluate, share } from '../../../../src/recognise/evaluate.js';
import { createRecogniser } from '../../../../src/recognise/recogniser.js';
import { corpusDigest, trainVillage } from '../../../../src/recognise/train/village.js';
import { FIRST_THRESHOLDS } from '../../../../src/recognise/model/thresholds.js';
import { smallCorpus } from '../../../support/small-corpus.js';

const corpus = smallCorpus(40);
const train = (): Buffer =>
  packVillage(trainVillage(corpus, { name: 'small', thresholds: FIRST_THRESHOLDS }));
const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('training the village model', () => {
  const bytes = train();

  it('gives the same bytes for the same corpus', () => {
    expect(digest(train())).toBe(digest(bytes));
  });

  it('carries the corpus’s digest in its version', () => {
    const { version, corpus: of } = unpackVillage(bytes);
    expect(of).toBe(corpusDigest(corpus));
    expect(version).toBe(`small-${of.slice(0, 8)}`);
  });

  it('knows what it has learnt from', () => {
    const recogniser = createRecogniser(readyModel(unpackVillage(bytes)));
    const figures = evaluate(corpus.groups.flat(), recogniser);
    expect(share(figures.foundRecall)).toBeGreaterThan(0.8);
    expect(share(figures.answerRecall)).toBeGreaterThan(0.8);
  });

  it('says what it lacks when nothing can be learnt', () => {
    expect(() => trainVillage({ groups: [], singles: [] }, { name: 'none' })).toThrow(
      /^training: the groups hold no line that follows a matter/u,
    );
  });
});
