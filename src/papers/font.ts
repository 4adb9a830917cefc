import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Noto Sans with all Chinese characters of GB 18030's common planes, out of a package: never the machine's. */
export const FONT_FAMILY = 'Noto Sans Hans';

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** The two weights that pictures use. */
export const FONT_FILES = ['Medium', 'Bold'].map((weight) => join(FOLDER, `NotoSansHans-${weight}.otf`));
