/** Chinese numerals as people type them: 三, 十二, 二十, 一百零五, 一二三. */
const DIGITS: Record<string, number> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Characters of a Chinese numeral, for use inside a pattern's brackets. */
export const NUMERALS = '零〇一二两三四五六七八九十百千';

/** The number that a run of digits or numerals means; NaN when it means none. */
export function toNumber(run: string): number {
  if (/^\d+$/u.test(run)) return Number(run);
  const chars = [...run];
  if (chars.length === 0 || !chars.every((c) => c in DIGITS || c in UNITS)) return NaN;
  return chars.some((c) => c in UNITS) ? withUnits(chars) : Number(chars.map((c) => DIGITS[c]).join(''));
}

function withUnits(chars: string[]): number {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  for (const c of chars) {
    const unit = UNITS[c];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return NaN;
      digit = DIGITS[c] ?? 0;
      continue;
    }
    if (unit >= lastUnit) return NaN;
    total += (digit === null ? 1 : digit) * unit;
    lastUnit = unit;
    digit = null;
  }
  return total + (digit ?? 0);
}
