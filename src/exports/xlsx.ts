import { Readable, type Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Cell } from '../cases/export/rows.js';
import { contentTypes, RELATIONS, sheetFoot, sheetHead, sheetRow, STYLES, workbook, workbookRelations } from './xlsx-parts.js'; // prettier-ignore

/** A table of a workbook; its rows are taken once, when the tables before it are written. */
export interface Sheet {
  name: string;
  /** Lines at the top that are no data: who exported, the names of the columns. */
  head: Cell[][];
  rows: AsyncIterable<Cell[]>;
}

/** What a sheet can hold. */
const MOST_ROWS = 1_048_576;
const BATCH = 64 * 1024;

/**
 * Writes a workbook as it comes: whatever the number of rows, no more than one batch of them is in memory. A table longer
 * than a sheet can be goes on in the next one.
 */
export async function writeXlsx(sheets: Sheet[], out: Writable, mostRows = MOST_ROWS): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, out);
  // Whoever fails first ends the other: a full disk must not leave the reader waiting.
  const failed = written.then(
    () => undefined,
    (error: unknown) => Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
  failed.catch(() => undefined);
  const names: string[] = [];
  try {
    for (const sheet of sheets) await Promise.race([addSheet(zip, sheet, names, mostRows), rejects(failed)]);
  } catch (error) {
    zip.outputStream.unpipe(out);
    out.destroy();
    throw error;
  }
  const add = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path);
  add('xl/workbook.xml', workbook(names));
  add('xl/_rels/workbook.xml.rels', workbookRelations(names));
  add('xl/styles.xml', STYLES);
  add('_rels/.rels', RELATIONS);
  add('[Content_Types].xml', contentTypes(names));
  zip.end();
  await written;
}

/** Settles only when what it waits for fails. */
function rejects(work: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    work.catch(reject);
  });
}

async function addSheet(zip: ZipFile, sheet: Sheet, names: string[], mostRows: number): Promise<void> {
  const rows = sheet.rows[Symbol.asyncIterator]();
  let next = await rows.next();
  for (let part = 1; part === 1 || next.done !== true; part += 1) {
    names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`);
    const stream = Readable.from(
      xml(sheet.head, mostRows, async () => {
        const row = next.done === true ? null : next.value;
        if (row !== null) next = await rows.next();
        return row;
      }),
    );
    zip.addReadStream(stream, `xl/worksheets/sheet${names.length}.xml`);
    await finished(stream, { writable: false });
  }
}

/** One sheet's text; `take` gives its rows one by one, null at their end. */
async function* xml(
  head: Cell[][],
  mostRows: number,
  take: () => Promise<Cell[] | null>,
): AsyncIterable<string> {
  let batch = sheetHead(head);
  for (let n = head.length + 1; n <= mostRows; n += 1) {
    const row = await take();
    if (row === null) break;
    batch += sheetRow(row, n, false);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  yield batch + sheetFoot();
}
