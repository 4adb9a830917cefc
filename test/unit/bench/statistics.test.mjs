import { median, pairedRatio, percentile, rounded, spread } from '../../../bench/lib/statistics.mjs';

describe('statistics of the benchmark', () => {
  it('finds medians between neighbours, whatever the order', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  it('finds percentiles in proportion', () => {
    const hundred = Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([10, 20], 0.25)).toBe(12.5);
    expect(percentile([10, 20], 1)).toBe(20);
  });

  it('says so when nothing was measured', () => {
    expect(() => median([])).toThrow('nothing was measured');
    expect(() => pairedRatio([1, 2], [1])).toThrow('a round is missing');
  });

  it('compares round by round: a slow minute of the machine moves no ratio', () => {
    expect(pairedRatio([10, 5, 10], [20, 10, 20])).toEqual({ median: 0.5, low: 0.5, high: 0.5, rounds: 3 });
    expect(spread([2, 8, 4])).toEqual({ median: 4, low: 2, high: 8, rounds: 3 });
  });

  it('keeps the figures that count', () => {
    expect([rounded(1234.5), rounded(0.0123456), rounded(0.5, 4)]).toEqual([1230, 0.0123, 0.5]);
  });
});
