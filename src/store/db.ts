import type { RedisClient } from './connect.js';
import { script } from './script.js';
import { toStoreError } from './store-error.js';

/** The one way to Redis for all stores: scripts by hash, and every failure typed (StoreError). */
export class Db {
  constructor(readonly redis: RedisClient) {}

  /**
   * Runs `<name>.lua`. All keys must lie in one slot. A server that does not know the script (new, restarted, another
   * node of the cluster) is sent its text.
   */
  async run(name: string, keys: string[], args: (string | number)[]): Promise<unknown> {
    const { sha, lua } = script(name);
    try {
      return await this.redis.evalsha(sha, keys.length, ...keys, ...args);
    } catch (error) {
      if (!isUnknownScript(error)) throw toStoreError(error, name);
    }
    return this.call(name, (redis) => redis.eval(lua, keys.length, ...keys, ...args));
  }

  /** Plain commands; `doing` names them in an error. */
  async call<T>(doing: string, work: (redis: RedisClient) => Promise<T>): Promise<T> {
    try {
      return await work(this.redis);
    } catch (error) {
      throw toStoreError(error, doing);
    }
  }
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.includes('NOSCRIPT');
}
