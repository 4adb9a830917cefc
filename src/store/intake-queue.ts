import { z } from 'zod';
import { intakeItemSchema } from '../cases/message-schema.js';
import type { Inbox, IntakeItem, IntakeQueue } from '../cases/ports.js';
import type { Db } from './db.js';
import { type Damage, readJson } from './json.js';
import { chatKeys, globalKeys } from './keys.js';
import { Register } from './register.js';
import type { Replicas } from './replicas.js';
import { integerReply } from './reply.js';
import { isDelicate } from '../cases/delicate.js';
import { SealedLostError } from '../cases/sealed-lost.js';
import type { SealedText } from './sealed-text.js';
import { DamagedError } from './store-error.js';

/** A message that failed again and again, kept for the operator. */
export interface Aside {
  chatId: string;
  messageId: string;
  error: string;
  /** The item as it stood in the queue. */
  item: string;
}

const SEEN_SECONDS = 7 * 24 * 3_600;
const ASIDE_KEPT = 100;
const asideSchema = z.object({ id: z.string(), error: z.string(), item: z.string() });

/** Per-chat queues of messages to handle, in arrival order. */
export class RedisIntakeQueue implements IntakeQueue {
  private readonly chats: Register;
  private readonly asideChats: Register;

  constructor(
    private readonly db: Db,
    private readonly damage: Damage,
    private readonly inboxOf: (account: string) => Inbox,
    private readonly replicas: Replicas,
    private readonly sealed: SealedText,
  ) {
    this.chats = new Register(db, globalKeys.waitingChats);
    this.asideChats = new Register(db, globalKeys.asideChats);
  }

  /**
   * The inbox lies in the account's slot, so it is settled after the queue holds the message: a crash in between leaves
   * both, and the second push changes nothing. Wake the consumer whatever this answers.
   */
  async push(items: IntakeItem[]): Promise<number> {
    const [first] = items;
    if (!first) return 0;
    const chatId = first.message.chat.id;
    const at = chatKeys(chatId);
    const keys = [at.items, at.queue, ...items.map(({ message }) => at.seen(message.id))];
    const rows = items.flatMap((item) => [item.message.id, this.written(at.items, item)]);
    const added = await this.db.run('intake-push', keys, [SEEN_SECONDS, ...rows]);
    await this.chats.note(chatId);
    await Promise.all(items.map(({ account, message }) => this.inboxOf(account).settle(message.id)));
    return integerReply.parse(added);
  }

  private written(key: string, item: IntakeItem): string {
    const text = JSON.stringify(item);
    return isDelicate(item) ? this.sealed.vault.wrap(text, `${key} (${item.message.id})`) : text;
  }

  /** A head that cannot be read is set aside by itself: it must not hold up its chat. */
  async peek(chatId: string, n: number): Promise<IntakeItem[]> {
    const at = chatKeys(chatId);
    const ids = await this.db.call('reading a queue', (redis) => redis.lrange(at.queue, 0, n - 1));
    if (ids.length === 0) return [];
    const texts = await this.db.call('reading a queue', (redis) => redis.hmget(at.items, ...ids));
    const items: IntakeItem[] = [];
    for (const [i, id] of ids.entries()) {
      try {
        items.push(this.readItem(`${at.items} (${id})`, texts[i] ?? ''));
      } catch (error) {
        if (!(error instanceof DamagedError || error instanceof SealedLostError)) throw error;
        if (items.length > 0) return items;
        if (error instanceof DamagedError) this.damage.report(error);
        else this.sealed.lost(error);
        await this.setAside(chatId, id, error.message);
      }
    }
    return items;
  }

  private readItem(key: string, text: string): IntakeItem {
    return readJson(intakeItemSchema, key, this.sealed.open(key, text));
  }

  async done(chatId: string, messageId: string): Promise<void> {
    await this.replicas.confirm();
    const at = chatKeys(chatId);
    await this.db.run('intake-done', [at.queue, at.items], [messageId]);
  }

  async setAside(chatId: string, messageId: string, error: string): Promise<void> {
    const at = chatKeys(chatId);
    await this.asideChats.note(chatId);
    await this.db.run('intake-aside', [at.queue, at.items, at.aside], [messageId, error, ASIDE_KEPT]);
  }

  /** All that was set aside, at most the last 100 of each chat. */
  async listAside(): Promise<Aside[]> {
    const chats = await this.asideChats.list();
    const lists = chats.map(async ({ member: chatId }) => {
      const key = chatKeys(chatId).aside;
      const texts = await this.db.call('listing what was set aside', (redis) => redis.lrange(key, 0, -1));
      const read = texts
        .map((text) => this.damage.read(asideSchema, key, text))
        .filter((one) => one !== null);
      return read.map(({ id, error, item }) => ({ chatId, messageId: id, error, item }));
    });
    return (await Promise.all(lists)).flat();
  }

  async waiting(): Promise<string[]> {
    const found = await Promise.all(
      (await this.chats.list()).map(async (chat) => {
        const queue = chatKeys(chat.member).queue;
        const length = await this.db.call('measuring a queue', (redis) => redis.llen(queue));
        if (length === 0) await this.chats.clear(chat);
        return length > 0 ? chat.member : null;
      }),
    );
    return found.filter((chatId) => chatId !== null);
  }

  async lease(chatId: string, token: string, ms: number): Promise<boolean> {
    return integerReply.parse(await this.db.run('lease', [chatKeys(chatId).lease], [token, ms])) === 1;
  }

  async release(chatId: string, token: string): Promise<void> {
    await this.db.run('release', [chatKeys(chatId).lease], [token]);
  }
}
