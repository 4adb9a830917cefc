import type { Db } from './db.js';
import { globalKeys } from './keys.js';
import { type StoreFault, toStoreError } from './store-error.js';

/** How the store is, for /readyz. `message` is one line without content, passwords or paths of the machine. */
export type StoreHealth =
  { ok: true; damaged: string[] } | { ok: false; fault: StoreFault; message: string; damaged: string[] };

const ANSWER_MS = 3_000;

/** Writes one small key: a server that reads but refuses writes (disk or memory full) is not healthy. */
export async function storeHealth(db: Db, damaged: string[]): Promise<StoreHealth> {
  try {
    await inTime(db.call('a trial write', (redis) => redis.set(globalKeys.health, '1', 'EX', 60)));
    return { ok: true, damaged };
  } catch (error) {
    const { fault, message } = toStoreError(error, 'a trial write');
    return { ok: false, fault, message, damaged };
  }
}

/** A worker's connection waits for ever; a health check must not. */
async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${ANSWER_MS} ms`)), ANSWER_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
