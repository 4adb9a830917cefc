import { judge } from '../../../src/recognise/judge.js';
import { shippedRecogniser } from '../../support/recogniser.js';

describe('judge', () => {
  it('names kind, category and urgency of a registered text', () => {
    expect(judge(shippedRecogniser(), '二组停电三天了', 'text')).toEqual({
      kind: 'petition',
      category: 'utility',
      urgency: 'urgent',
      sealed: false,
    });
  });
  it('seals an accusation', () => {
    expect(judge(shippedRecogniser(), '书记把低保给了他小舅子', 'text')).toMatchObject({
      kind: 'discipline',
      sealed: true,
    });
  });
  it('takes a picture without words as a plain petition', () => {
    expect(judge(shippedRecogniser(), '', 'image')).toEqual({
      kind: 'petition',
      category: 'other',
      urgency: 'normal',
      sealed: false,
    });
  });
});
