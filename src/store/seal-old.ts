import { caseSchema } from '../cases/case-schema.js';
import { caseEventSchema } from '../cases/event-schema.js';
import { SEALED_PLACE, sealedRef } from '../cases/sealed-code.js';
import type { Db } from './db.js';
import { type Damage, readJson } from './json.js';
import { personKeys, placeKeys, sealedKeys } from './keys.js';
import { integerReply, pairs } from './reply.js';
import type { SealedText } from './sealed-text.js';
import { DamagedError } from './store-error.js';
import { envelopeOf } from './vault.js';

const SCANNED = 500;

/**
 * Seals what versions before this one kept in the clear: sealed cases under their codes, their links and outbox. Each
 * case moves in one step; what a crash left is moved at the next start. Returns how many cases there were.
 */
export class SealOld {
  private readonly at = placeKeys(SEALED_PLACE);

  constructor(
    private readonly db: Db,
    private readonly sealed: SealedText,
    private readonly damage: Damage,
  ) {}

  async run(): Promise<number> {
    let moved = 0;
    for (const code of await this.codes()) moved += await this.moveOrReport(code);
    await this.links();
    await this.rows();
    if (moved > 0) {
      const keyId = this.sealed.vault.current ?? '';
      await this.db.call('noting a key', (redis) => redis.hsetnx(sealedKeys.keyIds, keyId, '1'));
    }
    return moved;
  }

  private async codes(): Promise<string[]> {
    const marks = await this.db.call('listing sealed cases', (redis) =>
      redis.zrange(this.at.touched, '0', '-1'),
    );
    const ids = marks.map((mark) => mark.slice(mark.indexOf('|') + 1));
    return [...new Set(ids)].filter((id) => !id.startsWith('~'));
  }

  /** A damaged one stays where it is. */
  private async moveOrReport(code: string): Promise<number> {
    try {
      return await this.move(code);
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.damage.report(error);
      return 0;
    }
  }

  private async move(code: string): Promise<number> {
    const [oldState, oldEvents] = [sealedKeys.plainState(code), sealedKeys.plainEvents(code)];
    const [state, texts] = await this.db.call('reading a sealed case', (redis) =>
      Promise.all([redis.get(oldState), redis.lrange(oldEvents, 0, -1)]),
    );
    if (state === null) return 0;
    const c = readJson(caseSchema, this.at.state(code), state);
    const key = this.at.events(code);
    const events = texts.map((text) => readJson(caseEventSchema, key, text));
    const blind = this.sealed.vault.blinds(c.petitioner.id)[0] ?? '';
    const keys = [
      ...[oldState, oldEvents, this.at.state(code), key],
      ...[this.at.open, this.at.resolved, this.at.touched, sealedKeys.raised(blind)],
    ];
    const args = [code, sealedRef(code), this.sealed.state(this.at.state(code), c), c.openedAt];
    const sealed = events.map((event) => this.sealed.event(key, c, event));
    const done = integerReply.parse(await this.db.run('seal-old', keys, [...args, ...sealed]));
    const people = [c.petitioner.id, c.registrar?.id ?? '', ...(c.handler?.contacts ?? [])];
    for (const id of people) await this.forget(id, code);
    return done;
  }

  /** What ties a person to the code, in the clear. */
  private async forget(contactId: string, code: string): Promise<void> {
    const { raised, handles } = personKeys(contactId);
    await this.db.call('forgetting a person', (redis) =>
      Promise.all([redis.zrem(raised, code), redis.zrem(handles, code)]),
    );
  }

  private async links(): Promise<void> {
    const { links } = this.at;
    let cursor = '0';
    do {
      const [next, flat] = await this.db.call('reading links', (redis) =>
        redis.hscan(links, cursor, 'COUNT', SCANNED),
      );
      cursor = next;
      const old = pairs(flat).filter(([, id]) => !id.startsWith('~'));
      for (const [messageId, id] of old) {
        const blind = this.sealed.vault.blinds(messageId)[0] ?? '';
        await this.db.call('sealing a link', (redis) =>
          redis.multi().hset(links, blind, sealedRef(id)).hdel(links, messageId).exec(),
        );
      }
    } while (cursor !== '0');
  }

  /** Words said of sealed cases: kept seven days, sealed from now on. */
  private async rows(): Promise<void> {
    for (const list of [this.at.unsettled, this.at.settled]) {
      const ids = await this.db.call('listing the outbox', (redis) => redis.zrange(list, '0', '-1'));
      for (const id of ids) await this.row(this.at.row(id));
    }
  }

  private async row(key: string): Promise<void> {
    const text = await this.db.call('loading a message', (redis) => redis.hget(key, 'row'));
    if (text === null || envelopeOf(text) !== null) return;
    const sealed = this.sealed.vault.wrap(text, key);
    await this.db.call('sealing a message', (redis) => redis.hset(key, 'row', sealed));
  }
}
