import { readFileSync } from 'node:fs';
import { readCorpus, readHeldOut } from './cli-corpus.js';
import { StartFault } from './main/fault.js';
import { openRecogniser } from './main/model.js';
import type { Recogniser } from './recognise/api.js';
import { evaluate, figuresTable, noDetails, sumOf } from './recognise/evaluate.js';
import { Random } from './recognise/learn/random.js';
import { confusionTable, report, reportTable, worstMistakes } from './recognise/report.js';
import { shortcuts } from './recognise/train/shortcuts.js';
import { parseLabelled, type LabelledLine } from './recognise/transcript.js';

export interface FiguresOptions {
  /** Folder of a corpus: its held-out groups are measured, and the whole report is printed. */
  heldOut?: string;
  json?: true;
}

/** Mistakes of each kind that a report shows. */
const MISTAKES_SHOWN = 12;

/**
 * `huiyin figures`: what the recogniser reaches on labelled transcripts, a table for people or one JSON object. Each
 * file is read by itself, group by group. @throws StartFault naming a file that cannot be read or is no transcript
 */
export function printFigures(files: string[], options: FiguresOptions, print: (line: string) => void): void {
  if (options.heldOut === undefined && files.length === 0)
    throw new StartFault('huiyin figures: name transcripts, or a corpus: huiyin figures --held-out corpus');
  const groups = options.heldOut === undefined ? [files.flatMap(readGroup)] : readHeldOut(options.heldOut);
  const recogniser = openRecogniser();
  if (options.json) return print(JSON.stringify(evaluate(groups.flat(), recogniser)));
  if (options.heldOut === undefined) return print(figuresTable(evaluate(groups.flat(), recogniser)));
  printReport(options.heldOut, groups, recogniser, print);
}

/** All figures with intervals, what was taken for what, and the worst mistakes. */
function printReport(
  corpus: string,
  groups: LabelledLine[][],
  recogniser: Recogniser,
  print: (line: string) => void,
): void {
  const alone = shortcuts(readCorpus(corpus).groups.flat(), groups.flat());
  const details = noDetails();
  const figures = groups.map((group) => evaluate(group, recogniser, details));
  const { messages, matters } = sumOf(figures);
  print(
    `${recogniser.version} on ${groups.length} groups held out: ${messages} messages, ${matters} matters\n`,
  );
  print(`${reportTable(report(figures, new Random(1)))}\n`);
  const { category, urgency, intent } = details.confusion;
  print(`${confusionTable('intent of each message', intent)}\n`);
  print(`${confusionTable('category of opened cases', category)}\n`);
  print(`${confusionTable('urgency of opened cases', urgency)}\n`);
  const rules = alone.map(({ trait, f1 }) => `${trait} ${f1.toFixed(2)}`).join(', ');
  print(`What one rule alone would reach, F1 of openings: ${rules}\n`);
  print(`The worst mistakes\n${worstMistakes(details, MISTAKES_SHOWN)}`);
}

function readGroup(file: string): ReturnType<typeof parseLabelled> {
  try {
    return parseLabelled(readFileSync(file, 'utf8'), file);
  } catch (error) {
    throw new StartFault(
      `huiyin figures: ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
