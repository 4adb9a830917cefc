import { NET_KERNEL } from './code.js';
import { loadKernel } from './load.js';

/** Sizes of a network and its matrices by name. */
export interface KernelNet<Part extends string> {
  line: number;
  link: number;
  missed: number;
  hidden: number;
  /** In the kernel's order: the line's three, then four for the links and four for the missed. */
  parts: readonly Part[];
  weights: Record<Part, Float32Array>;
}

/** Options of one kind that can be weighed at one time. */
export const MOST_OPTIONS = 8;
const WORDS = 32;

/** The compiled loops of the choosing network (kernel/net.ts), with one network's weights in their memory. */
export class NetKernel<Part extends string> {
  /** The weights in the kernel's memory: what changes here, changes what it says. */
  readonly weights: Record<Part, Float32Array>;
  /** Hidden values of the last call: the line's, those of each link, of each line let pass. */
  readonly line: Float32Array;
  readonly links: Float32Array[];
  readonly missed: Float32Array[];
  private readonly inputs: { line: Float32Array; links: Float32Array[]; missed: Float32Array[] };
  private readonly scores: Float32Array;
  private readonly run: (links: number, missed: number) => number;

  constructor({ line, link, missed, hidden, parts, weights }: KernelNet<Part>) {
    let end = WORDS;
    const words: number[] = [line, link, missed, hidden];
    const lay = (length: number): [at: number, length: number] => {
      const at = end;
      words.push(at * 4);
      // Each thing begins where a lane of 128 bits does.
      end += 4 * Math.ceil(length / 4);
      return [at, length];
    };
    const placed = parts.map((part) => [part, lay(weights[part].length)] as const);
    const inputs = [lay(line), lay(link * MOST_OPTIONS), lay(missed * MOST_OPTIONS)] as const;
    const hiddens = [
      lay(hidden),
      lay(hidden),
      lay(hidden * MOST_OPTIONS),
      lay(hidden * MOST_OPTIONS),
    ] as const;
    const scores = lay(2 + 2 * MOST_OPTIONS);
    const { buffer, calls } = loadKernel(NET_KERNEL, end * 4, ['choose']);
    new Int32Array(buffer, 0, words.length).set(words);
    const view = ([at, length]: readonly [number, number]): Float32Array =>
      new Float32Array(buffer, at * 4, length);
    const views = ([at]: readonly [number, number], size: number): Float32Array[] =>
      Array.from({ length: MOST_OPTIONS }, (_, i) => view([at + i * size, size]));
    this.weights = Object.fromEntries(placed.map(([part, at]) => [part, view(at)])) as Record<
      Part,
      Float32Array
    >;
    for (const part of parts) this.weights[part].set(weights[part]);
    this.inputs = { line: view(inputs[0]), links: views(inputs[1], link), missed: views(inputs[2], missed) };
    this.line = view(hiddens[0]);
    this.links = views(hiddens[2], hidden);
    this.missed = views(hiddens[3], hidden);
    this.scores = view(scores);
    this.run = calls.choose;
  }

  /**
   * Scores of nothing, a beginning, the links, the missed: they stand until the next call. @throws RangeError on more
   * than MOST_OPTIONS of a kind
   */
  choose(line: Float32Array, links: Float32Array[], missed: Float32Array[]): Float32Array {
    const { inputs } = this;
    if (Math.max(links.length, missed.length) > MOST_OPTIONS)
      throw new RangeError(`at most ${MOST_OPTIONS} options of a kind`);
    inputs.line.set(line);
    for (let i = 0; i < links.length; i++) inputs.links[i]?.set(links[i] as Float32Array);
    for (let i = 0; i < missed.length; i++) inputs.missed[i]?.set(missed[i] as Float32Array);
    this.run(links.length, missed.length);
    return this.scores;
  }
}
