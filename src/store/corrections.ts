import type { Millis } from '../cases/case.js';
import { correctionSchema, type Correction } from '../cases/correction.js';
import type { Corrections } from '../cases/ports.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import { correctionKeys } from './keys.js';
import { chunks, integerReply, pairs } from './reply.js';

/** A county makes some hundred a day at most; beyond this the oldest go. */
const KEPT = 100_000;
const PAGE = 200;
const KEYS = [correctionKeys.byTime, correctionKeys.texts, correctionKeys.byCase];

/** What cadres confirmed and corrected, in one slot of its own, until the set period is over. */
export class RedisCorrections implements Corrections {
  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
  ) {}

  async put(one: Correction): Promise<void> {
    await this.db.run('corrections-put', KEYS, [one.id, one.at, JSON.stringify(one), one.caseId ?? '', KEPT]);
  }

  async get(id: string): Promise<Correction | null> {
    const text = await this.db.call('reading a correction', (redis) => redis.hget(correctionKeys.texts, id));
    return this.read(id, text);
  }

  async *all(): AsyncGenerator<Correction> {
    const ids = await this.db.call('listing corrections', (redis) =>
      redis.zrange(correctionKeys.byTime, '0', '-1'),
    );
    for (const page of chunks(ids, PAGE)) {
      const texts = await this.db.call('listing corrections', (redis) =>
        redis.hmget(correctionKeys.texts, ...page),
      );
      for (const [i, id] of page.entries()) {
        const one = this.read(id, texts[i]);
        if (one) yield one;
      }
    }
  }

  async drop(ids: string[]): Promise<number> {
    let dropped = 0;
    for (const page of chunks(ids, PAGE))
      dropped += integerReply.parse(await this.db.run('corrections-drop', KEYS, page));
    return dropped;
  }

  async dropCases(caseIds: string[]): Promise<number> {
    const wanted = new Set(caseIds);
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, flat] = await this.db.call('finding corrections', (redis) =>
        redis.hscan(correctionKeys.byCase, cursor, 'COUNT', PAGE),
      );
      cursor = next;
      for (const [id, caseId] of pairs(flat)) if (wanted.has(caseId)) found.push(id);
    } while (cursor !== '0');
    return this.drop(found);
  }

  async sweep(t: Millis): Promise<number> {
    for (let dropped = 0; ;) {
      const old = await this.db.call('sweeping corrections', (redis) =>
        redis.zrangebyscore(correctionKeys.byTime, '-inf', `(${t}`, 'LIMIT', 0, PAGE),
      );
      if (old.length === 0) return dropped;
      dropped += await this.drop(old);
    }
  }

  private read(id: string, text: string | null | undefined): Correction | null {
    return text ? this.damage.read(correctionSchema, `${correctionKeys.texts} (${id})`, text) : null;
  }
}
