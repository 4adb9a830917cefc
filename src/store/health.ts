import type { Db } from './db.js';
import { within } from './deadline.js';
import { globalKeys } from './keys.js';
import { type StoreFault, toStoreError } from './store-error.js';

/** How the store is, for /readyz. `message` is one line without content or passwords; `damaged` one line a key. */
export type StoreHealth =
  { ok: true; damaged: string[] } | { ok: false; fault: StoreFault; message: string; damaged: string[] };

/** A worker's connection waits for ever; a health check must not. */
const ANSWER_MS = 3_000;

/** Writes one small key: a server that reads but refuses writes (disk or memory full) is not healthy. */
export async function storeHealth(db: Db, damaged: string[]): Promise<StoreHealth> {
  try {
    const write = db.call('a trial write', (redis) => redis.set(globalKeys.health, '1', 'EX', 60));
    await within(ANSWER_MS, write);
    return { ok: true, damaged };
  } catch (error) {
    const { fault, message } = toStoreError(error, 'a trial write');
    return { ok: false, fault, message, damaged };
  }
}
