import type { Db } from './db.js';
import { accountKeys } from './keys.js';
import { integerReply } from './reply.js';

/** Who holds an account: one process at a time. The token tells others who that is. */
export class AccountLease {
  private readonly key: string;

  constructor(
    private readonly db: Db,
    account: string,
  ) {
    this.key = accountKeys(account).lease;
  }

  /** Takes the lease when it is free, or renews it when it is ours, for `ms`. False: another holds it. */
  async take(token: string, ms: number): Promise<boolean> {
    return integerReply.parse(await this.db.run('lease', [this.key], [token, ms])) === 1;
  }

  /** Gives it back if this token holds it. */
  async release(token: string): Promise<void> {
    await this.db.run('release', [this.key], [token]);
  }

  /** The holder's token and how long it holds it without renewing; null: nobody holds it. */
  async holder(): Promise<{ token: string; leftMs: number } | null> {
    const token = await this.db.call('reading a lease', (redis) => redis.get(this.key));
    if (token === null) return null;
    const leftMs = await this.db.call('reading a lease', (redis) => redis.pttl(this.key));
    return { token, leftMs };
  }
}
