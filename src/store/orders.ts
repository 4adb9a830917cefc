import type { Orders } from '../cases/ports.js';
import type { Db } from './db.js';
import { orderKeys } from './keys.js';
import { integerReply } from './reply.js';

/** A year's numbers are asked for in that year and, by what is repeated, shortly after. */
const KEPT_S = 800 * 24 * 3_600;

/** Numbers of 督办 in one slot a year. */
export class RedisOrders implements Orders {
  constructor(private readonly db: Db) {}

  async number(cause: string, year: number): Promise<number> {
    const { counter, given, free } = orderKeys(year);
    return integerReply.parse(await this.db.run('order-number', [counter, given, free], [cause, KEPT_S]));
  }

  async release(cause: string, year: number): Promise<void> {
    const { given, free } = orderKeys(year);
    await this.db.run('order-release', [given, free], [cause, KEPT_S]);
  }
}
