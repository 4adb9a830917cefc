import type { Db } from './db.js';
import { globalKeys } from './keys.js';
import { pairs } from './reply.js';

export interface Registered {
  member: string;
  /** Rises with each `note`: an older one no longer clears the member. */
  score: number;
}

/**
 * Which chats have something of a kind, over all slots. Noted after the thing itself was written, cleared only by a
 * reader who saw nothing there and whose score still stands: so whatever comes in between is noted again, never lost.
 */
export class Register {
  constructor(
    private readonly db: Db,
    private readonly key: string,
  ) {}

  async note(member: string): Promise<void> {
    await this.db.run('register', [globalKeys.sequence, this.key], [member]);
  }

  async list(): Promise<Registered[]> {
    const flat = await this.db.call('listing chats', (redis) =>
      redis.zrange(this.key, '0', '-1', 'WITHSCORES'),
    );
    return pairs(flat).map(([member, score]) => ({ member, score: Number(score) }));
  }

  /** Read before looking, so that `clear` leaves what is noted meanwhile. */
  async scoreOf(member: string): Promise<number | null> {
    const score = await this.db.call('finding a chat', (redis) => redis.zscore(this.key, member));
    return score === null ? null : Number(score);
  }

  async clear({ member, score }: Registered): Promise<void> {
    await this.db.run('forget', [this.key], [member, score]);
  }
}
