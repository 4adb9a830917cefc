import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

/** Noto Sans with all Chinese characters of GB 18030's common planes, out of a package: never the machine's. */
export const FONT_FAMILY = 'Noto Sans Hans';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** The two weights that pictures use. */
const WEIGHTS = ['Medium', 'Bold'];

/** Names of the family and its weights: without them both would be families of their own, and nothing bold. */
const NAMES = [16, 17];

let whole: Promise<Buffer[]> | null = null;

/**
 * Runs `draw` with font files that hold the letters of `text` alone: the drawing library opens a font anew for every
 * piece of text, and a whole one has eight megabytes. The picture is the same to the pixel.
 */
export async function withFonts<T>(text: string, draw: (files: string[]) => T): Promise<T> {
  whole ??= Promise.all(WEIGHTS.map((weight) => readFile(join(FOLDER, `NotoSansHans-${weight}.otf`))));
  const fonts = await whole;
  const letters = [...new Set(text)].join('');
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-fonts-'));
  try {
    const files = fonts.map(async (font, i) => {
      const file = join(folder, `${WEIGHTS[i]}.otf`);
      await writeFile(
        file,
        await subsetFont(font, letters, { targetFormat: 'sfnt', preserveNameIds: NAMES }),
      );
      return file;
    });
    return draw(await Promise.all(files));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
