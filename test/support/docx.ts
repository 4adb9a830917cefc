import { inflateRawSync } from 'node:zlib';

/** The text of a Word document: every run of its main part, one after another. */
export function wordsOfDocx(bytes: Buffer): string {
  const xml = entry(bytes, 'word/document.xml').toString('utf8');
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((hit) => hit[1] ?? '').join('\n');
}

/** One file out of a zip, found in its central directory. */
function entry(zip: Buffer, name: string): Buffer {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
  }
  throw new Error(`no ${name} in this file`);
}
