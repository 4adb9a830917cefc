/** Plain statistics of a benchmark: medians with their spread, percentiles, paired ratios. Pure. */

/** The value below which `share` of the values lie, between neighbours in proportion. @param {number[]} values */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('no values: nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const rest = at - low;
  const below = sorted[low];
  return rest === 0 ? below : below + (sorted[low + 1] - below) * rest;
}

export const median = (values) => percentile(values, 0.5);

/** @param {number[]} values @returns {{ median: number, low: number, high: number, rounds: number }} */
export function spread(values) {
  return {
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    rounds: values.length,
  };
}

/**
 * Ratios round by round: each round had both sides one after the other, so what disturbed the machine for longer than a
 * round disturbed both.
 * @param {number[]} ours @param {number[]} theirs
 */
export function pairedRatio(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error('a round is missing on one side');
  return spread(ours.map((value, i) => value / theirs[i]));
}

/** To so many figures that count: 1234.5 → 1230, 0.012345 → 0.0123. */
export function rounded(value, figures = 3) {
  return Number(value.toPrecision(figures));
}
