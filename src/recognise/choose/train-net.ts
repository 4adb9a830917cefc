import { Random } from '../learn/random.js';
import { ChoiceNet, netParts, type NetPart, type NetShape, type NetWeights, type Options } from './net.js';

/** One line with what it truly was: an index into the network's chances. */
export interface ChoiceExample extends Options {
  truth: number;
  weight: number;
}

export interface NetTraining {
  hidden: number;
  epochs: number;
  rate: number;
  seed: number;
}

/** First spread of the weights; the rest starts small. */
const SPREAD: Partial<Record<NetPart, number>> = {
  lineIn: 0.3, lineOut: 0.3, linkLine: 0.2, linkIn: 0.3, linkOut: 0.3, missedLine: 0.2, missedIn: 0.3, missedOut: 0.3,
}; // prettier-ignore
const SMALL = 0.01;
const DECAY = 1e-5;
const SNAPSHOT_EVERY = 2000;

/** Trains the choosing network: stochastic gradient of the cross-entropy, AdaGrad's steps, repeatable. */
export function trainNet(examples: ChoiceExample[], training: NetTraining): ChoiceNet {
  const random = new Random(training.seed);
  const shape = shapeOf(examples, training.hidden);
  const parts = netParts(shape);
  const weights = {} as NetWeights;
  const squares = {} as NetWeights;
  for (const part of Object.keys(parts) as NetPart[]) {
    weights[part] = Float32Array.from({ length: parts[part] }, () => random.around(SPREAD[part] ?? SMALL));
    squares[part] = new Float32Array(parts[part]).fill(0.01);
  }
  const net = new ChoiceNet(shape, weights);
  const trainer = new NetTrainer(net, squares);
  const order = examples.filter((one) => one.weight > 0);
  const average = new Average(SNAPSHOT_EVERY);
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    const rate = training.rate * (1 - (0.8 * epoch) / training.epochs);
    random.shuffle(order).forEach((one, i) => {
      trainer.learn(one, rate);
      if (epoch >= training.epochs / 2 && i % average.every === 0) average.take(net.weights);
    });
  }
  return new ChoiceNet(shape, average.weights());
}

/** The mean of the weights over the last half of training: less left to the order of the last examples (Polyak 1992). */
class Average {
  private readonly sums: Record<string, Float64Array> = {};
  private n = 0;

  /** @param every examples between two snapshots */
  constructor(readonly every: number) {}

  take(weights: NetWeights): void {
    this.n++;
    for (const [name, values] of Object.entries(weights)) {
      const sum = (this.sums[name] ??= new Float64Array(values.length));
      for (let i = 0; i < values.length; i++) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0);
    }
  }

  weights(): NetWeights {
    return Object.fromEntries(
      Object.entries(this.sums).map(([name, sum]) => [name, Float32Array.from(sum, (x) => x / this.n)]),
    ) as NetWeights;
  }
}

function shapeOf(examples: ChoiceExample[], hidden: number): NetShape {
  const link = examples.find((one) => one.links.length > 0)?.links[0];
  const missed = examples.find((one) => one.missed.length > 0)?.missed[0];
  const [first] = examples;
  if (!first || !link || !missed)
    throw new Error(
      'training: the groups hold no line that follows a matter, or none that answers a missed one',
    );
  return { line: first.line.length, link: link.length, missed: missed.length, hidden };
}

class NetTrainer {
  constructor(
    readonly net: ChoiceNet,
    private readonly squares: NetWeights,
  ) {}

  learn(example: ChoiceExample, rate: number): void {
    const trace = this.net.choose(example);
    const slope = trace.chances.map((p, i) => (p - (i === example.truth ? 1 : 0)) * example.weight);
    const { hidden, line: width } = this.net.shape;
    const back = new Float32Array(hidden);
    for (let q = 0; q < 2; q++) {
      const g = slope[q] ?? 0;
      for (let j = 0; j < hidden; j++) {
        back[j] = (back[j] ?? 0) + (this.net.weights.lineOut[q * hidden + j] ?? 0) * g;
        this.step('lineOut', q * hidden + j, g * Math.max(0, trace.line[j] ?? 0), rate);
      }
      for (let k = 0; k < width; k++) this.step('linePlain', q * width + k, g * (example.line[k] ?? 0), rate);
    }
    for (let j = 0; j < hidden; j++)
      if ((trace.line[j] ?? 0) > 0) this.row('lineIn', j, back[j] ?? 0, example.line, rate);
    this.side('link', example.line, example.links, trace.links, slope, 2, rate);
    this.side('missed', example.line, example.missed, trace.missed, slope, 2 + example.links.length, rate);
  }

  private side(
    kind: 'link' | 'missed',
    line: Float32Array,
    inputs: Float32Array[],
    traces: Float32Array[],
    slope: Float32Array,
    from: number,
    rate: number,
  ): void {
    const { hidden } = this.net.shape;
    const base = new Float32Array(hidden);
    traces.forEach((trace, i) => {
      const g = slope[from + i] ?? 0;
      const input = inputs[i];
      if (Math.abs(g) < 1e-4 || !input) return;
      for (let k = 0; k < input.length; k++) this.step(`${kind}Plain`, k, g * (input[k] ?? 0), rate);
      for (let j = 0; j < hidden; j++) {
        if ((trace[j] ?? 0) <= 0) continue;
        const back = (this.net.weights[`${kind}Out`][j] ?? 0) * g;
        this.step(`${kind}Out`, j, g * (trace[j] ?? 0), rate);
        base[j] = (base[j] ?? 0) + back;
        this.row(`${kind}In`, j, back, input, rate);
      }
    });
    for (let j = 0; j < hidden; j++) this.row(`${kind}Line`, j, base[j] ?? 0, line, rate);
  }

  private row(part: NetPart, j: number, g: number, input: Float32Array, rate: number): void {
    if (g === 0) return;
    const { hidden } = this.net.shape;
    for (let k = 0; k < input.length; k++) this.step(part, k * hidden + j, g * (input[k] ?? 0), rate);
  }

  private step(part: NetPart, i: number, g: number, rate: number): void {
    if (g === 0) return;
    const squares = this.squares[part];
    const weights = this.net.weights[part];
    const square = (squares[i] ?? 0) + g * g;
    squares[i] = square;
    const w = weights[i] ?? 0;
    weights[i] = w - rate * (g / Math.sqrt(square) + DECAY * w);
  }
}
