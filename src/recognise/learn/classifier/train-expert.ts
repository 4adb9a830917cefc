import type { Document } from './document.js';
import type { ExpertData, ExpertView } from './expert.js';
import { FeatureSpace, fitSpace, type Part, type SpaceData } from './feature-space.js';
import { smallRows } from './small-rows.js';
import { trainBayesSvm, trainSvm, type Example, type LinearScores } from './train-linear.js';
import { trainNet, type NetWeights } from './train-net.js';

/** A document whose class is known. */
export interface Labelled {
  document: Document;
  label: number;
  /** Below 1: a piece of a row, which may be about something else. */
  weight: number;
}

export interface ExpertTraining {
  view: ExpertView;
  classes: number;
  /** Whole rows. */
  rows: readonly Labelled[];
  /** Sentences of rows, for the support vector machine, and for the nets if `netsReadPieces`. */
  pieces: readonly Labelled[];
  netsReadPieces: boolean;
  nets: number;
  epochs: number;
  seed: number;
}

const HIDDEN = 32;
const LINEAR_SPACE = { minTexts: 2, maxRows: 250_000 };
const NET_SPACE = { minTexts: 2, maxRows: 90_000 };
/** Weight of each in the logits that they give together: two machines and the nets' mean. */
const SHARES = { svm: 0.25, bayes: 0.25, nets: 0.5 };
/** The nets are too modest, having learnt from smoothed labels with much left out: factor to true log-odds. */
const NET_LOGITS = 1.3;

/** Trains both parts of an expert. The same rows in the same order give the same numbers. */
export function trainExpert(training: ExpertTraining): ExpertData {
  return { linear: trainLinear(training), nets: trainNets(training) };
}

function trainLinear({ view, classes, rows, pieces, seed }: ExpertTraining): ExpertData['linear'] {
  const all = [...rows, ...pieces];
  const space = fitSpace(view.linear, documentsOf(all), LINEAR_SPACE);
  const size = { rows: space.keys.length, classes, seed };
  const examples = examplesOf(view.linear, space, all);
  const svm = trainSvm(examples, size);
  const bayes = trainBayesSvm(examples.slice(0, rows.length), { ...size, seed: seed + classes });
  const both = mixed(svm, bayes);
  return { space, rows: smallRows(both.weights, classes), bias: both.bias };
}

function mixed(svm: LinearScores, bayes: LinearScores): LinearScores {
  const mix = (a: Float32Array, b: Float32Array): Float32Array =>
    a.map((x, i) => SHARES.svm * x + SHARES.bayes * (b[i] as number));
  return { weights: mix(svm.weights, bayes.weights), bias: mix(svm.bias, bayes.bias) };
}

function trainNets(training: ExpertTraining): ExpertData['nets'] {
  const { view, classes, rows, pieces, netsReadPieces, nets, epochs, seed } = training;
  const read = netsReadPieces ? [...rows, ...pieces] : rows;
  const space = fitSpace(view.nets, documentsOf(read), NET_SPACE);
  const examples = examplesOf(view.nets, space, read);
  const size = { rows: space.keys.length, classes, hidden: HIDDEN, epochs };
  const trained = Array.from({ length: nets }, (_, i) =>
    trainNet(examples, { ...size, seed: seed + 100 + i }),
  );
  return { space, ...sideBySide(trained, space.keys.length, classes) };
}

/** Several nets as one: hidden layers beside each other, the mean of their logits, scaled. */
function sideBySide(nets: NetWeights[], rows: number, classes: number): Omit<ExpertData['nets'], 'space'> {
  const width = nets.length * HIDDEN;
  const weights = new Float32Array(rows * width);
  nets.forEach((net, i) => {
    for (let row = 0; row < rows; row++)
      weights.set(net.weights.subarray(row * HIDDEN, (row + 1) * HIDDEN), row * width + i * HIDDEN);
  });
  const share = (SHARES.nets * NET_LOGITS) / nets.length;
  const joined = (lists: Float32Array[]): Float32Array => Float32Array.from(lists.flatMap((l) => [...l]));
  return {
    rows: smallRows(weights, width),
    hiddenBias: joined(nets.map((net) => net.hiddenBias)),
    top: joined(nets.map((net) => net.top)).map((x) => x * share),
    topBias: new Float32Array(classes).map(
      (_, c) => share * nets.reduce((sum, net) => sum + (net.topBias[c] as number), 0),
    ),
  };
}

const documentsOf = (labelled: readonly Labelled[]): Document[] => labelled.map(({ document }) => document);

function examplesOf(parts: readonly Part[], data: SpaceData, labelled: readonly Labelled[]): Example[] {
  const space = new FeatureSpace(parts, data);
  return labelled.map(({ document, label, weight }) => ({ vector: space.vector(document), label, weight }));
}
