/** Something sealed cannot be opened because its key is not here. Nothing is wrong with it: with the key it opens again. */
export class SealedLostError extends Error {
  override readonly name = 'SealedLostError';

  constructor(readonly keyId: string) {
    super(keyId === '' ? 'there is no key for sealed cases' : `the key ${keyId} of sealed cases is not here`);
  }
}
