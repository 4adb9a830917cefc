import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fieldNames, readRows } from './cli-rows.js';
import { StartFault } from './main/fault.js';
import { packClassifier, unpackClassifier } from './recognise/learn/classifier/classifier-file.js';
import { Classifier, type ClassifierData } from './recognise/learn/classifier/classifier.js';
import { measure, type Measures } from './recognise/learn/classifier/measure.js';
import { trainClassifier } from './recognise/learn/classifier/train-classifier.js';

export interface TrainOptions {
  data: string[];
  text: string;
  label: string;
  out: string;
}

export interface EvaluateOptions {
  data: string[];
  text: string;
  label: string;
  model: string;
  json?: true;
}

/**
 * `huiyin train`: learns to tell the classes of JSON lines apart, and writes a model file.
 * @throws StartFault in one clear line, for a file or row that cannot be used
 */
export function trainFromRows(options: TrainOptions, print: (line: string) => void): void {
  const fields = fieldNames(options.text, 'train');
  const { rows, unlabelled } = readRows(options.data, { text: fields, label: options.label }, 'train');
  const begun = performance.now();
  const classes = new Set(rows.map((row) => row.label));
  if (classes.size < 2)
    throw new StartFault(
      `huiyin train: one class only, "${[...classes].join('')}", in field "${options.label}"; two at least are needed`,
    );
  const part = `${options.out}.part`;
  // Before the minutes of training: a file that cannot be written is told at once.
  orFault(() => writeFileSync(part, ''));
  const bytes = packClassifier(trainClassifier(fields, rows));
  orFault(() => {
    writeFileSync(part, bytes);
    renameSync(part, options.out);
  });
  const left = unlabelled > 0 ? ` (${unlabelled} without a label left out)` : '';
  const seconds = Math.round((performance.now() - begun) / 1000);
  print(
    `${options.out}: ${rows.length} rows${left}, ${classes.size} classes, ${(bytes.length / 1e6).toFixed(1)} MB, ${seconds} s`,
  );
}

/**
 * `huiyin evaluate`: what a model reaches on labelled JSON lines, a table for people or one JSON object. `text` names
 * fields of the model, all or some. @throws StartFault in one clear line
 */
export function evaluateOnRows(options: EvaluateOptions, print: (line: string) => void): void {
  const fields = fieldNames(options.text, 'evaluate');
  const model = readModel(options.model);
  const places = model.fields.map((name) => fields.indexOf(name));
  const unknown = fields.find((name) => !model.fields.includes(name));
  if (unknown !== undefined)
    throw new StartFault(
      `huiyin evaluate: ${options.model} reads ${model.fields.join(', ')}; it knows no field "${unknown}"`,
    );
  const { rows } = readRows(options.data, { text: fields, label: options.label }, 'evaluate');
  const classifier = new Classifier(model);
  const measures = measure(
    rows.map(({ texts, label }) => ({
      truth: label,
      found: classifier.read(places.map((place) => texts[place] ?? '')).label,
    })),
  );
  print(options.json ? JSON.stringify(measures) : measuresTable(measures));
}

function readModel(file: string): ClassifierData {
  try {
    return unpackClassifier(readFileSync(file));
  } catch (error) {
    throw new StartFault(
      `huiyin evaluate: ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function orFault(write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new StartFault(`huiyin train: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One line for each class, aligned for letters; then the whole. */
function measuresTable({ accuracy, macro_f1, classes }: Measures): string {
  const rate = (share: number): string => share.toFixed(4).padStart(11);
  const rows = Object.entries(classes).map(
    ([name, { precision, recall, f1, rows: n }]) =>
      `${rate(precision)}${rate(recall)}${rate(f1)}${String(n).padStart(8)}  ${name}`,
  );
  return [
    `${'precision'.padStart(11)}${'recall'.padStart(11)}${'f1'.padStart(11)}${'rows'.padStart(8)}  class`,
    ...rows,
    `accuracy ${accuracy.toFixed(4)}, macro-F1 ${macro_f1.toFixed(4)}`,
  ].join('\n');
}
