import type { ClassifierData } from './classifier.js';
import { documentOf, sentences } from './document.js';
import { FIRST_VIEW, WHOLE_VIEW } from './expert.js';
import { trainExpert, type Labelled } from './train-expert.js';

/** A row to learn from: the texts of the fields, in their order, and its class. */
export interface TrainingRow {
  texts: string[];
  label: string;
}

const SEED = 1;
const PIECE_WEIGHT = 0.1;

/**
 * Trains a classifier. Several fields: one expert reads all, another the first alone (a row may hold no more), having
 * learnt also from single sentences of the others. Repeatable to the byte for the same rows in the same order.
 * @throws RangeError when the rows have fewer than two classes
 */
export function trainClassifier(fields: string[], rows: readonly TrainingRow[]): ClassifierData {
  const classes = [...new Set(rows.map((row) => row.label))].sort();
  if (classes.length < 2) throw new RangeError('at least two classes are needed to tell apart');
  const labelled = rows.map(({ texts, label }) => ({
    document: documentOf(texts),
    label: classes.indexOf(label),
    weight: 1,
  }));
  const common = { classes: classes.length, rows: labelled, epochs: 12, seed: SEED };
  const firstPieces = piecesOf(labelled, 4);
  const first = trainExpert({
    ...common,
    view: FIRST_VIEW,
    rows: labelled.map((one) => ({ ...one, document: { ...one.document, rest: '' } })),
    pieces: firstPieces,
    netsReadPieces: true,
    // Without pieces a net learns in a second or two: more of them average out chance.
    nets: firstPieces.length > 0 ? 3 : 6,
  });
  if (fields.length === 1) return { fields, classes, first, whole: null };
  const pieces = piecesOf(labelled, 2);
  const whole = trainExpert({ ...common, view: WHOLE_VIEW, pieces, netsReadPieces: false, nets: 5 });
  return { fields, classes, first, whole };
}

/** Sentences from beside the first field, as documents of their own. */
function piecesOf(rows: readonly Labelled[], ofEach: number): Labelled[] {
  return rows.flatMap(({ document, label }) =>
    sentences(document.rest, ofEach).map((first) => ({
      document: { first, rest: '' },
      label,
      weight: PIECE_WEIGHT,
    })),
  );
}
