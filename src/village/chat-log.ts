import type { ChatLine } from './api.js';

/** All that was said, in memory and bounded: the oldest lines go when there are more than `limit`. */
export class ChatLog {
  private readonly byId = new Map<string, ChatLine>();
  private readonly byChat = new Map<string, ChatLine[]>();
  private lastSeq = 0;

  /** `dropped` hears of each line that the limit takes out. */
  constructor(
    private readonly limit: number,
    private readonly dropped: (line: ChatLine) => void,
  ) {}

  /** Adds a line at the end and gives it its seq. */
  append(line: Omit<ChatLine, 'seq'>): ChatLine {
    const whole: ChatLine = { ...line, seq: this.lastSeq + 1 };
    this.restore(whole);
    return whole;
  }

  /** Puts a line back that was kept on disk; lines come in the order of their seq. */
  restore(line: ChatLine): void {
    this.lastSeq = Math.max(this.lastSeq, line.seq);
    this.byId.set(line.id, line);
    const chat = this.byChat.get(line.chat);
    if (chat) chat.push(line);
    else this.byChat.set(line.chat, [line]);
    this.trim();
  }

  get(id: string): ChatLine | null {
    return this.byId.get(id) ?? null;
  }

  /** Marks a line as taken back; its place in the chat stays. */
  markRecalled(id: string): ChatLine | null {
    const line = this.byId.get(id);
    if (line) line.recalled = true;
    return line ?? null;
  }

  lines(chat: string, limit: number, beforeSeq: number): ChatLine[] {
    const all = (this.byChat.get(chat) ?? []).filter((l) => l.seq < beforeSeq && l.type !== 'recalled');
    return all.slice(-limit);
  }

  /** Everything, oldest first. */
  all(): IterableIterator<ChatLine> {
    return this.byId.values();
  }

  private trim(): void {
    for (const line of this.byId.values()) {
      if (this.byId.size <= this.limit) return;
      this.byId.delete(line.id);
      const chat = this.byChat.get(line.chat);
      if (chat?.[0] === line) chat.shift();
      this.dropped(line);
    }
  }
}
