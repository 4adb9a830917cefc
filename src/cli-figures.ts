import { readFileSync } from 'node:fs';
import { StartFault } from './main/fault.js';
import { evaluate, figuresTable } from './recognise/evaluate.js';
import { openRecogniser } from './main/model.js';
import { parseLabelled } from './recognise/transcript.js';

/**
 * `huiyin figures`: what the recogniser reaches on labelled transcripts, a table for people or one JSON object. Each
 * file is read by itself, group by group. @throws StartFault naming a file that cannot be read or is no transcript
 */
export function printFigures(files: string[], json: boolean, print: (line: string) => void): void {
  const figures = evaluate(files.flatMap(readGroup), openRecogniser());
  print(json ? JSON.stringify(figures) : figuresTable(figures));
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
