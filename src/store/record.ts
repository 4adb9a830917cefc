import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayKey } from '../cases/calendar.js';
import {
  recordLine,
  recordLineSchema,
  type RecordBook,
  type RecordEntry,
  type RecordHead,
  type RecordLine,
} from '../cases/record.js';
import type { Db } from './db.js';
import { readJson } from './json.js';
import { recordKeys } from './keys.js';

const PAGE = 500;
const TRIES = 50;
/** Three years; then a month leaves as a whole. */
const KEPT_S = 3 * 366 * 24 * 3600;
const saveReply = z.enum(['saved', 'already', 'conflict']);

/** The record in Redis: one list a month, one chain over all of them, all in one slot. */
export class RedisRecord implements RecordBook {
  /** One writer at a time within a process, so that only other processes are ever in the way. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Db) {}

  append(entry: RecordEntry): Promise<boolean> {
    return this.inTurn(() => this.write(entry, null));
  }

  noteDigest(file: string, digest: string, entry: RecordEntry): Promise<boolean> {
    return this.inTurn(() => this.write(entry, { file, digest }));
  }

  async *month(month: string): AsyncIterable<RecordLine> {
    const key = recordKeys.lines(month);
    for (let from = 0; ; from += PAGE) {
      const page = await this.db.call('reading the record', (redis) =>
        redis.lrange(key, from, from + PAGE - 1),
      );
      for (const text of page) yield readJson(recordLineSchema, key, text);
      if (page.length < PAGE) return;
    }
  }

  async months(): Promise<string[]> {
    const noted = await this.db.call('reading the record', (redis) =>
      redis.zrange(recordKeys.months, '0', '-1'),
    );
    const kept = await Promise.all(
      noted.map((month) =>
        this.db.call('reading the record', (redis) => redis.exists(recordKeys.lines(month))),
      ),
    );
    return noted.filter((_, i) => kept[i] === 1);
  }

  async head(): Promise<RecordHead> {
    const [seq, hash] = await this.db.call('reading the record', (redis) =>
      redis.hmget(recordKeys.head, 'seq', 'hash'),
    );
    return { seq: Number(seq ?? 0), hash: hash ?? '' };
  }

  digests(): Promise<Record<string, string>> {
    return this.db.call('reading the record', (redis) => redis.hgetall(recordKeys.config));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work, work);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async write(entry: RecordEntry, note: { file: string; digest: string } | null): Promise<boolean> {
    const month = dayKey(entry.at).slice(0, 7);
    const keys = [
      recordKeys.head,
      recordKeys.lines(month),
      recordKeys.ops(month),
      recordKeys.months,
      recordKeys.config,
    ];
    const op = createHash('sha256').update(entry.op).digest('base64url').slice(0, 16);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const head = await this.head();
      const line = recordLine(entry, head);
      const expected = [head.seq, head.hash];
      const args = [op, ...expected, JSON.stringify(line), line.hash, month, KEPT_S, note?.file ?? '', note?.digest ?? '']; // prettier-ignore
      const result = saveReply.parse(await this.db.run('record-append', keys, args));
      if (result !== 'conflict') return result === 'saved';
    }
    throw new Error(`the record kept changing under ${TRIES} attempts to write`);
  }
}
