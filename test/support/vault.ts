import { createHash } from 'node:crypto';
import { Vault } from '../../src/store/vault.js';

/** 32 bytes that are the same in every run. */
export function testKey(name = 'first'): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(`test key ${name}`).digest());
}

/** A vault of these keys, the first of which seals. */
export function testVault(...names: string[]): Vault {
  return new Vault((names.length === 0 ? ['first'] : names).map((name) => testKey(name)));
}
