import type { Document } from './document.js';
import { FeatureSpace, type Part, type SpaceData } from './feature-space.js';
import { addRow, type SmallRows } from './small-rows.js';

/** A linear part and a net part, each over its own features; their logits add up. */
export interface ExpertData {
  linear: { space: SpaceData; rows: SmallRows; bias: Float32Array };
  /** Several nets side by side: one wide hidden layer, their logits already averaged in `top`. */
  nets: {
    space: SpaceData;
    rows: SmallRows;
    hiddenBias: Float32Array;
    top: Float32Array;
    topBias: Float32Array;
  };
}

/** What an expert's two parts look at. */
export interface ExpertView {
  linear: readonly Part[];
  nets: readonly Part[];
}

const part = (group: Part['group'], length: number): Part => ({ group, length });
const [FIRST, TOPICS] = [part('first', 1), part('firstTopics', 0.4)];

/** Reads the first field alone. */
export const FIRST_VIEW: ExpertView = {
  linear: [FIRST, TOPICS, part('pairs', 0.5)],
  nets: [FIRST, TOPICS, part('pairs', 0.4)],
};
/** Reads all fields, and the first once more for itself. */
export const WHOLE_VIEW: ExpertView = {
  linear: [FIRST, part('all', 1), TOPICS, part('allTopics', 0.4), part('pairs', 0.5)],
  nets: [FIRST, part('all2', 1), TOPICS, part('allTopics', 0.4), part('pairs', 0.4)],
};

/** An expert ready to read. */
export class Expert {
  private readonly linearSpace: FeatureSpace;
  private readonly netSpace: FeatureSpace;

  constructor(
    view: ExpertView,
    private readonly data: ExpertData,
  ) {
    this.linearSpace = new FeatureSpace(view.linear, data.linear.space);
    this.netSpace = new FeatureSpace(view.nets, data.nets.space);
  }

  /** Logits of all classes. */
  read(document: Document): Float32Array {
    const { linear, nets } = this.data;
    const scores = Float32Array.from(linear.bias, (bias, c) => bias + (nets.topBias[c] as number));
    const said = this.linearSpace.vector(document);
    said.rows.forEach((row, j) => addRow(linear.rows, row, said.values[j] as number, scores));
    const units = nets.hiddenBias.slice();
    const seen = this.netSpace.vector(document);
    seen.rows.forEach((row, j) => addRow(nets.rows, row, seen.values[j] as number, units));
    units.forEach((unit, h) => {
      for (let c = 0; unit > 0 && c < scores.length; c++)
        scores[c] = (scores[c] as number) + unit * (nets.top[h * scores.length + c] as number);
    });
    return scores;
  }
}
