import { z } from 'zod';
import type { Case, Millis } from '../cases/case.js';
import { NOTHING_PASSED, type Passed } from '../cases/ladder.js';
import type { Ladders } from '../cases/ports.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import { indexName, placeKeys, placeOfCase, shortHash } from './keys.js';
import { integerReply, listReply } from './reply.js';

const passedSchema = z.object({
  key: z.string(),
  rank: z.int(),
  alarm: z.int(),
  // Notes of an older version know nothing of it.
  answer: z.boolean().default(false),
}) satisfies z.ZodType<Passed>;

const HOUR_MS = 3_600_000;

/** The ladder's indexes in each place's slot; save.lua marks what changed. */
export class RedisLadders implements Ladders {
  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
  ) {}

  async due(place: string, now: Millis, n: number): Promise<string[]> {
    const { ladder, open, watched, passed } = placeKeys(place);
    const args = [now, now + checkEvery(place), n];
    return listReply.parse(await this.db.run('ladder-due', [ladder, open, watched, passed], args));
  }

  async passed(caseId: string): Promise<Passed> {
    const key = placeKeys(placeOfCase(caseId)).passed;
    const text = await this.db.call('reading a ladder', (redis) => redis.hget(key, indexName(caseId)));
    const read = text === null ? null : this.damage.read(passedSchema, `${key} (${indexName(caseId)})`, text);
    return read ?? NOTHING_PASSED;
  }

  async note(c: Pick<Case, 'id' | 'version'>, passed: Passed, next: Millis | null): Promise<boolean> {
    const at = placeKeys(placeOfCase(c.id));
    const args = [indexName(c.id), c.version, JSON.stringify(passed), next ?? ''];
    const noted = await this.db.run('ladder-note', [at.events(c.id), at.ladder, at.passed], args);
    return integerReply.parse(noted) === 1;
  }

  async drop(caseId: string): Promise<void> {
    const at = placeKeys(placeOfCase(caseId));
    await this.db.call('leaving the ladder', async (redis) => {
      await redis.zrem(at.ladder, indexName(caseId));
      await redis.hdel(at.passed, indexName(caseId));
    });
  }
}

/** Between half an hour and an hour, each place its own: not all of a county is checked in one minute. */
function checkEvery(place: string): Millis {
  const spread = parseInt(Buffer.from(shortHash(place)).toString('hex').slice(0, 6), 16) / 0xffffff;
  return Math.ceil(HOUR_MS * (0.5 + spread / 2));
}
