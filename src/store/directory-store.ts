import { randomUUID, scrypt } from 'node:crypto';
import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import type { DirectoryStore, Redeemed } from '../cases/ports.js';
import type { Db } from './db.js';
import { globalKeys } from './keys.js';
import { integerReply } from './reply.js';

const TRIES = 5;
const LOCK_MS = 24 * 3_600_000;
/** Codes nobody used leave Redis after this, in seconds; whether one is valid is said by its own time. */
const CODE_KEPT_S = 30 * 24 * 3_600;

const redeemReply = z.union([
  z.tuple([z.literal('ok'), z.string()]),
  z.tuple([z.literal('wrong'), z.number()]),
  z.tuple([z.literal('locked')]),
]);

/** The code is taken by another official: draw another one. */
export class CodeTakenError extends Error {
  override readonly name = 'CodeTakenError';

  constructor() {
    super('this one-time code stands for another official already: draw another one');
  }
}

/** What the directory learned at run time, in one slot. */
export class RedisDirectoryStore implements DirectoryStore {
  constructor(private readonly db: Db) {}

  bindings(): Promise<Record<string, string>> {
    return this.db.call('reading bindings', (redis) => redis.hgetall(globalKeys.bindings));
  }

  /** True also when this very pair was bound before: doing it again after a crash changes nothing. */
  async bind(groupKey: string, roomId: string): Promise<boolean> {
    const keys = [globalKeys.bindings, globalKeys.boundRooms, globalKeys.directoryVersion];
    return integerReply.parse(await this.db.run('bind', keys, [groupKey, roomId])) === 1;
  }

  enrolments(): Promise<Record<string, string>> {
    return this.db.call('reading enrolments', (redis) => redis.hgetall(globalKeys.enrolments));
  }

  async enrol(contactId: string, officialKey: string): Promise<void> {
    await this.db.call('enrolling', (redis) => redis.hset(globalKeys.enrolments, contactId, officialKey));
    await this.changed();
  }

  /** @throws CodeTakenError */
  async putCode(code: string, officialKey: string, expiresAt: Millis): Promise<void> {
    const hash = await hashCode(code);
    const earlier = await this.db.call('reading codes', (redis) =>
      redis.hget(globalKeys.codeOf, officialKey),
    );
    const keys = [globalKeys.code(hash), globalKeys.codeOf, globalKeys.code(earlier ?? hash)];
    const kept = await this.db.run('put-code', keys, [officialKey, expiresAt, hash, CODE_KEPT_S]);
    if (integerReply.parse(kept) === 0) throw new CodeTakenError();
  }

  async redeem(code: string, contactId: string, now: Millis): Promise<Redeemed> {
    const { code: codeKey, codeOf, wrongCodes, enrolments, directoryVersion } = globalKeys;
    const keys = [codeKey(await hashCode(code)), codeOf, wrongCodes(contactId), enrolments, directoryVersion];
    const reply = redeemReply.parse(await this.db.run('redeem', keys, [contactId, now, TRIES, LOCK_MS]));
    if (reply[0] === 'ok') return { result: 'ok', official: reply[1] };
    return reply[0] === 'wrong' ? { result: 'wrong', left: reply[1] } : { result: 'locked' };
  }

  silenced(): Promise<string[]> {
    return this.db.call('reading silenced groups', (redis) => redis.smembers(globalKeys.silenced));
  }

  async setSilenced(roomId: string, silent: boolean): Promise<void> {
    await this.db.call('silencing a group', (redis) =>
      silent ? redis.sadd(globalKeys.silenced, roomId) : redis.srem(globalKeys.silenced, roomId),
    );
    await this.changed();
  }

  async tellOnce(key: string): Promise<boolean> {
    return integerReply.parse(await this.db.run('tell-once', [globalKeys.told], [key, randomUUID()])) === 1;
  }

  /** Raised by bindings, enrolments and silences (codes and `tellOnce` change nobody's rights). */
  async version(): Promise<number> {
    return Number(
      (await this.db.call('reading the version', (redis) => redis.get(globalKeys.directoryVersion))) ?? 0,
    );
  }

  private async changed(): Promise<void> {
    await this.db.call('raising the version', (redis) => redis.incr(globalKeys.directoryVersion));
  }
}

/** Slow on purpose: six digits are few, and a stolen dump should not give them away while they are valid. */
function hashCode(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, 'huiyin one-time code', 18, (error, hash) =>
      error ? reject(error) : resolve(hash.toString('base64url')),
    );
  });
}
