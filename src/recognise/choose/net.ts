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
 * The parts: a hidden layer over the line's features (`line`) scoring "belongs to nothing" and "begins a matter"; one
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
  constructor(
    readonly shape: NetShape,
    readonly weights: NetWeights,
  ) {}

  choose(options: Options): Trace {
    const { weights, shape } = this;
    const { hidden } = shape;
    const scores = new Float32Array(2 + options.links.length + options.missed.length);
    const line = layer(weights.lineIn, options.line, new Float32Array(hidden));
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
    const base = layer(weights[`${kind}Line`], line, new Float32Array(this.shape.hidden));
    return inputs.map((input, i) => {
      const hidden = layer(weights[`${kind}In`], input, base.slice());
      scores[from + i] =
        output(weights[`${kind}Out`], 0, hidden) + plain(weights[`${kind}Plain`], 0, input) + bias;
      return hidden;
    });
  }
}

/** Adds matrix × input to `out`. */
function layer(matrix: Float32Array, input: Float32Array, out: Float32Array): Float32Array {
  const n = input.length;
  for (let j = 0, at = 0; j < out.length; j++, at += n) {
    let sum = out[j] ?? 0;
    for (let k = 0; k < n; k++) sum += (matrix[at + k] ?? 0) * (input[k] ?? 0);
    out[j] = sum;
  }
  return out;
}

/** The weighted sum of a hidden layer's positive parts. */
function output(weights: Float32Array, from: number, hidden: Float32Array): number {
  let sum = 0;
  for (let j = 0; j < hidden.length; j++) sum += (weights[from + j] ?? 0) * Math.max(0, hidden[j] ?? 0);
  return sum;
}

function plain(weights: Float32Array, from: number, input: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < input.length; k++) sum += (weights[from + k] ?? 0) * (input[k] ?? 0);
  return sum;
}

function normalised(scores: Float32Array): Float32Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp((scores[i] ?? 0) - most);
  return scores.map((score) => score / sum);
}
