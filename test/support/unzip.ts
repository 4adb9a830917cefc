import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive by their names, read by its central directory. */
export function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = bytes.readUInt16LE(end + 10);
  const files = new Map<string, string>();
  for (let i = 0, at = bytes.readUInt32LE(end + 16); i < count; i += 1) {
    const [packed, name, extra, note] = [20, 28, 30, 32].map((where, n) =>
      n === 0 ? bytes.readUInt32LE(at + where) : bytes.readUInt16LE(at + where),
    ) as [number, number, number, number];
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const data = bytes.subarray(start, start + packed);
    const text = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data;
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'));
    at += 46 + name + extra + note;
  }
  return files;
}

/** The cells of a sheet, row by row, by their columns. */
export function cellsOf(xml: string): string[][] {
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gsu)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, column = '', text = '', value = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gsu,
    )) {
      const index = [...column].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      cells[index] = (text || value).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'); // prettier-ignore
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
