import { FONT_FAMILY } from './font.js';

/** Small pieces of SVG as text. Every word goes through `escape`. */

export const INK = '#1c2733';
export const QUIET = '#5a6775';
export const PAPER = '#ffffff';
export const GROUND = '#eef2f5';
export const BLUE = '#1d6fb8';
export const GREEN = '#4f9d5b';
export const RED = '#c4382b';
export const LINE = '#d9e0e6';

export interface TextStyle {
  size: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text with its baseline at `y`. */
export function textAt(x: number, y: number, words: string, style: TextStyle): string {
  const { size, bold = false, fill = INK, anchor = 'start' } = style;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-family="${FONT_FAMILY}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${escape(words)}</text>`;
}

export function box(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

export function escape(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');
}

/** How wide a line is, about: Chinese characters are square, the others about half as wide. */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, sign) => sum + size * (WIDE.test(sign) ? 1 : 0.58), 0);
}

const WIDE =
  /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’…—]|[\u{20000}-\u{3fffd}]/u;
/** What may not begin a line. */
const CLOSING = /^[，。、；：！？）》”’…·,.;:!?)%分件位]/u;

/** Lines no wider than `width`, broken behind a comma where one is near; more than `most` are cut with an ellipsis. */
export function wrap(words: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const sign of words) {
    if (widthOf(`${line}${sign}`, size) <= width || CLOSING.test(sign)) line += sign;
    else {
      const [whole, rest] = broken(line);
      lines.push(whole);
      line = `${rest}${sign}`.trimStart();
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(''), size, width)];
}

/** Behind its last comma, when what goes to the next line is short. */
function broken(line: string): [string, string] {
  const at = Math.max(...['，', '、', '：', '；'].map((comma) => line.lastIndexOf(comma))) + 1;
  return at > line.length / 2 ? [line.slice(0, at), line.slice(at)] : [line, ''];
}

/** One line, cut where it is too long. */
export function fitted(words: string, size: number, width: number): string {
  if (widthOf(words, size) <= width) return words;
  const signs = [...words];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('')}…`;
}
