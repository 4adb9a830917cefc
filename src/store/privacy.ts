import type { Case, Millis } from '../cases/case.js';
import { caseSchema } from '../cases/case-schema.js';
import type { Erasure } from '../cases/erase.js';
import type { CaseEvent } from '../cases/event.js';
import { caseEventSchema } from '../cases/event-schema.js';
import type { Forgot, Privacy, Traces } from '../cases/privacy.js';
import { CasePages } from './case-pages.js';
import type { Db } from './db.js';
import { ForgetTraces } from './forget-traces.js';
import type { Damage } from './json.js';
import { readJson } from './json.js';
import { globalKeys, placeKeys, placeOfCase } from './keys.js';
import { integerReply, pairs } from './reply.js';
import type { SealedText } from './sealed-text.js';

const TRIES = 20;
const COUNT_KEPT_S = 40 * 24 * 3600;
const MARKS = 1_000;

/** Taking people out of cases, in the slot of each; what lies elsewhere: forget-traces.ts. */
export class RedisPrivacy implements Privacy {
  private readonly pages: CasePages;
  private readonly traces: ForgetTraces;

  constructor(
    private readonly db: Db,
    damage: Damage,
    private readonly sealed: SealedText,
  ) {
    this.pages = new CasePages(db, damage);
    this.traces = new ForgetTraces(db, damage, sealed);
  }

  async rewrite(
    id: string,
    change: (c: Case, events: CaseEvent[]) => Erasure | null,
    run?: string,
  ): Promise<Erasure | null> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const read = await this.read(id);
      if (read === null) return null;
      const erased = change(read.c, read.events);
      if (erased === null) return null;
      if (await this.write(id, read, erased, run)) return erased;
    }
    throw new Error(`case ${id} kept changing under ${TRIES} attempts to erase`);
  }

  async *mentioning(place: string, texts: string[]): AsyncIterable<{ ids: string[]; looked: number }> {
    const at = placeKeys(place);
    const wanted = texts.map((text) => JSON.stringify(text));
    for await (const ids of this.pages.openedBy(place, '+inf')) {
      const read = await Promise.all(
        ids.map((id) =>
          this.db.call('looking for a person', async (redis) => [
            this.opened(at.state(id), (await redis.get(at.state(id))) ?? ''),
            ...(await redis.lrange(at.events(id), 0, -1)).map((text) => this.opened(at.events(id), text)),
          ]),
        ),
      );
      const found = ids.filter((_, i) =>
        read[i]?.some((stored) => wanted.some((text) => stored.includes(text))),
      );
      yield { ids: found, looked: ids.length };
    }
  }

  async endedBetween(
    place: string,
    from: Millis,
    to: Millis,
  ): Promise<{ ids: string[]; next: Millis | null }> {
    const marks = pairs(
      await this.db.call('listing cases that ended', (redis) =>
        redis.zrangebyscore(placeKeys(place).touched, from, to, 'WITHSCORES', 'LIMIT', 0, MARKS),
      ),
    );
    const last = Number(marks.at(-1)?.[1] ?? from);
    return {
      ids: marks.filter(([mark]) => mark.startsWith('c|')).map(([mark]) => mark.slice(2)),
      // A thousand moments within one millisecond are no village's.
      next: marks.length < MARKS ? null : Math.max(last, from + 1),
    };
  }

  async counted(place: string, run: string): Promise<Record<string, number>> {
    const found = await this.db.call('reading a count', (redis) =>
      redis.hgetall(placeKeys(place).erased(run)),
    );
    return Object.fromEntries(Object.entries(found).map(([field, count]) => [field, Number(count)]));
  }

  hush(sealedCase: string): Promise<void> {
    return this.traces.hush(sealedCase);
  }

  forget(traces: Traces): Promise<Forgot> {
    return this.traces.forget(traces);
  }

  async requests(): Promise<Record<string, Millis>> {
    const found = await this.db.call('reading requests', (redis) => redis.hgetall(globalKeys.forgetRequests));
    return Object.fromEntries(Object.entries(found).map(([id, at]) => [id, Number(at)]));
  }

  async request(contactId: string, at: Millis): Promise<void> {
    await this.db.call('noting a request', (redis) => redis.hset(globalKeys.forgetRequests, contactId, at));
  }

  async dropRequests(contactIds: string[]): Promise<void> {
    if (contactIds.length === 0) return;
    await this.db.call('dropping requests', (redis) => redis.hdel(globalKeys.forgetRequests, ...contactIds));
  }

  private async read(id: string): Promise<Read | null> {
    const at = placeKeys(placeOfCase(id));
    const text = await this.db.call('loading a case', (redis) => redis.get(at.state(id)));
    if (text === null) return null;
    const texts = await this.db.call('reading a history', (redis) => redis.lrange(at.events(id), 0, -1));
    const state = this.sealed.tryOpen(at.state(id), text);
    // Its key is not here: it stays as it is until that is put back.
    if (state === null) return null;
    const events = texts.map((one) =>
      readJson(caseEventSchema, at.events(id), this.sealed.open(at.events(id), one)),
    );
    return { text, c: readJson(caseSchema, at.state(id), state), events };
  }

  /** What stands in it; nothing where its key is not here. */
  private opened(key: string, text: string): string {
    return this.sealed.tryOpen(key, text) ?? '';
  }

  private async write(id: string, read: Read, erased: Erasure, run: string | undefined): Promise<boolean> {
    const at = placeKeys(placeOfCase(id));
    const changed = erased.events.flatMap((event, i) =>
      event === read.events[i] ? [] : [i, this.sealed.event(at.events(id), erased.case, event)],
    );
    const field = run === undefined ? '' : erased.case.state;
    const args = [
      read.text,
      read.events.length,
      this.sealed.state(at.state(id), erased.case),
      field,
      COUNT_KEPT_S,
      changed.length / 2,
    ];
    const keys = [at.state(id), at.events(id), at.links, at.erased(run ?? '')];
    const links = erased.case.sealed
      ? erased.messageIds.flatMap((one) => this.sealed.vault.blinds(one))
      : erased.messageIds;
    const written = await this.db.run('erase-case', keys, [...args, ...changed, ...links]);
    return integerReply.parse(written) === 1;
  }
}

interface Read {
  /** The state as it was read: the write asks whether it still stands so. */
  text: string;
  c: Case;
  events: CaseEvent[];
}
