import { measure } from '../../../../../src/recognise/learn/classifier/measure.js';

describe('measure', () => {
  it('counts precision, recall and f1 of each class, and their mean', () => {
    const pairs = [
      { truth: 'a', found: 'a' },
      { truth: 'a', found: 'b' },
      { truth: 'b', found: 'b' },
      { truth: 'b', found: 'b' },
    ];
    const { accuracy, macro_f1, classes } = measure(pairs);
    expect(accuracy).toBe(0.75);
    expect(classes['a']).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, rows: 2 });
    expect(classes['b']).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8, rows: 2 });
    expect(macro_f1).toBeCloseTo((2 / 3 + 0.8) / 2, 10);
  });

  it('counts a class that was never right as 0', () => {
    const { macro_f1, classes } = measure([{ truth: 'c', found: 'a' }]);
    expect(macro_f1).toBe(0);
    expect(classes['c']).toEqual({ precision: 0, recall: 0, f1: 0, rows: 1 });
  });
});
