/**
 * Whether a text names a group of households or a landmark: 三组 is also 3组, 第3组, 三小组, and no part of 十三组. Longer
 * names are the surer ones: the caller takes the longest that fits.
 */
export function names(text: string, word: string): boolean {
  const said = text.normalize('NFKC');
  const group = groupNumber(word.normalize('NFKC'));
  if (group === null) return said.includes(word.normalize('NFKC'));
  return [...said.matchAll(GROUPS)].some((hit) => toNumber(hit[1] ?? '') === group);
}

/** Groups of households that a text names, as numbers. */
export function groupsIn(text: string): number[] {
  const found = [...text.normalize('NFKC').matchAll(GROUPS)].map((hit) => toNumber(hit[1] ?? ''));
  return [...new Set(found)];
}

const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const GROUPS = new RegExp(`(?<![\\d一二两三四五六七八九十])${NUMBER} ?(?:村民)?小?[组队]`, 'gu');
const GROUP = new RegExp(`^第?${NUMBER} ?(?:村民)?小?[组队]$`, 'u');

function groupNumber(word: string): number | null {
  const hit = GROUP.exec(word);
  return hit ? toNumber(hit[1] ?? '') : null;
}

const DIGITS = '零一二三四五六七八九';

/** 12, 十二, 三十, 三十二. */
function toNumber(run: string): number {
  if (/^\d+$/u.test(run)) return Number(run);
  const digit = (sign: string | undefined): number => DIGITS.indexOf((sign ?? '零').replace('两', '二'));
  if (!run.includes('十')) return [...run].reduce((sum, sign) => sum * 10 + digit(sign), 0);
  const [tens = '', ones = ''] = run.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
