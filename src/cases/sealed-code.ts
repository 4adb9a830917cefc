/** Letters of a sealed code: none that is mistaken for another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Six characters out of random hex (at least 8 digits), 30 bits. */
export function sealedCode(randomHex: string): string {
  let rest = BigInt(`0x${randomHex}`);
  let code = '';
  for (let i = 0; i < 6; i += 1) {
    code += ALPHABET[Number(rest % 32n)] ?? 'A';
    rest /= 32n;
  }
  return code;
}
