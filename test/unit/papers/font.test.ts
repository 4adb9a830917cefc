import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { statSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { FONT_FAMILY, withFonts } from '../../../src/papers/font.js';
import { box, textAt } from '../../../src/papers/svg.js';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const WHOLE = ['Medium', 'Bold'].map((weight) => join(FOLDER, `NotoSansHans-${weight}.otf`));
const WORDS = ['石门社区 5月2日：收到诉求3件', '满意度97.8%（141件）', '垸子塅䶮坳 ↑3 ↓2 —', 'A&B <“不亮”>'];

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500">${box(0, 0, 800, 500, '#ffffff')}${WORDS.map((words, i) => textAt(20, 60 + i * 110, words, { size: 40 }) + textAt(20, 110 + i * 110, words, { size: 40, bold: true })).join('')}</svg>`;
const drawn = (fontFiles: string[]): Buffer =>
  new Resvg(svg, { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT_FAMILY } }).render().asPng(); // prettier-ignore

describe('fonts cut down to the letters in use', () => {
  it('draw the same to the last pixel, bold letters too, and are gone afterwards', async () => {
    let files: string[] = [];
    const cut = await withFonts(`${svg}&<>"'`, (given) => {
      files = given;
      for (const file of given) expect(statSync(file).size).toBeLessThan(100_000);
      return drawn(given);
    });
    expect(cut.equals(drawn(WHOLE))).toBe(true);
    for (const file of files) expect(() => statSync(file)).toThrow('ENOENT');
  });
});
