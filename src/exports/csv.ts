import type { Cell } from '../cases/export/rows.js';
import type { Sheet } from './xlsx.js';

/** Spreadsheets read a cell that begins so as a formula; somebody's words must stay words. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
const BATCH = 64 * 1024;

/** Rows as CSV, UTF-8 with the mark by which spreadsheets know it. */
export async function* csvParts({ head, rows }: Pick<Sheet, 'head' | 'rows'>): AsyncIterable<string> {
  let batch = `\uFEFF${head.map(line).join('')}`;
  for await (const row of rows) {
    batch += line(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

function line(row: Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/** A number is a number; text that could be a formula gets a quote before it, as spreadsheets themselves write it. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
