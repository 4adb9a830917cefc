import { Resvg, renderAsync } from '@resvg/resvg-js';
import { FONT_FAMILY, withFonts } from './font.js';
import { readPhoto, type Photo } from './photo.js';
import { box, fitted, GREEN, GROUND, PAPER, QUIET, textAt } from './svg.js';

/** What stands beside the two photos. */
export interface PairWords {
  title: string;
  before: string;
  after: string;
}

const WIDTH = 720;
const EDGE = 16;
const PANEL = (WIDTH - 3 * EDGE) / 2;
const HEAD = 64;
const LABEL = 40;
/** A tall photo is shown whole, made smaller; a flat one leaves no empty half. */
const [LOWEST, TALLEST] = [150, 460];
const ZOOM = 1.5;

/** Both photos whole beside each other, 之前 left, 之后 right; their shape decides the height. */
export function pairSvg(photos: readonly [Photo, Photo], words: PairWords): string {
  const tall = panelHeight(photos);
  const height = HEAD + LABEL + tall + EDGE;
  const sides = photos.map((photo, i) => {
    const x = EDGE + i * (PANEL + EDGE);
    const label = i === 0 ? words.before : words.after;
    return [
      box(x, HEAD, PANEL, LABEL + tall, PAPER, 8),
      box(x, HEAD, PANEL, LABEL, i === 0 ? QUIET : GREEN, 8),
      textAt(x + PANEL / 2, HEAD + 28, label, { size: 22, bold: true, fill: PAPER, anchor: 'middle' }),
      imageAt(x + 4, HEAD + LABEL + 4, PANEL - 8, tall - 8, photo),
    ].join('');
  });
  const title = textAt(EDGE, 42, fitted(words.title, 26, WIDTH - 2 * EDGE), { size: 26, bold: true });
  return svg(WIDTH, height, [box(0, 0, WIDTH, height, GROUND), title, ...sides].join(''));
}

/** The same as PNG; studio.ts has it done elsewhere. @throws when one of the two is no picture that can be drawn */
export async function pairPng(before: Uint8Array, after: Uint8Array, words: PairWords): Promise<Buffer> {
  const photos = [await drawable(before, words.before), await drawable(after, words.after)] as const;
  const drawn = pairSvg(photos, words);
  return withFonts(`${words.title}${words.before}${words.after}…&<>"'`, (fontFiles) =>
    new Resvg(drawn, {
      fitTo: { mode: 'zoom', value: ZOOM },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT_FAMILY },
    })
      .render()
      .asPng(),
  );
}

function panelHeight(photos: readonly Photo[]): number {
  const wanted = Math.max(...photos.map((one) => ((PANEL - 8) * one.height) / one.width + 8));
  return Math.round(Math.min(TALLEST, Math.max(LOWEST, wanted)));
}

/** The renderer leaves out what it cannot read without a word: drawn alone, small, it must leave a trace. */
async function drawable(bytes: Uint8Array, which: string): Promise<Photo> {
  const photo = readPhoto(bytes);
  if (photo === null) throw new Error(`${which}: no JPEG or PNG of a size that can be drawn`);
  const probe = await renderAsync(svg(PROBE, PROBE, imageAt(0, 0, PROBE, PROBE, photo)));
  const pixels = probe.pixels;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) return photo;
  throw new Error(`${which}: the picture cannot be read`);
}

const PROBE = 32;

function imageAt(x: number, y: number, width: number, height: number, { mime, bytes }: Photo): string {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid meet" href="data:${mime};base64,${data}"/>`;
}

function svg(width: number, height: number, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`;
}
