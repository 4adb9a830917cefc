import type { CorrectionTranscriptLine } from './cases/correction.js';
import { CORPUS_FOLDER, readCorpus, readHeldOut } from './cli-corpus.js';
import { MODEL_FILE } from './main/model.js';
import { evaluate, sumOf, type Figures } from './recognise/evaluate.js';
import { readyModel, packVillage, unpackVillage } from './recognise/model/village-model.js';
import { createRecogniser } from './recognise/recogniser.js';
import { trainVillage } from './recognise/train/village.js';
import type { LabelledLine } from './recognise/transcript.js';
import { readFileSync } from 'node:fs';

/** What `huiyin train --local` needs of the recogniser's trainer. */
export interface LocalTrainer {
  /** A model of the corpus's training part and these lines of the county, as bytes of a model file. */
  train(corrections: CorrectionTranscriptLine[]): Promise<Uint8Array> | Uint8Array;
  /** What a model reaches on the held-out part of the corpus; null: the one that comes with the product. */
  evaluate(model: Uint8Array | null): Promise<Figures> | Figures;
}

/** How often a line of the county is shown: it is worth more here than a line written elsewhere. */
const SHOWN = 3;

/** Trains on the corpus of this checkout and the county's own lines. */
export const localTrainer: LocalTrainer = {
  train(corrections) {
    const corpus = readCorpus(CORPUS_FOLDER);
    const own = corrections.filter((line) => !line.context).map(asLabelled);
    const singles = [...corpus.singles, ...Array.from({ length: SHOWN }, () => own).flat()];
    return packVillage(trainVillage({ ...corpus, singles }, { name: 'local' }));
  },
  evaluate(model) {
    const recogniser = createRecogniser(readyModel(unpackVillage(model ?? readFileSync(MODEL_FILE))));
    return sumOf(readHeldOut(CORPUS_FOLDER).map((group) => evaluate(group, recogniser)));
  },
};

/** A correction as the trainer reads a line that stands for itself. */
function asLabelled(line: CorrectionTranscriptLine): LabelledLine {
  const { group, seq, t, who, name, role, type, text, intent, category, urgency, sealed, matter } = line;
  return {
    group,
    seq,
    t,
    who,
    name,
    role,
    type,
    text,
    case: line.case,
    intent,
    category,
    urgency,
    sealed,
    matter,
  };
}
