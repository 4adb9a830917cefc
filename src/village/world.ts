import type { Clock } from '../cases/clock.js';
import type { ChatLine, Place, Post, VillageEvent } from './api.js';
import { ChatLog } from './chat-log.js';
import { fault } from './fault.js';
import type { Files } from './files.js';
import { messageIds } from './message-ids.js';
import { lineOf } from './posting.js';
import type { Society } from './society.js';

/** How long an own message can be taken back, as in WeChat. */
export const RECALL_MS = 2 * 60_000;

/** What the bot sends: a text, a file of some kind, a place. */
export interface Saying {
  type: ChatLine['type'];
  text: string;
  mentions?: string[];
  file?: { name: string; bytes: Buffer };
  place?: Place;
}

/** People, rooms and everything that is said; knows nothing of gateways. */
export class World {
  readonly log: ChatLog;
  private readonly nextId = messageIds();
  private readonly listeners = new Set<(event: VillageEvent) => void>();

  constructor(
    readonly society: Society,
    readonly files: Files,
    private readonly clock: Clock,
    historyLimit: number,
  ) {
    this.log = new ChatLog(historyLimit, (line) => line.file && this.files.drop(line.id));
  }

  get bot(): { id: string; name: string } {
    return this.society.bot;
  }

  now(): number {
    return Math.floor(this.clock.now());
  }

  newId(): string {
    return this.nextId();
  }

  post(post: Post): ChatLine {
    return this.add(lineOf(post, this.newId(), this.now(), this.society, this.log), post.file);
  }

  /** A message of the bot; refused like WeChat does: outside its rooms, or to somebody who is no friend. */
  say(to: string, { file, ...saying }: Saying): ChatLine {
    const room = to.includes('@');
    if (room && !this.society.isMember(to, this.bot.id)) throw new Error(`not a member of ${to}`);
    if (!room && !this.society.isFriend(this.society.person(to).id)) throw new Error(`${to} is not a friend`);
    const line = {
      id: this.newId(),
      chat: to,
      room,
      from: this.bot.id,
      at: this.now(),
      mentions: [],
      ...saying,
    };
    return this.add(file ? { ...line, file: { name: file.name, size: file.bytes.length } } : line, file);
  }

  /** Takes a message back; returns the line that tells of it (its text is the id of what was taken back). */
  recall(from: string, messageId: string): ChatLine {
    const line = this.log.get(messageId);
    if (!line || line.recalled || line.type === 'recalled') throw fault('没有这条消息，或者已经撤回了');
    if (line.from !== from) throw fault('只能撤回自己的消息');
    if (this.now() - line.at > RECALL_MS) throw fault('发出两分钟以内的消息才能撤回');
    this.log.markRecalled(messageId);
    const { chat, room } = line;
    const notice = this.log.append({
      id: this.newId(),
      chat,
      room,
      from,
      at: this.now(),
      type: 'recalled',
      text: messageId,
      mentions: [],
    });
    this.tell({ type: 'recall', line });
    return notice;
  }

  listen(listener: (event: VillageEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(event: VillageEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private add(line: Omit<ChatLine, 'seq'>, file: Post['file']): ChatLine {
    if (file) this.files.put(line.id, file);
    const whole = this.log.append(line);
    this.tell({ type: 'line', line: whole });
    return whole;
  }
}
