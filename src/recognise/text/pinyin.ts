import { pinyin } from 'pinyin-pro';

/** Spoken alike over most of the country's south, and mistaken for each other by voice input. */
function blurred(syllable: string): string {
  let s = syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
  if (s.length > 1) s = s.replace(/^n/, 'l');
  return s.replace(/^hu(?=.)/, 'f');
}

/** Ids of syllables, by character code: 0 = not asked yet, -1 = no Chinese character. */
const SYLLABLES = new Int16Array(0x10000);

/**
 * A number for how a character sounds (1..4095), alike for characters that voice input and pinyin keyboards
 * confuse (四/是, 能/冷, 花/发); 0 for anything that is no Chinese character.
 */
export function syllable(code: number): number {
  const known = SYLLABLES[code] ?? -1;
  if (known !== 0) return known < 0 ? 0 : known;
  return (SYLLABLES[code] = look(code)) < 0 ? 0 : (SYLLABLES[code] ?? 0);
}

function look(code: number): number {
  if (code < 0x4e00 || code > 0x9fff) return -1;
  const [said] = pinyin(String.fromCharCode(code), { toneType: 'none', type: 'array' });
  if (said === undefined || !/^[a-zü]+$/.test(said)) return -1;
  let hash = 7;
  for (const letter of blurred(said)) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return ((hash >>> 0) % 4095) + 1;
}
