import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Cell } from '../../../src/cases/export/rows.js';
import { csvCell, csvParts } from '../../../src/exports/csv.js';
import { writeXlsx, type Sheet } from '../../../src/exports/xlsx.js';
import { cellsOf, unzip } from '../../support/unzip.js';

async function* rows(...some: Cell[][]): AsyncIterable<Cell[]> {
  yield* some;
}

async function written(sheets: Sheet[], most?: number): Promise<Map<string, string>> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeXlsx(sheets, out, most)]);
  return unzip(bytes);
}

describe('a workbook', () => {
  it('holds text as text, numbers as numbers, and nothing that XML cannot', async () => {
    const nasty = '=1+1 <b>&"\u0000\u0008\uD800 回音';
    const files = await written([
      { name: '诉求', head: [['甲', '乙']], rows: rows([nasty, 3.5, null, ''], ['', 'x\ny']) },
    ]);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cellsOf(sheet)).toEqual([
      ['甲', '乙'],
      ['=1+1 <b>&" 回音', '3.5'],
      ['', 'x\ny'],
    ]);
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>3.5</v>');
    expect(files.get('xl/workbook.xml')).toContain('name="诉求"');
    expect([...files.keys()]).toContain('[Content_Types].xml');
  });

  it('goes on in another sheet where one is full, heads repeated, no row lost', async () => {
    const many = Array.from({ length: 7 }, (_, i) => [i]);
    const files = await written(
      [
        { name: '经过', head: [['n']], rows: rows(...many) },
        { name: '数据', head: [['m']], rows: rows([1]) },
      ],
      4,
    );
    const sheets = [1, 2, 3, 4].map((n) => cellsOf(files.get(`xl/worksheets/sheet${n}.xml`) ?? ''));
    expect(sheets.map((sheet) => sheet.flat())).toEqual([
      ['n', '0', '1', '2'],
      ['n', '3', '4', '5'],
      ['n', '6'],
      ['m', '1'],
    ]);
    expect(files.get('xl/workbook.xml')).toContain('name="经过 3"');
    expect(files.has('xl/worksheets/sheet5.xml')).toBe(false);
  });

  it('fails with the fault of its rows, and with that of a disk, and hangs on neither', async () => {
    async function* broken(): AsyncIterable<Cell[]> {
      yield [1];
      throw new Error('Redis is away');
    }
    const sheet = (of: AsyncIterable<Cell[]>): Sheet[] => [{ name: 'a', head: [], rows: of }];
    await expect(writeXlsx(sheet(broken()), new PassThrough().resume())).rejects.toThrow('Redis is away');
    async function* endless(): AsyncIterable<Cell[]> {
      for (;;) yield ['回'.repeat(1000)];
    }
    const full = new PassThrough();
    full.destroy(new Error('ENOSPC'));
    await expect(writeXlsx(sheet(endless()), full)).rejects.toThrow();
  });
});

describe('CSV', () => {
  it.each(['=1+1', '+8', '-3', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋8'])('%j is no formula', (text) => {
    expect(csvCell(text).replaceAll('"', '')).toBe(`'${text}`);
  });

  it('begins with the mark of UTF-8, quotes what must be, leaves numbers alone', async () => {
    const parts: string[] = [];
    for await (const part of csvParts({ head: [['头']], rows: rows(['a,b', 'c"d', -3, null, '路灯']) }))
      parts.push(part);
    expect(parts.join('')).toBe('\uFEFF头\r\n"a,b","c""d",-3,,路灯\r\n');
  });
});
