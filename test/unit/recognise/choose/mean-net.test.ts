import { meanNet } from '../../../../src/recognise/choose/mean-net.js';
import {
  ChoiceNet,
  netParts,
  type NetPart,
  type NetWeights,
  type Options,
} from '../../../../src/recognise/choose/net.js';
import { Random } from '../../../../src/recognise/learn/random.js';

const SHAPE = { line: 5, link: 4, missed: 3, hidden: 2 };

function someNet(seed: number): ChoiceNet {
  const random = new Random(seed);
  const weights = Object.fromEntries(
    Object.entries(netParts(SHAPE)).map(([part, size]) => [
      part,
      Float32Array.from({ length: size }, () => random.around(1)),
    ]),
  ) as Record<NetPart, Float32Array> as NetWeights;
  return new ChoiceNet(SHAPE, weights);
}

const random = new Random(9);
const numbers = (n: number): Float32Array => Float32Array.from({ length: n }, () => random.around(2));
const options: Options = {
  line: numbers(5),
  links: [numbers(4), numbers(4)],
  missed: [numbers(3)],
  begins: true,
};
const logs = (net: ChoiceNet): number[] => [...net.choose(options).chances].map((p) => Math.log(p));

describe('meanNet', () => {
  const nets = [someNet(1), someNet(2), someNet(3)];

  it('scores as the mean of their scores: chances are the normalised geometric mean', () => {
    const each = nets.map(logs);
    const mean = logs(meanNet(nets));
    const raw = mean.map((_, k) => each.reduce((sum, one) => sum + (one[k] ?? 0), 0) / nets.length);
    const whole = Math.log(raw.reduce((sum, x) => sum + Math.exp(x), 0));
    mean.forEach((x, k) => expect(x).toBeCloseTo((raw[k] ?? 0) - whole, 4));
    expect(Math.max(...mean.map((x, k) => Math.abs(x - (each[0]?.[k] ?? 0))))).toBeGreaterThan(0.05);
  });

  it('of one network is that network', () => {
    const [one] = nets;
    if (!one) throw new Error('no network');
    expect(logs(meanNet([one]))).toEqual(logs(one));
  });

  it('of none is refused', () => {
    expect(() => meanNet([])).toThrow('no networks');
  });
});
