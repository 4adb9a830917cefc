/** Turns scores at `from`..`from + n` into probabilities, in place. */
export function softmaxAt(scores: Float32Array, from: number, n: number): void {
  let most = -Infinity;
  for (let k = from; k < from + n; k++) if ((scores[k] as number) > most) most = scores[k] as number;
  let sum = 0;
  for (let k = from; k < from + n; k++) sum += scores[k] = Math.exp((scores[k] ?? 0) - most);
  for (let k = from; k < from + n; k++) scores[k] = (scores[k] ?? 0) / sum;
}
