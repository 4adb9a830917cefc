import { fitThresholds } from '../../../../src/recognise/train/fit.js';
import { FIRST_THRESHOLDS } from '../../../../src/recognise/model/thresholds.js';
import { readyModel } from '../../../../src/recognise/model/village-model.js';
import { evaluate } from '../../../../src/recognise/evaluate.js';
import { createRecogniser } from '../../../../src/recognise/recogniser.js';
import { trainVillage } from '../../../../src/recognise/train/village.js';
import { smallCorpus } from '../../../support/small-corpus.js';

describe('fitting the thresholds', () => {
  it('keeps within the budgets and suggests below where it opens', () => {
    const { groups } = smallCorpus(60);
    const model = readyModel(
      trainVillage({ groups, singles: [] }, { name: 'small', thresholds: FIRST_THRESHOLDS }),
    );
    const fitted = fitThresholds([{ groups, singles: [], model }], FIRST_THRESHOLDS);
    expect(fitted.suggest).toBeLessThan(fitted.open);
    expect(fitted.openEmergency).toBeLessThanOrEqual(fitted.open);
    const { suggestions, asked, messages } = evaluate(
      groups.flat(),
      createRecogniser({ ...model, thresholds: fitted }),
    );
    expect((100 * suggestions) / messages).toBeLessThanOrEqual(5.9);
    expect((100 * asked) / messages).toBeLessThanOrEqual(34);
  });
});
