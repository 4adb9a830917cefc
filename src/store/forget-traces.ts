import { z } from 'zod';
import { incomingSchema, outboxRowSchema } from '../cases/message-schema.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { Forgot, Traces } from '../cases/privacy.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { correctionId } from '../cases/correction.js';
import { memoKey as memoName } from '../cases/memo-keys.js';
import { RedisCorrections } from './corrections.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import {
  chatKeys,
  globalKeys,
  indexName,
  mailboxKeys,
  memoKey,
  personKeys,
  placeKeys,
  sealedKeys,
} from './keys.js';
import { chunks } from './reply.js';
import { Register } from './register.js';
import type { SealedText } from './sealed-text.js';

const PAGE = 200;
/** As long as the outbox remembers what it has said. */
const ID_KEPT_S = 30 * 24 * 3600;
const asideSchema = z.object({ item: z.string() });

/** What is left of people beside their cases: place by place, chat by chat, page by page. */
export class ForgetTraces {
  private readonly corrections: RedisCorrections;

  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
    private readonly sealed: SealedText,
  ) {
    this.corrections = new RedisCorrections(db, damage);
  }

  async forget(traces: Traces): Promise<Forgot> {
    const recents = await this.recents(traces.ids);
    const aside = await this.aside(traces.ids);
    const places = await this.db.call('listing outboxes', (redis) => redis.smembers(globalKeys.outboxes));
    const outbox = await this.outbox(traces, places);
    const corrections =
      (await this.corrections.drop([...traces.corrections, ...recents.map(correctionId)])) +
      (await this.corrections.dropCases(traces.caseIds));
    for (const id of traces.ids) await this.ownKeys(id);
    return { outbox, recents: recents.length, aside, corrections };
  }

  /** What was said, and is still to be said, about one sealed case. */
  async hush(caseId: string): Promise<void> {
    await this.outbox({ ids: [], caseIds: [caseId] }, [SEALED_PLACE]);
  }

  /** What was said to them, or about their cases: words and ids go; that the row was settled stays, so that nothing is said twice. */
  private async outbox({ ids, caseIds }: Pick<Traces, 'ids' | 'caseIds'>, places: string[]): Promise<number> {
    const people = new Set(ids);
    const cases = new Set(caseIds.map(indexName));
    const isTheirs = (row: OutboxRow): boolean =>
      people.has(row.chat.id) ||
      (row.caseId !== null && cases.has(indexName(row.caseId))) ||
      [...row.mentions, ...(row.orElse?.mentions ?? []), row.orElse?.chat.id ?? ''].some((id) =>
        people.has(id),
      );
    let count = 0;
    for (const place of places) {
      const at = placeKeys(place);
      for (const list of [at.unsettled, at.settled]) {
        const rowIds = await this.db.call('listing the outbox', (redis) => redis.zrange(list, '0', '-1'));
        for (const page of chunks(rowIds, PAGE)) count += await this.rows(place, page, isTheirs);
      }
    }
    return count;
  }

  private async rows(
    place: string,
    rowIds: string[],
    isTheirs: (row: OutboxRow) => boolean,
  ): Promise<number> {
    const at = placeKeys(place);
    const found = await Promise.all(
      rowIds.map(async (id) => {
        const text = await this.db.call('reading the outbox', (redis) => redis.hget(at.row(id), 'row'));
        const opened = text === null ? null : this.sealed.tryOpen(at.row(id), text);
        const row = opened === null ? null : this.damage.read(outboxRowSchema, at.row(id), opened);
        return row && isTheirs(row) ? id : null;
      }),
    );
    const theirs = found.filter((id) => id !== null);
    for (const id of theirs) {
      await this.db.call('taking out a message', async (redis) => {
        await redis.hset(at.row(id), 'state', 'dropped');
        await redis.hdel(at.row(id), 'row');
        await redis.zrem(at.unsettled, id);
        await redis.expire(at.row(id), ID_KEPT_S);
      });
    }
    return theirs.length;
  }

  /** Their messages of the last day; returns the ids. */
  private async recents(ids: string[]): Promise<string[]> {
    const people = new Set(ids);
    const gone: string[] = [];
    for (const { member: chat } of await new Register(this.db, globalKeys.recentChats).list()) {
      const at = chatKeys(chat);
      const kept = await this.db.call('recalling a chat', (redis) => redis.hgetall(at.recentText));
      const theirs = Object.entries(kept).filter(([id, text]) =>
        people.has(this.whoOf(`${at.recentText} (${id})`, text)),
      );
      const messages = theirs.map(([id]) => id);
      gone.push(...messages);
      if (messages.length === 0) continue;
      await this.db.call('forgetting messages', async (redis) => {
        await redis.hdel(at.recentText, ...messages);
        await redis.zrem(at.recent, ...messages);
      });
    }
    return gone;
  }

  private whoOf(at: string, text: string): string {
    const opened = this.sealed.tryOpen(at, text);
    return opened === null ? '' : (this.damage.read(incomingSchema, at, opened)?.who ?? '');
  }

  /** Messages that failed again and again, kept for the operator. */
  private async aside(ids: string[]): Promise<number> {
    const wanted = ids.map((id) => JSON.stringify(id));
    let count = 0;
    for (const { member: chat } of await new Register(this.db, globalKeys.asideChats).list()) {
      const key = chatKeys(chat).aside;
      const texts = await this.db.call('listing what was set aside', (redis) => redis.lrange(key, 0, -1));
      for (const text of texts) {
        const item = this.damage.read(asideSchema, key, text)?.item ?? '';
        if (!wanted.some((id) => item.includes(id))) continue;
        count += await this.db.call('taking out what was set aside', (redis) => redis.lrem(key, 0, text));
      }
    }
    return count;
  }

  /** Indexes, enrolment, wrong codes, notes: what stands under their own id. */
  private async ownKeys(id: string): Promise<void> {
    const own = personKeys(id);
    const blinds = this.sealed.vault.blinds(id);
    const mail = Object.values(mailboxKeys(id));
    const hidden = blinds.flatMap((one) => [sealedKeys.raised(one), sealedKeys.handles(one)]);
    const keys = [own.handles, own.raised, globalKeys.wrongCodes(id), memoKey(`hint:${id}`), memoKey(memoName.lastAction(id)), memoKey(memoName.question(id, id)), memoKey(memoName.proof(id, id)), memoKey(`forget:${id}`), ...mail, ...hidden]; // prettier-ignore
    // Each in a slot of its own: one command for each.
    for (const key of keys) await this.db.call('forgetting a person', (redis) => redis.del(key));
    await this.db.call('forgetting an enrolment', (redis) => redis.hdel(globalKeys.enrolments, id));
  }
}
