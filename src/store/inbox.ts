import { randomUUID } from 'node:crypto';
import type { Inbox } from '../cases/ports.js';
import type { Db } from './db.js';
import { accountKeys } from './keys.js';
import type { Replicas } from './replicas.js';
import { chunks, listReply } from './reply.js';
import { Together } from './together.js';

const SEEN_DAYS = 7;
/** How long a batch's answer is kept for a client that lost its connection before reading it. */
const ANSWER_SECONDS = 600;
const BATCH = 500;

/** Message ids of one account, from the moment that the gateway named them until they have their outcome. */
export class RedisInbox implements Inbox {
  private readonly at: ReturnType<typeof accountKeys>;
  private readonly settling = new Together<string>((ids) => this.settleAll(ids));

  constructor(
    private readonly db: Db,
    account: string,
    private readonly replicas: Replicas,
  ) {
    this.at = accountKeys(account);
  }

  async accept(ids: string[]): Promise<string[]> {
    // Sent together over one connection: Redis takes the batches in this order.
    const fresh = await Promise.all(chunks(ids, BATCH).map((some) => this.acceptSome(some)));
    return fresh.flat();
  }

  pending(): Promise<string[]> {
    return this.db.call('listing the inbox', (redis) => redis.zrange(this.at.pending, '0', '-1'));
  }

  settle(id: string): Promise<void> {
    return this.settling.add(id);
  }

  private async settleAll(ids: string[]): Promise<void> {
    await this.replicas.confirm();
    for (const some of chunks(ids, BATCH))
      await this.db.call('settling messages', (redis) => redis.zrem(this.at.pending, ...some));
  }

  private async acceptSome(ids: string[]): Promise<string[]> {
    const { batch, order, pending, seen } = this.at;
    const keys = [batch(randomUUID()), order, pending, seen];
    return listReply.parse(await this.db.run('inbox-accept', keys, [SEEN_DAYS, ANSWER_SECONDS, ...ids]));
  }
}
