import { z } from 'zod';
import type { Millis } from '../cases/case.js';
import type { Clock } from '../cases/clock.js';
import { memoKey } from '../cases/memo-keys.js';
import type { Memos } from '../cases/ports.js';
import type { Config } from '../config/shape.js';

export type ClockMode = 'system' | 'ahead' | 'manual';

/**
 * The product's clock: the machine's; or the machine's with an offset that the simulated village may push ahead; or
 * one that stands still but for being set (HUIYIN_CLOCK=manual). The only reader of the machine's clock.
 */
export class ProductClock implements Clock {
  private standing: Millis | null;
  private offset = 0;
  private readonly listeners: (() => Promise<void>)[] = [];

  constructor(readonly mode: ClockMode) {
    this.standing = mode === 'manual' ? Date.now() : null;
  }

  now(): Millis {
    return this.standing ?? Date.now() + this.offset;
  }

  /** Sets a standing clock; resolves when everything that follows time has followed. */
  async set(at: Millis): Promise<void> {
    if (this.mode !== 'manual') throw new Error('the clock stands still only with HUIYIN_CLOCK=manual');
    this.standing = at;
    await this.moved();
  }

  /** Lets the clock run ahead at once by `ms`. */
  async advance(ms: number): Promise<void> {
    if (this.mode === 'system') throw new Error('the clock of a real account cannot be pushed');
    if (this.standing === null) this.offset += ms;
    else this.standing += ms;
    await this.moved();
  }

  onMove(listener: () => Promise<void>): void {
    this.listeners.push(listener);
  }

  /** What to keep over a restart; null for the machine's own time. */
  save(): string | null {
    if (this.mode === 'system') return null;
    return JSON.stringify({ standing: this.standing, offset: this.offset });
  }

  /** Takes up what `save` gave before a restart. */
  restore(kept: { standing: Millis | null; offset: number }): void {
    if (this.mode === 'manual' && kept.standing !== null) this.standing = kept.standing;
    if (this.mode === 'ahead') this.offset = Math.max(0, kept.offset);
  }

  private async moved(): Promise<void> {
    for (const listener of this.listeners) await listener();
  }
}

const YEAR_MS = 365 * 24 * 3600 * 1000;
const keptSchema = z.object({ standing: z.number().nullable(), offset: z.number() });

/** The clock of this configuration, as it stood before a restart. */
export async function openClock(config: Config, memos: Memos): Promise<ProductClock> {
  const clock = new ProductClock(config.manualClock ? 'manual' : config.gateway ? 'system' : 'ahead');
  const kept = await memos.get(memoKey.clock);
  const parsed = keptSchema.safeParse(kept === null ? null : JSON.parse(kept));
  if (parsed.success) clock.restore(parsed.data);
  return clock;
}

/** Keeps where the clock stands, for the next start. */
export async function keepClock(memos: Memos, clock: ProductClock): Promise<void> {
  const kept = clock.save();
  if (kept !== null) await memos.set(memoKey.clock, kept, YEAR_MS);
}
