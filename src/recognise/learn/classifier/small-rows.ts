/** Rows of weights as small integers, each row with a scale of its own. */
export interface SmallRows {
  width: number;
  weights: Int8Array;
  scales: Float32Array;
}

/** Rounds each row to 255 steps between its largest weight and that one's negative. */
export function smallRows(weights: Float32Array, width: number): SmallRows {
  const scales = new Float32Array(weights.length / width);
  const small = new Int8Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const own = weights.subarray(row * width, (row + 1) * width);
    const scale = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    scales[row] = scale;
    own.forEach((weight, i) => (small[row * width + i] = scale === 0 ? 0 : Math.round(weight / scale)));
  }
  return { width, weights: small, scales };
}

/** Adds `value` times a row to `out`. */
export function addRow({ width, weights, scales }: SmallRows, row: number, value: number, out: Float32Array): void {
  const factor = value * (scales[row] as number);
  for (let i = 0, at = row * width; i < width; i++, at++)
    out[i] = (out[i] as number) + factor * (weights[at] as number);
} // prettier-ignore
