import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { StartFault } from './fault.js';
import { keyOf, type SealedKeys } from '../config/sealed-keys.js';
import type { SealKeys } from '../store/seal-keys.js';
import { Vault } from '../store/vault.js';

/**
 * What seals and opens sealed cases. Where no key was given the first start makes one, outside Redis, readable by this user
 * alone. @throws StartFault when it cannot be kept: an accusation that nobody can open again must not be taken
 */
export async function openVault(
  given: SealedKeys,
  log: Pick<Logger, 'info' | 'warn'>,
  embedded: boolean,
): Promise<Vault> {
  if (given.keys.length > 0) return new Vault(given.keys);
  const key = await ownKey(given.file);
  // Other processes on a Redis of the county's own need the same one.
  log[embedded ? 'info' : 'warn'](
    { file: given.file },
    'sealed cases have a key of their own from now on: keep a copy of this file apart from the data of Redis',
  );
  return new Vault([key]);
}

async function ownKey(file: string): Promise<Uint8Array> {
  const made = randomBytes(32);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${made.toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    // Another process of this machine was first.
    const other = isTaken(error) ? keyOf((await readFile(file, 'utf8')).trim()) : null;
    if (other) return other;
    throw new StartFault(
      `the key of sealed cases cannot be kept in ${file}: make the folder writable, or set HUIYIN_SEALED_KEY`,
    );
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Says at the start which keys are wanted that are not here. Nothing is destroyed, everything else works. */
export async function tellMissingKeys(
  keys: SealKeys,
  file: string,
  log: Pick<Logger, 'error'>,
  print: (line: string) => void,
): Promise<void> {
  const missing = await keys.missing();
  if (missing.length === 0) return;
  const ids = missing.join(', ');
  log.error({ keys: missing, file }, 'keys of sealed cases are missing: what they sealed stays closed');
  print(
    `有密封件打不开：密钥 ${ids} 不在。内容没有丢，把原来的密钥加进 ${file}（一行一个，排在后面）再启动就能打开；新的密封件照常 ` +
      `(sealed cases need the key ${ids}: add it to that file, behind the first line; nothing is lost, all else works)`,
  );
}
