import { dist } from './dist.mjs';
import { until } from './wait.mjs';

/** Looks in the product's own keys whether every message has its outcome. */
export class Outcome {
  static async of(redis, groups, placeOf, roomOf) {
    const { accountKeys, chatKeys, placeKeys } = await dist('store/keys.js');
    const { SEALED_PLACE } = await dist('cases/sealed-code.js');
    const numbers = Array.from({ length: groups }, (_, i) => i);
    // What no case caused (the posts) lies in a slot of its own.
    const slots = [SEALED_PLACE, '~desk'].map((slot) => placeKeys(slot));
    const places = [...numbers.map((i) => placeKeys(placeOf(i))), ...slots];
    return new Outcome(redis, {
      account: accountKeys('main'),
      unsettled: places.map((at) => at.unsettled),
      queues: numbers.map((i) => chatKeys(roomOf(i)).queue),
    });
  }

  constructor(redis, keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /** Ids that the product has heard so far, its own messages among them. */
  async heard() {
    return Number((await this.redis.get(this.keys.account.order)) ?? 0);
  }

  /** Resolves with the moment at which `count` ids have been heard and nothing is left to do. */
  async reached(count, limits = {}) {
    await until('every message to have its outcome', () => this.idle(count), {
      ms: 300_000,
      everyMs: 4,
      ...limits,
    });
    return Date.now();
  }

  async idle(count) {
    const { redis, keys } = this;
    if ((await this.heard()) < count || (await redis.zcard(keys.account.pending)) > 0) return false;
    const asked = redis.pipeline();
    for (const key of keys.queues) asked.llen(key);
    for (const key of keys.unsettled) asked.zcard(key);
    return (await asked.exec()).every(([, n]) => n === 0);
  }
}
