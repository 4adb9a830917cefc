import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartFault } from './main/fault.js';
import type { TrainingRow } from './recognise/learn/classifier/train-classifier.js';

/** Which fields of a row to read. */
export interface RowFields {
  text: string[];
  label: string;
}

export interface LabelledRows {
  rows: TrainingRow[];
  /** Rows left out because their label is empty. */
  unlabelled: number;
}

const Row = z.record(z.string(), z.unknown());

/** Splits `title,body` into field names. @throws StartFault when there is none, or one twice */
export function fieldNames(list: string, command: string): string[] {
  const names = list.split(',').map((name) => name.trim());
  if (names.includes('')) throw new StartFault(`huiyin ${command}: --text ${list}: a field has no name`);
  if (new Set(names).size < names.length)
    throw new StartFault(`huiyin ${command}: --text ${list}: a field is named twice`);
  return names;
}

/** Reads files of JSON lines. @throws StartFault naming file and line of the first fault */
export function readRows(files: string[], fields: RowFields, command: string): LabelledRows {
  const all = files.flatMap((file) => {
    const lines = textOf(file, command).split('\n');
    return lines.flatMap((line, i) => {
      if (line.trim() === '') return [];
      const row = readRow(line, fields);
      if (typeof row === 'string') throw new StartFault(`huiyin ${command}: ${file}:${i + 1}: ${row}`);
      return [row];
    });
  });
  const rows = all.filter((row) => row.label !== '');
  if (rows.length === 0)
    throw new StartFault(`huiyin ${command}: ${files.join(', ')}: no row with a label in "${fields.label}"`);
  return { rows, unlabelled: all.length - rows.length };
}

function textOf(file: string, command: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new StartFault(`huiyin ${command}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A row, or what is wrong with it. */
function readRow(line: string, fields: RowFields): TrainingRow | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `not JSON (${error instanceof Error ? error.message : String(error)})`;
  }
  const parsed = Row.safeParse(value);
  if (!parsed.success) return 'not a JSON object';
  const named: string[] = [];
  for (const name of [...fields.text, fields.label]) {
    const field = parsed.data[name];
    if (field === undefined) return `no field "${name}"; the row has ${Object.keys(parsed.data).join(', ')}`;
    if (typeof field !== 'string') return `field "${name}" is no text`;
    named.push(field.trim());
  }
  const label = named.pop() ?? '';
  if (label !== '' && named.every((text) => text === ''))
    return `empty text: nothing in ${fields.text.join(', ')}`;
  return { texts: named, label };
}
