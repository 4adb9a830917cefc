import type { CorrectionTranscriptLine } from '../cases/correction.js';
import type { Figures } from '../recognise/evaluate.js';

/** What `huiyin train --local` needs of the recogniser's trainer. */
export interface LocalTrainer {
  /** A model of the corpus's training part and these lines of the county, as bytes of a model file. */
  train(corrections: CorrectionTranscriptLine[]): Promise<Uint8Array> | Uint8Array;
  /** What a model reaches on the held-out part of the corpus; null: the one that comes with the product. */
  evaluate(model: Uint8Array | null): Promise<Figures> | Figures;
}

/** The one place where the recogniser's own trainer comes in. Null: this build has none, and the command says so. */
export const localTrainer: LocalTrainer | null = null;
