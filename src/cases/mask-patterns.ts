/** What a personal number looks like as people type it: with blanks, dashes and dots between the figures. */

/** Between two figures of one number. */
const GAP = String.raw`[\s\-–—‐‑.·•_/()（）]{0,3}`;
const digits = (n: number): string => String.raw`\d(?:${GAP}\d){${n - 1}}`;
const alone = (body: string): RegExp => new RegExp(String.raw`(?<!\d)${body}(?!\d)`, 'gu');

interface NumberPattern {
  pattern: RegExp;
  /** Figures that stay. */
  keep: number;
  /** A further test on the bare figures, where the form alone says too little. */
  only?: (digits: string) => boolean;
}

/** In this order: the longer first, so that none is taken for a part of another. */
export const NUMBERS: readonly NumberPattern[] = [
  // An unbroken run this long is never a date, a price or a count: ID (18, 15), bank card (16-19), or a typing slip of one.
  { pattern: /\d{13,}[Xx]?(?![0-9A-Za-z])/gu, keep: 3 },
  { pattern: alone(String.raw`${digits(17)}${GAP}[\dXx](?![A-Za-z])`), keep: 3, only: isIdNumber },
  // 6222 0200 1234 5678 901
  { pattern: alone(String.raw`\d{4}(?:[\s\-–—.·]{1,2}\d{4}){3}(?:[\s\-–—.·]{0,2}\d{1,3})?`), keep: 3 },
  // The old ID in groups: 430101 800101 123
  { pattern: alone(String.raw`\d{6}[\s\-–—.·]{1,2}\d{6}[\s\-–—.·]{1,2}\d{3}`), keep: 3 },
  {
    pattern: alone(String.raw`(?:\+?${GAP}86${GAP}|0086${GAP})?1${GAP}[3-9](?:${GAP}\d){9}`),
    keep: 3,
    only: hasMobile,
  },
  // A mobile number with a figure too many or a code before it
  { pattern: alone(String.raw`\d{11,12}`), keep: 3 },
  { pattern: alone(String.raw`[(（]?0\d{2,3}[)）]?[\s\-–—.·]{0,3}[2-9]\d{2,3}[\s\-–—.·]?\d{4}`), keep: 3 },
  // A local number says what it is: 电话 8881234
  { pattern: /(?<=(?:电话|座机|号码|手机|联系方式)[^0-9]{0,4})[2-9]\d{6,7}(?!\d)/gu, keep: 3 },
];

interface LetteredPattern {
  pattern: RegExp;
  keep: number;
}

export const LETTERED: readonly LetteredPattern[] = [
  // Number plates: 湘A12345, 湘A·D12345, 湘 A 1234学; at least one figure among them
  {
    pattern:
      /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Z][\s·•.\-]?(?=[A-HJ-NP-Z]{0,5}\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领使](?![A-Za-z0-9])/giu,
    keep: 2,
  },
  // The armed police's, and embassies': WJ湘1234A, 使014578
  {
    pattern:
      /(?<![A-Za-z])WJ[\s·•.\-]?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?[\s·•.\-]?\d{4}[\dA-Z](?![0-9A-Za-z])/giu,
    keep: 2,
  },
  { pattern: /使\s?\d{6}(?!\d)/gu, keep: 1 },
  { pattern: /wxid_[0-9A-Za-z_-]+/gu, keep: 0 },
  {
    pattern: /(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){1,4}/gu,
    keep: 1,
  },
];

/** Said into the phone and written out: 幺三八零零一二三四五六七 */
export const CHINESE_DIGITS_PHONE = /[一二三四五六七八九零〇幺壹贰叁肆伍陆柒捌玖两]{11,}/gu;

/** Between the figures of a number that somebody spells out; unseen signs and the frames of ①② and 1️⃣ too. */
const LOOSE_GAP = String.raw`[\s\-–—‐‑~～.·•_/,，、\u200b-\u200d\u2060\ufe0f\u20e3]{0,4}`;
const FIGURE = '[0-9一二三四五六七八九零〇幺壹贰叁肆伍陆柒捌玖两①②③④⑤⑥⑦⑧⑨⓪]';

/** Eleven to nineteen figures in whatever writing, mixed and spaced: what they are together, `isSpelled` says. */
export const SPELLED = new RegExp(
  `(?<!${FIGURE})${FIGURE}(?:${LOOSE_GAP}${FIGURE}){10,22}(?!${FIGURE})`,
  'gu',
);

const FIGURES: Record<string, string> = Object.fromEntries(
  ['零〇⓪', '一幺壹①', '二贰两②', '三叁③', '四肆④', '五伍⑤', '六陆⑥', '七柒⑦', '八捌⑧', '九玖⑨'].flatMap(
    (signs, n) => [...signs].map((sign) => [sign, String(n)]),
  ),
);

/** A mobile number; or, without commas between, an ID number or a bank card: a list of hotlines is neither. */
export function isSpelled(hit: string): boolean {
  const bare = [...hit].map((sign) => FIGURES[sign] ?? sign).join('').replace(/[^0-9]/gu, ''); // prettier-ignore
  if (hasMobile(bare)) return true;
  if (/[,，、]/u.test(hit)) return false;
  return isIdNumber(bare) || (bare.length >= 16 && bare.length <= 19 && isCard(bare));
}

/** Luhn's check figure. */
export function isCard(bare: string): boolean {
  const sum = [...bare].reverse().reduce((total, sign, i) => {
    const n = Number(sign) * (i % 2 === 1 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return sum % 10 === 0;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** A resident's ID number of 18 places: its check figure fits, or it ends in X, which nothing else does. */
export function isIdNumber(bare: string): boolean {
  if (!/^\d{17}[\dXx]$/u.test(bare)) return false;
  if (/[Xx]$/u.test(bare)) return true;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(bare[i]), 0);
  return CHECK[sum % 11] === bare[17];
}

/** After the country's code the eleven figures of a mobile number. */
function hasMobile(bare: string): boolean {
  return /^(?:0086|86)?1[3-9]\d{9}$/u.test(bare);
}
