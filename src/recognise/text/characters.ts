import { traditionalPairs } from './traditional.js';

/** Marks in the table: a character that vanishes, and one that becomes a gap between clauses. */
const DROP = 0;
const SPACE = 0x20;

const PUNCTUATION: [string, string][] = [
  ['。', '.'],
  ['．', '.'],
  ['、', ','],
  ['…', '.'],
  ['～', ' '],
  ['~', ' '],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
];

/** Zero-width, bidi and other format characters: they carry nothing and hide words from matching. */
const INVISIBLE: [number, number][] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) table[code] = code;
  for (const [from, to] of INVISIBLE) table.fill(DROP, from, to + 1);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (const code of [0x09, 0xa0, 0x2000, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2009, 0x202f, 0x3000])
    table[code] = SPACE;
  for (let code = 0x41; code <= 0x5a; code++) {
    table[code] = code + 0x20;
    table[code + 0xfee0] = code + 0x20;
  }
  // Surrogates, paired or lone: emoji and rare signs; a gap keeps the words around them apart.
  table.fill(SPACE, 0xd800, 0xe000);
  for (const [from, to] of [...PUNCTUATION, ...traditionalPairs()])
    table[from.charCodeAt(0)] = to.charCodeAt(0);
  return table;
}

const TABLE = buildTable();

/**
 * Text with full-width and traditional forms, letter case, invisible characters and emoji evened out.
 * Linear in the length of the text.
 */
export function plainCharacters(text: string): string {
  if (!needsMapping(text)) return text;
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = TABLE[text.charCodeAt(i)] ?? SPACE;
    if (code !== DROP) out.push(code);
  }
  return decode(out);
}

/** Most messages hold nothing to map: they pass without a copy. */
function needsMapping(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (TABLE[code] !== code) return true;
  }
  return false;
}

/** In slices: spreading a long array into one call would overflow the stack. */
function decode(codes: number[]): string {
  if (codes.length < 4096) return String.fromCharCode(...codes);
  let text = '';
  for (let i = 0; i < codes.length; i += 4096) text += String.fromCharCode(...codes.slice(i, i + 4096));
  return text;
}
