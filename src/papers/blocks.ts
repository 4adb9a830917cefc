import type { PostPicture } from '../cases/posts/picture.js';
import { dayChart, placed, shareChart } from './charts.js';
import { BLUE, GREEN, INK, LINE, PAPER, QUIET, RED, box, fitted, textAt, widthOf, wrap } from './svg.js';

/** As wide as a phone shows without zooming: letters of 30 are those of a book there. */
export const WIDTH = 720;
const MARGIN = 24;
const PAD = 28;
const INNER = WIDTH - 2 * (MARGIN + PAD);

/** A part of the picture: how high it is, and what it is at a given height. */
export interface Block {
  height: number;
  draw(y: number): string;
}

export function headBlock({ title, period }: PostPicture): Block {
  const size = widthOf(title, 50) <= WIDTH - 96 ? 50 : 38;
  return {
    height: 168,
    draw: (y) =>
      box(0, y, WIDTH, 168, BLUE) +
      textAt(48, y + 78, fitted(title, size, WIDTH - 96), { size, bold: true, fill: PAPER }) +
      textAt(48, y + 134, period, { size: 34, fill: PAPER }),
  };
}

const TILE = 132;
const NOTE = 42;

/** Figures in large type, three in a row; a row without notes is lower. */
export function tilesBlock(tiles: PostPicture['tiles']): Block {
  const rows = [tiles.slice(0, 3), tiles.slice(3)].filter((row) => row.length > 0);
  const heights = rows.map((row) => TILE + (row.some((one) => one.note !== '') ? NOTE : 0));
  const height = heights.reduce((sum, one) => sum + one, 20);
  return {
    height,
    draw: (y) => {
      let top = y + 4;
      const drawn = rows.map((row, i) => {
        const line = row.map((one, column) => tile(one, column, top)).join('');
        top += heights[i] ?? TILE;
        return line;
      });
      return box(MARGIN, y, WIDTH - 2 * MARGIN, height, PAPER, 16) + drawn.join('');
    },
  };
}

function tile(one: PostPicture['tiles'][number], column: number, top: number): string {
  const width = (WIDTH - 2 * MARGIN) / 3;
  const x = MARGIN + (column + 0.5) * width;
  const size = widthOf(one.value, 58) > width - 16 ? 44 : 58;
  return (
    textAt(x, top + 48, one.label, { size: 30, fill: QUIET, anchor: 'middle' }) +
    textAt(x, top + 110, one.value, { size, bold: true, fill: one.alarm ? RED : INK, anchor: 'middle' }) +
    textAt(x, top + 152, fitted(one.note, 26, width - 12), { size: 26, fill: QUIET, anchor: 'middle' })
  );
}

/** A card with a heading. */
function card(title: string, height: number, inside: (y: number) => string, fill = INK): Block {
  const whole = height + 104;
  return {
    height: whole,
    draw: (y) =>
      box(MARGIN, y, WIDTH - 2 * MARGIN, whole, PAPER, 16) +
      textAt(MARGIN + PAD, y + 56, title, { size: 34, bold: true, fill }) +
      inside(y + 80),
  };
}

export function daysBlock(days: NonNullable<PostPicture['days']>): Block {
  const height = 320;
  return card(days.title, height, (y) => placed(dayChart(days, INNER, height), MARGIN + PAD, y));
}

export function sharesBlock({ title, rows }: NonNullable<PostPicture['shares']>): Block {
  const height = rows.length * 56;
  return card(title, height, (y) => placed(shareChart(rows, INNER, height), MARGIN + PAD, y));
}

const RANK_ROW = 88;
const NOTE_LINE = 36;

type RankRow = NonNullable<PostPicture['ranking']>['rows'][number];

/** Rank, name, score, how it moved, and its denominators below; the unranked in small letters at the end. */
export function rankingBlock({ title, rows, rest }: NonNullable<PostPicture['ranking']>): Block {
  const blocks = rows.map(rankRow);
  const restLines = rest === '' ? [] : wrap(rest, 26, INNER, 4);
  const ranks = blocks.reduce((sum, one) => sum + one.height, 0);
  const height = ranks + restLines.length * 38 + (rest === '' ? 0 : 12);
  return card(title, height, (y) => {
    let at = y;
    const drawn = blocks.map((one) => {
      const part = one.draw(at);
      at += one.height;
      return part;
    });
    const small = restLines.map((line, i) =>
      textAt(MARGIN + PAD, at + 34 + i * 38, line, { size: 26, fill: QUIET }),
    );
    return [...drawn, ...small].join('');
  });
}

function rankRow(row: RankRow): Block {
  const x = MARGIN + PAD;
  const notes = wrap(row.note, 26, INNER - 68, 2);
  const height = RANK_ROW + notes.length * NOTE_LINE;
  return {
    height,
    draw: (y) =>
      rankHead(row, x, y) +
      notes
        .map((line, i) => textAt(x + 68, y + 86 + i * NOTE_LINE, line, { size: 26, fill: QUIET }))
        .join('') + // prettier-ignore
      box(x, y + height - 12, INNER, 1, LINE),
  };
}

function rankHead(row: RankRow, x: number, y: number): string {
  const right = x + INNER;
  const [moved, fill] = movement(row.gained);
  const first = row.rank <= 3;
  const number = { size: 28, bold: true, fill: first ? PAPER : INK, anchor: 'middle' } as const;
  return (
    box(x, y + 6, 50, 50, first ? BLUE : LINE, 25) +
    textAt(x + 25, y + 42, String(row.rank), number) +
    textAt(x + 68, y + 43, fitted(row.name, 32, INNER - 270), { size: 32, bold: true }) +
    textAt(right - 110, y + 42, moved, { size: 26, fill, anchor: 'end' }) +
    textAt(right, y + 44, row.score.toFixed(1), { size: 38, bold: true, fill: BLUE, anchor: 'end' })
  );
}

/** An arrow beside the number of ranks; nothing where there is nothing to compare. */
function movement(gained: number | null): [string, string] {
  if (gained === null) return ['', QUIET];
  if (gained === 0) return ['—', QUIET];
  return gained > 0 ? [`↑${gained}`, GREEN] : [`↓${-gained}`, RED];
}

export function listBlock({ title, rows, alarm }: PostPicture['lists'][number]): Block {
  const wrapped = rows.map((row) => wrap(row, 28, INNER - 28, 2));
  const height = wrapped.reduce((sum, lines) => sum + lines.length * 42 + 12, 0);
  return card(
    title,
    height,
    (y) => {
      let at = y;
      const drawn = wrapped.map((lines) => {
        const dot = box(MARGIN + PAD, at + 14, 10, 10, alarm ? RED : BLUE, 5);
        const words = lines.map((line, i) => textAt(MARGIN + PAD + 28, at + 30 + i * 42, line, { size: 28 }));
        at += lines.length * 42 + 12;
        return dot + words.join('');
      });
      return drawn.join('');
    },
    alarm ? RED : INK,
  );
}

export function footBlock(words: string): Block {
  return {
    height: 56,
    draw: (y) => textAt(WIDTH / 2, y + 32, words, { size: 26, fill: QUIET, anchor: 'middle' }),
  };
}
