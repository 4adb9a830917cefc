import { NetKernel } from '../kernel/net-kernel.js';
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

/** In the order of the kernel. */
const NET_PARTS: readonly NetPart[] = [
  'lineIn', 'lineOut', 'linePlain', 'linkLine', 'linkIn', 'linkOut', 'linkPlain', 'missedLine', 'missedIn', 'missedOut', 'missedPlain',
]; // prettier-ignore

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

/** The network that chooses what a line is. Weights in, probabilities out; its loops run in the kernel. */
export class ChoiceNet {
  private readonly kernel: NetKernel<NetPart>;

  /** @param weights are copied: those of `this.weights` are the network's own */
  constructor(
    readonly shape: NetShape,
    weights: NetWeights,
  ) {
    this.kernel = new NetKernel({ ...shape, parts: NET_PARTS, weights });
  }

  get weights(): NetWeights {
    return this.kernel.weights;
  }

  /** The trace's hidden values stand only until the next call. */
  choose({ line, links, missed, begins }: Options): Trace {
    const { kernel } = this;
    const all = 2 + links.length + missed.length;
    const chances = kernel.choose(line, links, missed).slice(0, all);
    if (!begins) chances[1] = NEVER;
    for (let i = 2 + links.length; i < all; i++) chances[i] = (chances[i] as number) + MISSED_BIAS;
    softmaxAt(chances, 0, all);
    return {
      chances,
      line: kernel.line,
      links: kernel.links.slice(0, links.length),
      missed: kernel.missed.slice(0, missed.length),
    };
  }
}
