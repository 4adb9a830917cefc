import type { Memos } from '../cases/ports.js';
import type { Db } from './db.js';
import { memoKey, sealedKeys } from './keys.js';
import type { SealedText } from './sealed-text.js';
import { DamagedError } from './store-error.js';

/** Short-lived notes. Their time runs by the machine's clock. */
export class RedisMemos implements Memos {
  constructor(
    private readonly db: Db,
    private readonly sealed: SealedText,
  ) {}

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

  /** Each key has its own: what a lost one has hidden stays as it is until its time is over. */
  async hide(key: string, value: string, ttlMs: number): Promise<void> {
    const at = this.hiddenAt(key);
    const ms = Math.max(1, Math.ceil(ttlMs));
    const text = this.sealed.vault.wrap(value, at);
    await this.db.call('writing a note', (redis) => redis.set(at, text, 'PX', ms));
  }

  async reveal(key: string): Promise<string | null> {
    if (this.sealed.vault.current === null) return null;
    const at = this.hiddenAt(key);
    const text = await this.db.call('reading a note', (redis) => redis.get(at));
    if (text === null) return null;
    try {
      return this.sealed.tryOpen(at, text);
    } catch (error) {
      if (error instanceof DamagedError) return null;
      throw error;
    }
  }

  private hiddenAt(key: string): string {
    return sealedKeys.memo(key, this.sealed.vault.current ?? '');
  }
}
