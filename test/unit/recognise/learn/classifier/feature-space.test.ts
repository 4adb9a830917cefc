import { FeatureSpace, fitSpace } from '../../../../../src/recognise/learn/classifier/feature-space.js';

const parts = [{ group: 'first', length: 2 }] as const;
const documents = ['路坏', '路好', '水坏', '灯'].map((first) => ({ first, rest: '' }));

describe('FeatureSpace', () => {
  it('knows what occurs in enough texts, keys ascending', () => {
    const data = fitSpace(parts, documents, { minTexts: 2, maxRows: 100 });
    expect(data.keys).toHaveLength(2);
    expect([...data.keys]).toEqual([...data.keys].sort((a, b) => a - b));
    expect(data.rarity[0]).toBeCloseTo(Math.log(5 / 3) + 1, 5);
  });

  it('keeps the most frequent when there are too many', () => {
    const more = [...documents, { first: '路', rest: '' }];
    const data = fitSpace(parts, more, { minTexts: 1, maxRows: 1 });
    const space = new FeatureSpace(parts, data);
    expect(space.vector({ first: '路', rest: '' }).rows).toHaveLength(1);
    expect(space.vector({ first: '坏', rest: '' }).rows).toHaveLength(0);
  });

  it('brings each part to its length, and counts repetition with its logarithm', () => {
    const space = new FeatureSpace(parts, fitSpace(parts, documents, { minTexts: 1, maxRows: 100 }));
    const { values } = space.vector({ first: '路路坏', rest: '' });
    expect(Math.hypot(...values)).toBeCloseTo(2, 5);
    expect(space.vector({ first: '', rest: '' }).values).toHaveLength(0);
  });
});
