import { softmaxAt } from '../learn/softmax.js';

/** Sizes of the network's inputs and of its hidden layers. */
export interface NetShape {
  line: number;
  link: number;
  missed: number;
  hidden: number;
}

/** Weights by name; each a matrix in rows, see `netParts`. */
export type NetWeights = Record<NetPart, Float32Array>;

/**
 * The parts, matrices with one row of hidden weights for each input: a hidden layer over the line's features (`line`) scoring "belongs to nothing" and "begins a matter"; one
 * over line and pair for each matter it may belong to (`link`); one for each line let pass (`missed`). Every score has
 * a plain linear part beside the hidden one.
 */
export const netParts = (shape: NetShape) =>
  ({
    lineIn: shape.hidden * shape.line,
    lineOut: 2 * shape.hidden,
    linePlain: 2 * shape.line,
    linkLine: shape.hidden * shape.line,
    linkIn: shape.hidden * shape.link,
    linkOut: shape.hidden,
    linkPlain: shape.link,
    missedLine: shape.hidden * shape.line,
    missedIn: shape.hidden * shape.missed,
    missedOut: shape.hidden,
    missedPlain: shape.missed,
  }) as const;
export type NetPart = keyof ReturnType<typeof netParts>;

/** What one line may be: nothing, a beginning, part of one of the matters, an answer to a line let pass. */
export interface Options {
  line: Float32Array;
  links: Float32Array[];
  missed: Float32Array[];
  /** Whether the line may begin a matter at all (officials' lines and pictures do not). */
  begins: boolean;
}

/** Hidden activations, kept for training. */
export interface Trace {
  /** Probabilities: nothing, a beginning, then the links, then the missed. */
  chances: Float32Array;
  line: Float32Array;
  links: Float32Array[];
  missed: Float32Array[];
}

/** An answer to a line let pass is rare: it starts lower. */
const MISSED_BIAS = -1;
const NEVER = -30;

/** The network that chooses what a line is. Pure: weights in, probabilities out. */
export class ChoiceNet {
  private readonly lineHidden: Float32Array;
  private readonly base: Float32Array;
  private readonly sides: { link: Float32Array[]; missed: Float32Array[] } = { link: [], missed: [] };

  constructor(
    readonly shape: NetShape,
    readonly weights: NetWeights,
  ) {
    this.lineHidden = new Float32Array(shape.hidden);
    this.base = new Float32Array(shape.hidden);
  }

  /** The trace's hidden values stand only until the next call. */

  choose(options: Options): Trace {
    const { weights, shape } = this;
    const { hidden } = shape;
    const scores = new Float32Array(2 + options.links.length + options.missed.length);
    const line = layer(weights.lineIn, options.line, this.lineHidden.fill(0));
    for (let q = 0; q < 2; q++)
      scores[q] =
        output(weights.lineOut, q * hidden, line) + plain(weights.linePlain, q * shape.line, options.line);
    if (!options.begins) scores[1] = NEVER;
    const links = this.side(options.line, options.links, 'link', scores, 2, 0);
    const missed = this.side(
      options.line,
      options.missed,
      'missed',
      scores,
      2 + options.links.length,
      MISSED_BIAS,
    );
    return { chances: normalised(scores), line, links, missed };
  }

  /** Scores the options of one kind; what the line adds is the same for all of them. */
  private side(
    line: Float32Array,
    inputs: Float32Array[],
    kind: 'link' | 'missed',
    scores: Float32Array,
    from: number,
    bias: number,
  ): Float32Array[] {
    if (inputs.length === 0) return [];
    const { weights } = this;
    const base = layer(weights[`${kind}Line`], line, this.base.fill(0));
    return inputs.map((input, i) => {
      const scratch = (this.sides[kind][i] ??= new Float32Array(this.shape.hidden));
      scratch.set(base);
      const hidden = layer(weights[`${kind}In`], input, scratch);
      scores[from + i] =
        output(weights[`${kind}Out`], 0, hidden) + plain(weights[`${kind}Plain`], 0, input) + bias;
      return hidden;
    });
  }
}

/** Adds input × matrix to `out`. Half of the inputs are flags that are down: they cost nothing. */
function layer(matrix: Float32Array, input: Float32Array, out: Float32Array): Float32Array {
  const hidden = out.length;
  for (let k = 0; k < input.length; k++) {
    const x = input[k] as number;
    if (x === 0) continue;
    const at = k * hidden;
    for (let j = 0; j < hidden; j++) out[j] = (out[j] as number) + x * (matrix[at + j] as number);
  }
  return out;
}

/** The weighted sum of a hidden layer's positive parts. */
function output(weights: Float32Array, from: number, hidden: Float32Array): number {
  let sum = 0;
  for (let j = 0; j < hidden.length; j++) {
    const x = hidden[j] as number;
    if (x > 0) sum += (weights[from + j] as number) * x;
  }
  return sum;
}

function plain(weights: Float32Array, from: number, input: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < input.length; k++) sum += (weights[from + k] as number) * (input[k] as number);
  return sum;
}

function normalised(scores: Float32Array): Float32Array {
  softmaxAt(scores, 0, scores.length);
  return scores;
}
