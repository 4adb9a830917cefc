import { createHash } from 'node:crypto';

/** Letters and digits of a sealed code: none that is mistaken for another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const ALPHABET = LETTERS + DIGITS;

/**
 * A code of six out of random hex (at least 10 digits), 29 bits: it stands for a sealed case, which takes no number. The
 * first is a letter and the second a digit, so that nobody takes it for a number or a word.
 */
export function sealedCode(randomHex: string): string {
  let rest = BigInt(`0x${randomHex}`);
  const next = (signs: string): string => {
    const sign = signs[Number(rest % BigInt(signs.length))] ?? 'A';
    rest /= BigInt(signs.length);
    return sign;
  };
  return next(LETTERS) + next(DIGITS) + [1, 2, 3, 4].map(() => next(ALPHABET)).join('');
}

/** Place of sealed cases: nobody's, so that no listing of a village can ever hold one. */
export const SEALED_PLACE = '~sealed';

/** How lines that wait, notes and causes name a case: a sealed one by what stands for it. */
export function caseRefName(c: { id: string; sealed: boolean }): string {
  return c.sealed ? sealedRef(c.id) : c.id;
}

/**
 * What stands for a sealed case wherever something is kept in the clear (keys, indexes, job ids): never its code. Of a
 * reference it is the reference itself.
 */
export function sealedRef(id: string): string {
  if (id.startsWith('~')) return id;
  return `~${createHash('sha256').update(`sealed case ${id}`).digest('base64url').slice(0, 16)}`;
}
