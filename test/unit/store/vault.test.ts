import fc from 'fast-check';
import { SealedLostError } from '../../../src/cases/sealed-lost.js';
import { Vault, envelopeOf, keyIdOf } from '../../../src/store/vault.js';
import { testKey, testVault } from '../../support/vault.js';

describe('the vault', () => {
  it('gives back any text, in its own place alone', () => {
    const vault = testVault();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, place) => {
        const kept = vault.wrap(text, place);
        expect(vault.unwrap(kept, place)).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(() => vault.unwrap(kept, `${place} elsewhere`)).toThrow(/authenticate/u);
      }),
    );
  });

  it('never gives the same envelope twice, and none that shows the text', () => {
    const vault = testVault();
    const [a, b] = [vault.wrap('彭立新收了钱', 'k'), vault.wrap('彭立新收了钱', 'k')];
    expect(a).not.toBe(b);
    expect(Buffer.from(envelopeOf(a)?.data ?? '', 'base64').toString('utf8')).not.toContain('彭立新');
  });

  it('sees every bit that was changed', () => {
    const vault = testVault();
    const envelope = vault.seal('字', 'k');
    const bytes = Buffer.from(envelope.data, 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => vault.open({ ...envelope, data: changed.toString('base64') }, 'k')).toThrow();
    }
  });

  it('seals with the first key and opens with any', () => {
    const kept = testVault('old').wrap('字', 'k');
    const turned = testVault('new', 'old');
    expect(turned.unwrap(kept, 'k')).toBe('字');
    expect(envelopeOf(turned.wrap('字', 'k'))?.key).toBe(keyIdOf(testKey('new')));
  });

  it('says which key is missing, and nothing of it', () => {
    const kept = testVault('old').wrap('字', 'k');
    expect(() => testVault('new').unwrap(kept, 'k')).toThrow(SealedLostError);
    expect(() => testVault('new').unwrap(kept, 'k')).toThrow(keyIdOf(testKey('old')));
    expect(() => new Vault([]).wrap('字', 'k')).toThrow(/no key/u);
  });

  it('refuses a key of another length', () => {
    expect(() => new Vault([new Uint8Array(16)])).toThrow(/32 bytes/u);
  });

  it('leaves what stands in the clear as it is, JSON or not', () => {
    for (const text of ['{"id":"x"}', 'junk', '', '{"sealed":true}'])
      expect(testVault().unwrap(text, 'k')).toBe(text);
  });

  it('finds a name again with any of its keys, and each key gives another', () => {
    const old = testVault('old').blinds('wxid_he');
    expect(testVault('new', 'old').blinds('wxid_he')).toContain(old[0]);
    expect(testVault('new').blinds('wxid_he')).not.toEqual(old);
  });
});
