import {
  ChoiceNet,
  netParts,
  type NetShape,
  type NetWeights,
  type Options,
} from '../../../../src/recognise/choose/net.js';
import { Random } from '../../../../src/recognise/learn/random.js';

const random = new Random(3);
/** Half of them down, as flags are. */
const numbers = (n: number): Float32Array =>
  Float32Array.from({ length: n }, () => (random.next() < 0.5 ? 0 : random.around(2)));

function weightsOf(shape: NetShape): NetWeights {
  return Object.fromEntries(
    Object.entries(netParts(shape)).map(([part, size]) => [part, numbers(size)]),
  ) as NetWeights;
}

const times = (matrix: Float32Array, x: Float32Array, hidden: number): number[] =>
  Array.from({ length: hidden }, (_, j) =>
    x.reduce((sum, v, k) => sum + v * (matrix[k * hidden + j] ?? 0), 0),
  );
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
const up = (values: number[]): number[] => values.map((v) => Math.max(0, v));

/** The same, the slow and plain way. */
function plainly(shape: NetShape, w: NetWeights, { line, links, missed, begins }: Options): number[] {
  const { hidden } = shape;
  const h = up(times(w.lineIn, line, hidden));
  const two = [0, 1].map(
    (q) =>
      dot(h, w.lineOut.slice(q * hidden, (q + 1) * hidden)) +
      dot(line, w.linePlain.slice(q * shape.line, (q + 1) * shape.line)),
  );
  if (!begins) two[1] = -30;
  const side = (base: Float32Array, inner: Float32Array, out: Float32Array, plain: Float32Array) => {
    const shared = times(base, line, hidden);
    return (x: Float32Array): number =>
      dot(up(times(inner, x, hidden).map((v, j) => v + (shared[j] ?? 0))), out) + dot(x, plain);
  };
  const link = side(w.linkLine, w.linkIn, w.linkOut, w.linkPlain);
  const miss = side(w.missedLine, w.missedIn, w.missedOut, w.missedPlain);
  const scores = [...two, ...links.map(link), ...missed.map((x) => miss(x) - 1)];
  const most = Math.max(...scores);
  const sum = scores.reduce((all, s) => all + Math.exp(s - most), 0);
  return scores.map((s) => Math.exp(s - most) / sum);
}

describe('the choosing network', () => {
  it.each([16, 48, 6])('with %i hidden units gives what a plain computation gives', (hidden) => {
    const shape = { line: 71, link: 65, missed: 33, hidden };
    const weights = weightsOf(shape);
    for (const name of ['lineIn', 'linkIn', 'missedIn'] as const)
      weights[name].forEach((v, i) => (weights[name][i] = v / 8));
    const net = new ChoiceNet(shape, weights);
    for (const [links, missed] of [
      [0, 0],
      [1, 0],
      [6, 2],
      [0, 6],
      [8, 8],
    ] as const) {
      const options: Options = {
        line: numbers(71).map((v) => v / 8),
        links: Array.from({ length: links }, () => numbers(65).map((v) => v / 8)),
        missed: Array.from({ length: missed }, () => numbers(33).map((v) => v / 8)),
        begins: links !== 1,
      };
      const { chances } = net.choose(options);
      const wanted = plainly(shape, weights, options);
      expect(chances).toHaveLength(wanted.length);
      wanted.forEach((p, k) => expect(chances[k]).toBeCloseTo(p, 4));
    }
  });

  it('refuses more options than it has room for', () => {
    const shape = { line: 3, link: 2, missed: 2, hidden: 4 };
    const net = new ChoiceNet(shape, weightsOf(shape));
    const links = Array.from({ length: 9 }, () => numbers(2));
    expect(() => net.choose({ line: numbers(3), links, missed: [], begins: true })).toThrow(
      'at most 8 options',
    );
  });
});
