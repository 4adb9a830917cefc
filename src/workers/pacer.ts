import { PRIORITIES, type Priority } from '../cases/words.js';

/** How fast an account may speak without standing out (design.md: seen in the field). */
export interface Pace {
  perChatMs: number;
  betweenChatsMs: number;
  perMinute: number;
}

interface Waiting {
  chatId: string;
  rank: number;
  order: number;
  go: () => void;
}

/**
 * Gives out turns to speak: one chat at most every `perChatMs`, another chat at most every `betweenChatsMs`, at most
 * `perMinute` in any minute. The highest priority goes first, then first come; while something of a higher priority
 * waits for its moment nothing lower slips in before it. An emergency waits for its own chat only. Null: no pacing.
 * Real time (the platform's patience), not the product's clock.
 */
export class Pacer {
  private readonly waiting: Waiting[] = [];
  private readonly spoken: { chatId: string; at: number }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private order = 0;
  private closed = false;

  constructor(
    private readonly pace: Pace | null,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves when it is this message's turn. */
  turn(chatId: string, priority: Priority): Promise<void> {
    if (!this.pace || this.closed) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push({ chatId, rank: PRIORITIES.indexOf(priority), order: (this.order += 1), go });
      this.serve();
    });
  }

  /** Something more urgent waits behind the turn that this chat has asked for: it becomes that one's turn. */
  hurry(chatId: string, priority: Priority): void {
    const rank = PRIORITIES.indexOf(priority);
    const waiting = this.waiting.filter((one) => one.chatId === chatId && one.rank > rank);
    for (const one of waiting) one.rank = rank;
    if (waiting.length > 0) this.serve();
  }

  /** Lets everybody go at once, now and later (the sender is stopping; it sends nothing any more). */
  close(): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const one of this.waiting.splice(0)) one.go();
  }

  private serve(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const now = this.now();
    for (let next = this.next(now); next; next = this.next(now)) {
      if (next.at > now) {
        this.timer = setTimeout(() => this.serve(), Math.max(1, next.at - now));
        return;
      }
      this.waiting.splice(this.waiting.indexOf(next.one), 1);
      this.note(next.one.chatId, now);
      next.one.go();
    }
  }

  /** Among the highest priority waiting: who may speak soonest, and when. */
  private next(now: number): { one: Waiting; at: number } | null {
    const best = Math.min(...this.waiting.map((one) => one.rank));
    const first = this.waiting
      .filter((one) => one.rank === best)
      .map((one) => ({ one, at: this.earliest(one, now) }))
      .sort((a, b) => a.at - b.at || a.one.order - b.one.order);
    return first[0] ?? null;
  }

  private note(chatId: string, at: number): void {
    this.spoken.push({ chatId, at });
    while (this.spoken[0] && at - this.spoken[0].at > 60_000) this.spoken.shift();
  }

  /** When this one may be said, by all three limits. */
  private earliest({ chatId, rank }: Waiting, now: number): number {
    const last = this.spoken.at(-1);
    if (!this.pace || !last) return now;
    const { perChatMs, betweenChatsMs, perMinute } = this.pace;
    const same = this.spoken.findLast((one) => one.chatId === chatId);
    const ownTurn = same ? same.at + perChatMs : now;
    if (rank === 0) return Math.max(now, ownTurn);
    const others = last.chatId === chatId ? now : last.at + betweenChatsMs;
    const nth = this.spoken.at(-perMinute);
    return Math.max(now, ownTurn, others, nth ? nth.at + 60_000 : now);
  }
}
