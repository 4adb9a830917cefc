import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envFault, type Fault } from './fault.js';

/** Keys of sealed cases. Secrets: in no log and no fault. */
export interface SealedKeys {
  /** 32 bytes each; the first seals, all of them open. Empty: none has been made yet. */
  keys: Uint8Array[];
  /** Where the product keeps the one that it makes itself. */
  file: string;
}

type Env = Record<string, string | undefined>;
const BYTES = 32;
const MEND = 'make one with: openssl rand -base64 32; several stand one a line, the first one seals';

/**
 * HUIYIN_SEALED_KEY, then the file of HUIYIN_SEALED_KEY_FILE, then the product's own file: all of them open, so that a key
 * can be moved from one place to another without losing what it sealed.
 */
export function readSealedKeys(env: Env, dataDir: string): { value: SealedKeys; faults: Fault[] } {
  const file = join(dataDir, 'sealed.key');
  const named = env['HUIYIN_SEALED_KEY_FILE'];
  const reads = [
    parseKeys('HUIYIN_SEALED_KEY', env['HUIYIN_SEALED_KEY'] ?? ''),
    named === undefined ? { keys: [], faults: [] } : keysOfFile(resolve(named), true),
    keysOfFile(file, false),
  ];
  const keys = unique(reads.flatMap((read) => read.keys));
  return { value: { keys, file }, faults: reads.flatMap((read) => read.faults) };
}

interface Read {
  keys: Uint8Array[];
  faults: Fault[];
}

function keysOfFile(path: string, wanted: boolean): Read {
  const text = textOf(path);
  if (text !== null) return parseKeys(path, text, wanted);
  const what = `${path} cannot be read`;
  return { keys: [], faults: wanted ? [envFault('HUIYIN_SEALED_KEY_FILE', what, MEND)] : [] };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** @param wanted an empty one is a fault */
function parseKeys(where: string, text: string, wanted = false): Read {
  const words = text.replace(/^\s*#.*$/gmu, '').split(/[\s,]+/u).filter((word) => word !== ''); // prettier-ignore
  const keys = words.map(keyOf);
  const wrong = keys.some((key) => key === null) || (wanted && keys.length === 0);
  const faults = wrong ? [envFault(where, 'does not hold keys of 32 bytes (base64 or hex)', MEND)] : [];
  return { keys: keys.filter((key) => key !== null), faults };
}

/** 64 hex digits, or base64 (also its URL form) of 32 bytes. */
export function keyOf(word: string): Uint8Array | null {
  if (/^[\da-f]{64}$/iu.test(word)) return Uint8Array.from(Buffer.from(word, 'hex'));
  if (!/^[\w+/-]{43}=?$/u.test(word)) return null;
  const bytes = Uint8Array.from(Buffer.from(word, 'base64'));
  return bytes.length === BYTES ? bytes : null;
}

function unique(keys: Uint8Array[]): Uint8Array[] {
  const known = new Set<string>();
  return keys.filter((key) => {
    const text = Buffer.from(key).toString('hex');
    return !known.has(text) && known.add(text);
  });
}
