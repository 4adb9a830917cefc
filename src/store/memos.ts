import type { Memos } from '../cases/ports.js';
import type { Db } from './db.js';
import { memoKey } from './keys.js';

/** Short-lived notes. Their time runs by the machine's clock. */
export class RedisMemos implements Memos {
  constructor(private readonly db: Db) {}

  get(key: string): Promise<string | null> {
    return this.db.call('reading a note', (redis) => redis.get(memoKey(key)));
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    const ms = Math.max(1, Math.ceil(ttlMs));
    await this.db.call('writing a note', (redis) => redis.set(memoKey(key), value, 'PX', ms));
  }

  async delete(key: string): Promise<void> {
    await this.db.call('removing a note', (redis) => redis.del(memoKey(key)));
  }
}
