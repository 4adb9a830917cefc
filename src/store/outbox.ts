import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import { outboxRowSchema } from '../cases/message-schema.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { Outbox, RowState } from '../cases/ports.js';
import type { Db } from './db.js';
import { type Damage, readJson } from './json.js';
import { rowText } from './case-change.js';
import { globalKeys, placeKeys } from './keys.js';
import type { Replicas } from './replicas.js';
import { chunks, integerReply, listReply } from './reply.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import type { SealedText } from './sealed-text.js';
import { DamagedError } from './store-error.js';

export interface StoredRow {
  row: OutboxRow;
  state: RowState;
  at: Millis;
}

const stateSchema = z.enum(['pending', 'sending', 'sent', 'unknown', 'dropped']);
const PAGE = 200;
const WORDS_KEPT_MS = 7 * 24 * 3_600_000;
/** Counted from the trimming, in seconds: as long as an applied operation is remembered. */
const ID_KEPT_S = 30 * 24 * 3_600;

type Fields = [row: string | null, state: string | null, at: string | null];

/** Messages to be sent, in the slot of their place, so that a case change and its rows are written together. */
export class RedisOutbox implements Outbox {
  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
    private readonly replicas: Replicas,
    private readonly sealed: SealedText,
  ) {}

  async load(place: string, rowId: string): Promise<StoredRow | null> {
    const key = placeKeys(place).row(rowId);
    const [row, state, at] = await this.fields(key);
    // Without words it was trimmed, without state it never was.
    const text = row === null ? null : this.sealed.tryOpen(key, row);
    return text === null || state === null ? null : readRow(key, text, state, at);
  }

  async claim(place: string, rowIds: string[], now: Millis): Promise<string[]> {
    if (rowIds.length === 0) return [];
    const at = placeKeys(place);
    const keys = rowIds.map((id) => at.row(id));
    const claimed = listReply.parse(await this.db.run('claim', keys, [now, randomUUID(), ...rowIds]));
    try {
      await this.replicas.confirm();
    } catch (error) {
      await this.settle(place, claimed, 'pending', now); // nothing has been said yet
      throw error;
    }
    return claimed;
  }

  async settle(place: string, rowIds: string[], state: RowState, now: Millis): Promise<void> {
    if (rowIds.length === 0) return;
    const at = placeKeys(place);
    const keys = [at.unsettled, at.settled, ...rowIds.map((id) => at.row(id))];
    await this.db.run('settle', keys, [state, now, ...rowIds]);
  }

  async unsettled(place: string): Promise<StoredRow[]> {
    const key = placeKeys(place).unsettled;
    const ids = await this.db.call('listing the outbox', (redis) => redis.zrange(key, '0', '-1'));
    const rows = await this.loadMany(place, ids);
    return rows.filter((one) => one.state === 'pending' || one.state === 'sending');
  }

  async add(rows: OutboxRow[]): Promise<OutboxRow[]> {
    const byPlace = new Map<string, OutboxRow[]>();
    for (const row of rows) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row]);
    await this.register([...byPlace.keys()]);
    const added = await Promise.all([...byPlace].map(([place, some]) => this.addTo(place, some)));
    return added.flat();
  }

  places(): Promise<string[]> {
    return this.db.call('listing outboxes', (redis) => redis.smembers(globalKeys.outboxes));
  }

  /** Notes that these places have an outbox. */
  async register(places: string[]): Promise<void> {
    if (places.length === 0) return;
    await this.db.call('noting an outbox', (redis) => redis.sadd(globalKeys.outboxes, ...places));
  }

  /** Rows of one place by id, in that order; those trimmed are absent, the damaged reported and left out. */
  async loadMany(place: string, rowIds: string[]): Promise<StoredRow[]> {
    const at = placeKeys(place);
    const found: (StoredRow | null)[] = [];
    for (const page of chunks(rowIds, PAGE)) {
      found.push(...(await Promise.all(page.map((id) => this.loadOrReport(at.row(id))))));
    }
    return found.filter((one) => one !== null);
  }

  /** Removes the words of rows settled over 7 days before `now`; returns how many. */
  async trim(now: Millis): Promise<number> {
    let trimmed = 0;
    for (const place of await this.places()) trimmed += await this.trimPlace(place, now - WORDS_KEPT_MS);
    return trimmed;
  }

  /** Takes back what is still to be said about a case, and the words of what was. */
  async silence(place: string, caseId: string): Promise<void> {
    const at = placeKeys(place);
    for (const key of [at.unsettled, at.settled]) {
      const ids = await this.db.call('looking through the outbox', (redis) => redis.zrange(key, '0', '-1'));
      const about = (await this.loadMany(place, ids)).filter(({ row }) => row.caseId === caseId);
      const own = about.map(({ row }) => row.id);
      if (own.length === 0) continue;
      await this.settle(place, own, 'dropped', 0);
      const keys = [at.settled, ...own.map((id) => at.row(id))];
      await this.db.run('trim-rows', keys, [Number.MAX_SAFE_INTEGER, ID_KEPT_S, ...own]);
    }
  }

  private async trimPlace(place: string, until: Millis): Promise<number> {
    const at = placeKeys(place);
    for (let trimmed = 0; ;) {
      const ids = await this.db.call('trimming the outbox', (redis) =>
        redis.zrangebyscore(at.settled, '-inf', until, 'LIMIT', 0, PAGE),
      );
      if (ids.length === 0) return trimmed;
      const keys = [at.settled, ...ids.map((id) => at.row(id))];
      trimmed += integerReply.parse(await this.db.run('trim-rows', keys, [until, ID_KEPT_S, ...ids]));
    }
  }

  private async addTo(place: string, rows: OutboxRow[]): Promise<OutboxRow[]> {
    const at = placeKeys(place);
    const keys = [at.unsettled, ...rows.map((row) => at.row(row.id))];
    const args = rows.flatMap((row) => [row.id, rowText(row, this.sealed), row.createdAt]);
    const added = new Set(listReply.parse(await this.db.run('add-rows', keys, args)));
    return rows.filter((row) => added.has(row.id));
  }

  private async fields(key: string): Promise<Fields> {
    const [row, state, at] = await this.db.call('loading a message', (redis) =>
      redis.hmget(key, 'row', 'state', 'at'),
    );
    return [row ?? null, state ?? null, at ?? null];
  }

  private async loadOrReport(key: string): Promise<StoredRow | null> {
    const [row, state, at] = await this.fields(key);
    if (row === null || state === null) return null;
    try {
      return readRow(key, this.sealed.open(key, row), state, at);
    } catch (error) {
      if (error instanceof SealedLostError) this.sealed.lost(error);
      else if (error instanceof DamagedError) this.damage.report(error);
      else throw error;
      return null;
    }
  }
}

function readRow(key: string, row: string, state: string, at: string | null): StoredRow {
  const known = stateSchema.safeParse(state);
  if (!known.success) throw new DamagedError(key, 'its state is none of the outbox');
  return { row: readJson(outboxRowSchema, key, row), state: known.data, at: Number(at ?? 0) };
}
