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
 * `perMinute` in any minute; among those waiting the highest priority first, then first come. Null: no pacing.
 * Real time (the platform's patience), not the product's clock.
 */
export class Pacer {
  private readonly waiting: Waiting[] = [];
  private readonly spoken: { chatId: string; at: number }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private order = 0;

  constructor(
    private readonly pace: Pace | null,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves when it is this message's turn. */
  turn(chatId: string, priority: Priority): Promise<void> {
    if (!this.pace) return Promise.resolve();
    return new Promise((go) => {
      this.waiting.push({ chatId, rank: PRIORITIES.indexOf(priority), order: (this.order += 1), go });
      this.serve();
    });
  }

  /** Lets everybody go at once (the sender is stopping; nothing new is claimed after that). */
  close(): void {
    if (this.timer) clearTimeout(this.timer);
    for (const one of this.waiting.splice(0)) one.go();
  }

  private serve(): void {
    if (this.timer || !this.pace || this.waiting.length === 0) return;
    const now = this.now();
    const ready = this.waiting
      .map((one) => ({ one, at: this.earliest(one.chatId, now) }))
      .sort((a, b) => a.one.rank - b.one.rank || a.at - b.at || a.one.order - b.one.order);
    const first = ready.find(({ at }) => at <= now);
    if (first) {
      this.waiting.splice(this.waiting.indexOf(first.one), 1);
      this.note(first.one.chatId, now);
      first.one.go();
      this.serve();
      return;
    }
    const soonest = Math.min(...ready.map(({ at }) => at));
    this.timer = setTimeout(
      () => {
        this.timer = null;
        this.serve();
      },
      Math.max(1, soonest - now),
    );
  }

  private note(chatId: string, at: number): void {
    this.spoken.push({ chatId, at });
    while (this.spoken[0] && at - this.spoken[0].at > 60_000) this.spoken.shift();
  }

  /** When this chat may be spoken to, by all three limits. */
  private earliest(chatId: string, now: number): number {
    const pace = this.pace;
    const last = this.spoken.at(-1);
    if (!pace || !last) return now;
    let at = last.chatId === chatId ? last.at + pace.perChatMs : last.at + pace.betweenChatsMs;
    const same = this.spoken.findLast((one) => one.chatId === chatId);
    if (same) at = Math.max(at, same.at + pace.perChatMs);
    const nth = this.spoken.at(-pace.perMinute);
    if (nth) at = Math.max(at, nth.at + 60_000);
    return at;
  }
}
