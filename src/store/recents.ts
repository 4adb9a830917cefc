import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import type { Incoming } from '../cases/message.js';
import { incomingSchema } from '../cases/message-schema.js';
import type { Recents } from '../cases/ports.js';
import type { Db } from './db.js';
import type { Damage } from './json.js';
import { chatKeys, globalKeys } from './keys.js';
import { Register } from './register.js';
import type { SealedText } from './sealed-text.js';
import { envelopeOf } from './vault.js';

const DAY_MS = 24 * 3_600_000;
const KEPT_PER_CHAT = 500;
/** Redis itself drops a chat this long after its last message, should nobody sweep. */
const DROPPED_AFTER_S = 25 * 3_600;
const sweepReply = z.tuple([z.number(), z.number()]);

/** The last 24 hours of each chat, at most 500 messages; then gone (product.md, rule 1). */
export class RedisRecents implements Recents {
  private readonly chats: Register;

  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
    private readonly sealed: SealedText,
  ) {
    this.chats = new Register(db, globalKeys.recentChats);
  }

  async remember(messages: Incoming[], hidden: ReadonlySet<string> = new Set()): Promise<void> {
    const [first] = messages;
    if (!first) return;
    const at = chatKeys(first.chat.id);
    const rows = messages.flatMap((message) => {
      const plain = JSON.stringify(message);
      const wrap = (): string => this.sealed.vault.wrap(plain, fieldOf(at.recentText, message.id));
      return [message.id, message.at, hidden.has(message.id) ? wrap() : plain];
    });
    await this.db.run(
      'recents-remember',
      [at.recent, at.recentText],
      [KEPT_PER_CHAT, DROPPED_AFTER_S, ...rows],
    );
    await this.chats.note(first.chat.id);
  }

  async recall(chatId: string, n: number, now: Millis): Promise<Incoming[]> {
    const at = chatKeys(chatId);
    const ids = await this.db.call('recalling a chat', (redis) =>
      redis.zrevrangebyscore(at.recent, '+inf', now - DAY_MS, 'LIMIT', 0, n),
    );
    if (ids.length === 0) return [];
    const texts = await this.db.call('recalling a chat', (redis) =>
      redis.hmget(at.recentText, ...ids.reverse()),
    );
    return texts.map((text, i) => this.read(at.recentText, ids[i] ?? '', text)).filter((one) => one !== null);
  }

  async find(chatId: string, messageId: string): Promise<Incoming | null> {
    const key = chatKeys(chatId).recentText;
    return this.read(
      key,
      messageId,
      await this.db.call('recalling a message', (redis) => redis.hget(key, messageId)),
    );
  }

  async forget(chatId: string, messageId: string): Promise<void> {
    const at = chatKeys(chatId);
    await this.db.call('forgetting a message', (redis) =>
      Promise.all([redis.hdel(at.recentText, messageId), redis.zrem(at.recent, messageId)]),
    );
  }

  async veil(chatId: string, messageIds: string[]): Promise<void> {
    const key = chatKeys(chatId).recentText;
    for (const id of messageIds) {
      const text = await this.db.call('veiling a message', (redis) => redis.hget(key, id));
      if (text === null || envelopeOf(text) !== null) continue;
      const sealed = this.sealed.vault.wrap(text, fieldOf(key, id));
      await this.db.run('recents-veil', [key], [id, text, sealed]);
    }
  }

  async sweep(now: Millis): Promise<number> {
    let dropped = 0;
    for (const chat of await this.chats.list()) {
      const at = chatKeys(chat.member);
      const [gone, left] = sweepReply.parse(
        await this.db.run('recents-sweep', [at.recent, at.recentText], [now - DAY_MS]),
      );
      if (left === 0) await this.chats.clear(chat);
      dropped += gone;
    }
    return dropped;
  }

  private read(key: string, messageId: string, text: string | null | undefined): Incoming | null {
    if (!text) return null;
    const at = fieldOf(key, messageId);
    const opened = this.damage.attempt(() => this.sealed.tryOpen(at, text));
    return opened === null ? null : this.damage.read(incomingSchema, at, opened);
  }
}

function fieldOf(key: string, messageId: string): string {
  return `${key} (${messageId})`;
}
