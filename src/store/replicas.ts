import { Cluster } from 'ioredis';
import type { Db } from './db.js';
import { StoreError } from './store-error.js';

const ANSWER_MS = 1_000;

/**
 * With replicas, a primary that fails takes with it what no replica had yet. So nothing is said, and no trace of a
 * message dropped, before as many replicas as asked for have confirmed all that was written over this connection.
 */
export class Replicas {
  /** @param count replicas that must confirm; 0: there are none to ask */
  constructor(
    private readonly db: Db,
    private readonly count: number,
  ) {}

  /** @throws StoreError `unconfirmed` when they do not confirm within a second */
  async confirm(): Promise<void> {
    if (this.count === 0) return;
    const confirmed = await this.db.call('waiting for replicas', (redis) => {
      const primaries = redis instanceof Cluster ? redis.nodes('master') : [redis];
      return Promise.all(primaries.map((primary) => primary.wait(this.count, ANSWER_MS)));
    });
    if (Math.min(...confirmed) >= this.count) return;
    const what = `only ${Math.min(...confirmed)} of ${this.count} replicas confirmed within ${ANSWER_MS} ms`;
    throw new StoreError('unconfirmed', `Redis: ${what}; are they connected?`);
  }
}
