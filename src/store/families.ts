import { familySchema, type Family, type FamilyRecord } from '../cases/family.js';
import type { Families } from '../cases/ports.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import { familyKeys } from './keys.js';
import { integerReply } from './reply.js';

/** Longer than any outage; with the township's next family all of them are kept on. */
const KEPT_S = 400 * 24 * 3_600;

/** Families of cases, in the slot of their township. */
export class RedisFamilies implements Families {
  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
  ) {}

  async offer(record: FamilyRecord): Promise<Family | null> {
    const args = [JSON.stringify(record), KEPT_S, ...record.children];
    const number = integerReply.parse(await this.db.run('family-offer', keysOf(record.township), args));
    return number === 0 ? null : { ...record, number };
  }

  async load(township: string, number: number): Promise<Family | null> {
    const key = familyKeys(township).records;
    const text = await this.db.call('reading a family', (redis) => redis.hget(key, String(number)));
    return this.read(key, number, text);
  }

  async join({ number, ...record }: Family): Promise<void> {
    const args = [number, JSON.stringify(record), KEPT_S, ...record.children];
    await this.db.run('family-join', keysOf(record.township), args);
  }

  async of(township: string, caseId: string): Promise<Family | null> {
    const number = await this.db.call('finding a family', (redis) =>
      redis.hget(familyKeys(township).of, caseId),
    );
    return number === null ? null : this.load(township, Number(number));
  }

  async all(township: string): Promise<Family[]> {
    const key = familyKeys(township).records;
    const records = await this.db.call('listing families', (redis) => redis.hgetall(key));
    const families = Object.entries(records).map(([number, text]) => this.read(key, Number(number), text));
    return families.filter((one) => one !== null);
  }

  private read(key: string, number: number, text: string | null): Family | null {
    const record = text === null ? null : this.damage.read(familySchema, `${key} (${number})`, text);
    return record === null ? null : { ...record, number };
  }
}

function keysOf(township: string): string[] {
  const { counter, records, of } = familyKeys(township);
  return [counter, records, of];
}
