import { ChoiceNet, netParts, type NetPart, type NetWeights } from './net.js';

/**
 * One network whose scores are the mean of several networks' scores: their hidden units side by side, their outputs and
 * plain parts a share each. What differs between trainings by chance alone is averaged away (Hansen & Salamon 1990).
 * @param nets at least one, all of one shape
 */
export function meanNet(nets: readonly ChoiceNet[]): ChoiceNet {
  const [first] = nets;
  if (!first) throw new Error('mean of no networks');
  const of = first.shape.hidden;
  const shape = { ...first.shape, hidden: of * nets.length };
  const weights = Object.fromEntries(
    Object.entries(netParts(shape)).map(([part, size]) => [part, new Float32Array(size)]),
  ) as NetWeights;
  nets.forEach((net, n) => {
    for (const part of Object.keys(weights) as NetPart[])
      addPart(weights[part], net.weights[part], { part, n, of, all: nets.length });
  });
  return new ChoiceNet(shape, weights);
}

interface Place {
  part: NetPart;
  /** Which network, of how many, with how many hidden units each. */
  n: number;
  all: number;
  of: number;
}

function addPart(into: Float32Array, from: Float32Array, { part, n, of, all }: Place): void {
  const isPlain = part.endsWith('Plain');
  const share = isPlain || part.endsWith('Out') ? 1 / all : 1;
  for (let i = 0; i < from.length; i++) {
    // Hidden units of one network stand together within each row.
    const at = isPlain ? i : Math.floor(i / of) * of * all + n * of + (i % of);
    into[at] = (into[at] ?? 0) + share * (from[i] ?? 0);
  }
}
