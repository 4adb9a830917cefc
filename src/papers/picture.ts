import { Resvg } from '@resvg/resvg-js';
import type { PostPicture } from '../cases/posts/picture.js';
import { daysBlock, footBlock, headBlock, listBlock, rankingBlock, sharesBlock, tilesBlock, WIDTH, type Block } from './blocks.js'; // prettier-ignore
import { FONT_FAMILY, withFonts } from './font.js';
import { box, GROUND } from './svg.js';

const GAP = 20;
/** Pixels for each unit of the layout: a picture of 1080, sharp on any phone, some 150 kB. */
const ZOOM = 1.5;

/** The picture of a post as SVG: its text layer is what anybody can read in it. */
export function pictureSvg(picture: PostPicture): string {
  const blocks: Block[] = [
    headBlock(picture),
    tilesBlock(picture.tiles),
    ...(picture.ranking ? [rankingBlock(picture.ranking)] : []),
    ...(picture.days ? [daysBlock(picture.days)] : []),
    ...(picture.shares ? [sharesBlock(picture.shares)] : []),
    ...picture.lists.map(listBlock),
    footBlock(picture.foot),
  ];
  let y = 0;
  const drawn = blocks.map((block) => {
    const part = block.draw(y);
    y += block.height + GAP;
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}">${box(0, 0, WIDTH, y, GROUND)}${drawn.join('')}</svg>`;
}

/** The same as PNG. It keeps its thread busy for a tenth of a second: studio.ts has it done in a process of its own. */
export function picturePng(picture: PostPicture): Promise<Buffer> {
  const svg = pictureSvg(picture);
  // What stands escaped in the text layer is seen as the sign itself.
  return withFonts(`${svg}&<>"'`, (fontFiles) =>
    new Resvg(svg, {
      fitTo: { mode: 'zoom', value: ZOOM },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT_FAMILY },
    })
      .render()
      .asPng(),
  );
}
