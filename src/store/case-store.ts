import { z } from 'zod';
import type { Case, Millis } from '../cases/case.js';
import { caseSchema } from '../cases/case-schema.js';
import type { CaseEvent } from '../cases/event.js';
import { caseEventSchema } from '../cases/event-schema.js';
import type { OutboxRow } from '../cases/outcome.js';
import type { CaseStore, Change, SaveResult } from '../cases/ports.js';
import type { AuditFault } from '../cases/audit.js';
import { SEALED_PLACE } from '../cases/sealed-code.js';
import { saveArguments } from './case-change.js';
import { allIds } from './case-ids.js';
import { CaseLeaving } from './case-leaving.js';
import { CasePeople } from './case-people.js';
import type { Db } from './db.js';
import { type Damage, readJson } from './json.js';
import { globalKeys, placeKeys, placeOfCase, sealedKeys } from './keys.js';
import type { RedisOutbox } from './outbox.js';
import { chunks } from './reply.js';
import { lostAmong, walkOutside } from './sealed-outside.js';
import type { SealedText } from './sealed-text.js';

const saveReply = z.enum(['saved', 'already', 'conflict']);
const opSchema = z.array(z.string());
const PAGE = 200;

/** Cases in Redis: one slot for each place, one script for each change. */
export class RedisCaseStore implements CaseStore {
  private readonly people: CasePeople;
  private readonly moves: CaseLeaving;

  constructor(
    private readonly db: Db,
    private readonly outbox: RedisOutbox,
    private readonly damage: Damage,
    private readonly sealed: SealedText,
  ) {
    this.people = new CasePeople(db, (id) => this.loadOrReport(id), sealed);
    this.moves = new CaseLeaving(db, this.people, outbox);
  }

  async save(change: Change): Promise<SaveResult> {
    const { keys, args } = saveArguments(change, this.sealed);
    // Registers and indexes of other slots first: they may promise too much, never too little (case-people.ts).
    await Promise.all([this.register(change), this.people.note(change)]);
    return saveReply.parse(await this.db.run('save', keys, args));
  }

  async applied(place: string, opId: string): Promise<boolean> {
    const key = placeKeys(place).op(opId);
    return (await this.db.call('looking for an operation', (redis) => redis.exists(key))) === 1;
  }

  async rowsOf(place: string, opId: string): Promise<OutboxRow[]> {
    const key = placeKeys(place).op(opId);
    const text = await this.db.call('looking for an operation', (redis) => redis.get(key));
    if (text === null) return [];
    const found = await this.outbox.loadMany(place, readJson(opSchema, key, text));
    return found.filter((one) => one.state === 'pending').map((one) => one.row);
  }

  async counter(place: string): Promise<number> {
    const text = await this.db.call('reading the counter', (redis) => redis.get(placeKeys(place).counter));
    return Number(text ?? 0);
  }

  async load(id: string): Promise<Case | null> {
    const [key, text] = await this.stateText(id);
    return text === null ? null : readJson(caseSchema, key, this.sealed.open(key, text));
  }

  byNumber(place: string, number: number): Promise<Case | null> {
    return this.load(`${place}#${number}`);
  }

  async history(id: string): Promise<CaseEvent[]> {
    const [key, texts] = await this.eventTexts(id);
    return texts.map((text) => readJson(caseEventSchema, key, this.sealed.open(key, text)));
  }

  async outside(id: string): Promise<{ events: number; fault: AuditFault | null }> {
    const [[, state], [, events]] = await Promise.all([this.stateText(id), this.eventTexts(id)]);
    return { events: events.length, fault: walkOutside(state, events) };
  }

  leave(c: Case): Promise<'left' | 'conflict'> {
    return this.moves.leave(c);
  }

  leaving(id: string): Promise<{ case: Case; events: CaseEvent[] } | null> {
    return this.moves.leaving(id);
  }

  gone(id: string): Promise<void> {
    return this.moves.gone(id);
  }

  async sealedLost(): Promise<number> {
    const key = placeKeys(SEALED_PLACE).open;
    const ids = await this.db.call('listing sealed cases', (redis) => redis.zrange(key, '0', '-1'));
    const texts = await Promise.all(ids.map((id) => this.stateText(id)));
    return lostAmong(texts, this.sealed.vault);
  }

  async caseOfMessage(place: string, messageId: string): Promise<string | null> {
    if (place === SEALED_PLACE) return this.sealedOfMessage(messageId);
    return this.db.call('finding the case of a message', (redis) =>
      redis.hget(placeKeys(place).links, messageId),
    );
  }

  async open(place: string): Promise<Case[]> {
    return this.loadMany(place, await this.openIds(place));
  }

  /** Also those resolved in [from, to): a digest counts them too. */
  async touched(place: string, from: Millis, to: Millis): Promise<Case[]> {
    const cases = await this.loadMany(place, await this.touchedIds(place, from, to));
    return cases.sort((a, b) => a.openedAt - b.openedAt);
  }

  async openOrTouched(place: string, from: Millis, to: Millis): Promise<Case[]> {
    const [open, touched] = await Promise.all([this.openIds(place), this.touchedIds(place, from, to)]);
    return this.loadMany(place, [...new Set([...open, ...touched])]);
  }

  handledBy(contactId: string): Promise<string[]> {
    return this.people.handledBy(contactId);
  }

  raisedBy(contactId: string): Promise<string[]> {
    return this.people.raisedBy(contactId);
  }

  async watched(place: string): Promise<Case[]> {
    const ids = await this.db.call('listing watched cases', (redis) =>
      redis.zrange(placeKeys(place).watched, '0', '-1'),
    );
    return this.loadMany(place, ids);
  }

  sealedOpen(): Promise<Case[]> {
    return this.open(SEALED_PLACE);
  }

  /** Without the slot of sealed cases: it is nobody's place. */
  places(): Promise<string[]> {
    return this.db.call('listing places', (redis) => redis.smembers(globalKeys.places));
  }

  ids(place: string): AsyncIterable<string> {
    return allIds(this.db, place);
  }

  async resolvedBefore(place: string, t: Millis): Promise<Case[]> {
    const key = placeKeys(place).resolved;
    const ids = await this.db.call('listing resolved cases', (redis) =>
      redis.zrangebyscore(key, '-inf', `(${t}`),
    );
    return this.loadMany(place, ids);
  }

  async waitedOut(place: string, t: Millis): Promise<Case[]> {
    const ids = await this.db.call('listing waiting cases', (redis) =>
      redis.zrangebyscore(placeKeys(place).waiting, '-inf', t),
    );
    return this.loadMany(place, ids);
  }

  private async register({ place, cases, rows }: Change): Promise<void> {
    const isPlace = cases.length > 0 && place !== SEALED_PLACE;
    const keyId = place === SEALED_PLACE ? this.sealed.vault.current : null;
    await Promise.all([
      keyId !== null && this.db.call('noting a key', (redis) => redis.hsetnx(sealedKeys.keyIds, keyId, '1')),
      isPlace && this.db.call('noting a place', (redis) => redis.sadd(globalKeys.places, place)),
      rows.length > 0 && this.outbox.register([place]),
    ]);
  }

  private openIds(place: string): Promise<string[]> {
    const key = placeKeys(place).open;
    return this.db.call('listing open cases', (redis) => redis.zrange(key, '0', '-1'));
  }

  private async touchedIds(place: string, from: Millis, to: Millis): Promise<string[]> {
    const key = placeKeys(place).touched;
    const marks = await this.db.call('listing touched cases', (redis) => redis.zrangebyscore(key, from, `(${to}`)); // prettier-ignore
    return [...new Set(marks.map((mark) => mark.slice(mark.indexOf('|') + 1)))];
  }

  /** Cases of one place by id; the damaged ones are reported and left out. */
  private async loadMany(place: string, ids: string[]): Promise<Case[]> {
    const at = placeKeys(place);
    const pages = chunks(ids, PAGE).map(async (page) => {
      const keys = page.map((id) => (isPlain(place, id) ? sealedKeys.plainState(id) : at.state(id)));
      const texts = await this.db.call('loading cases', (redis) => redis.mget(...keys));
      return texts.map((text, i) => this.readOrReport(keys[i] ?? '', text));
    });
    return (await Promise.all(pages)).flat().filter((one) => one !== null);
  }

  private async loadOrReport(id: string): Promise<Case | null> {
    return this.readOrReport(...(await this.stateText(id)));
  }

  private readOrReport(key: string, text: string | null): Case | null {
    if (text === null) return null;
    const opened = this.damage.attempt(() => this.sealed.tryOpen(key, text));
    return opened === null ? null : this.damage.read(caseSchema, key, opened);
  }

  /** The state as it stands in Redis. A sealed case of an older version may still stand under its code. */
  private async stateText(id: string): Promise<[key: string, text: string | null]> {
    const place = placeOfCase(id);
    const key = placeKeys(place).state(id);
    const text = await this.db.call('loading a case', (redis) => redis.get(key));
    if (text !== null || !isPlain(place, id)) return [key, text];
    const old = sealedKeys.plainState(id);
    return [old, await this.db.call('loading a case', (redis) => redis.get(old))];
  }

  private async eventTexts(id: string): Promise<[key: string, texts: string[]]> {
    const place = placeOfCase(id);
    const key = placeKeys(place).events(id);
    const texts = await this.db.call('reading a history', (redis) => redis.lrange(key, 0, -1));
    if (texts.length > 0 || !isPlain(place, id)) return [key, texts];
    const old = sealedKeys.plainEvents(id);
    return [old, await this.db.call('reading a history', (redis) => redis.lrange(old, 0, -1))];
  }

  private async sealedOfMessage(messageId: string): Promise<string | null> {
    const names = [...this.sealed.vault.blinds(messageId), messageId];
    const found = await this.db.call('finding the case of a message', (redis) =>
      redis.hmget(placeKeys(SEALED_PLACE).links, ...names),
    );
    return found.find((id) => id !== null) ?? null;
  }
}

/** A code rather than a reference: before sealing, cases stood under it. */
function isPlain(place: string, id: string): boolean {
  return place === SEALED_PLACE && !id.startsWith('~');
}
