import { readFileSync } from 'node:fs';
import { renderAsync } from '@resvg/resvg-js';
import { pairPng, pairSvg, type PairWords } from '../../../src/papers/pair.js';
import { readPhoto, type Photo } from '../../../src/papers/photo.js';

const WORDS: PairWords = { title: '#12 办之前和办之后', before: '之前', after: '之后' };
const DARK = readFileSync('src/village/page/day/lamp-dark.jpg');
const BRIGHT = readFileSync('src/village/page/day/lamp-bright.jpg');

async function png(width: number, height: number): Promise<Buffer> {
  const rect = `<rect width="${width}" height="${height}" fill="#a52"/>`;
  const drawn = await renderAsync(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${rect}</svg>`); // prettier-ignore
  return drawn.asPng();
}

const sizeOf = (bytes: Buffer): [number, number] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

describe('two photos side by side', () => {
  it('says which is which, and of which case', () => {
    const photo: Photo = { mime: 'image/png', width: 4, height: 3, bytes: new Uint8Array() };
    const layer = [...pairSvg([photo, photo], WORDS).matchAll(/<text[^>]*>([^<]*)<\/text>/gu)];
    expect(layer.map((one) => one[1])).toEqual(['#12 办之前和办之后', '之前', '之后']);
  });

  it('takes JPEG beside JPEG, and a tall PNG beside a wide JPEG; never larger than a phone shows', async () => {
    const both = await pairPng(DARK, BRIGHT, WORDS);
    expect(sizeOf(both)).toEqual([1080, 561]);
    const mixed = await pairPng(await png(300, 900), BRIGHT, WORDS);
    expect(sizeOf(mixed)).toEqual([1080, 870]);
    const flat = await pairPng(await png(900, 40), await png(900, 40), WORDS);
    expect(sizeOf(flat)).toEqual([1080, 405]);
    for (const one of [both, mixed, flat]) expect(one.length).toBeLessThan(2_500_000);
  });

  it('shows the left one left', async () => {
    const probe = async (left: Uint8Array, right: Uint8Array): Promise<Buffer> => pairPng(left, right, WORDS);
    expect((await probe(DARK, BRIGHT)).equals(await probe(BRIGHT, DARK))).toBe(false);
  });

  it.each([
    ['words', Buffer.from('<svg onload="x"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a magic number alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['zeros behind a good head', Buffer.concat([DARK.subarray(0, 700), Buffer.alloc(20_000)])],
    ['half a JPEG', DARK.subarray(0, DARK.length >> 1)],
  ])('%s is no picture, on either side', async (_what, bytes) => {
    await expect(pairPng(bytes, BRIGHT, WORDS)).rejects.toThrow(/^之前:/u);
    await expect(pairPng(DARK, bytes, WORDS)).rejects.toThrow(/^之后:/u);
  });

  it('a small file that says it is huge is refused by its head', async () => {
    const bomb = await png(10, 10);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(readPhoto(bomb)).toBeNull();
    bomb.writeUInt32BE(0, 16);
    expect(readPhoto(bomb)).toBeNull();
  });

  it('a JPEG whose segments lead nowhere ends', () => {
    const looped = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Buffer.alloc(64, 0xff)]);
    expect(readPhoto(looped)).toBeNull();
    expect(readPhoto(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(100_000, 0xff)]))).toBeNull();
    expect(readPhoto(DARK)).toMatchObject({ mime: 'image/jpeg' });
  });
});
