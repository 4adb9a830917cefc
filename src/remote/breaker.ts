import type { Clock } from '../cases/clock.js';

/** So many failures in a row open it, where nothing else is said. */
const FAILURES = 3;
const FIRST_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

export type BreakerState = 'closed' | 'open' | 'trying';

/**
 * Spares everybody the waiting for a server that fails: open, nothing is asked; after a minute (doubling with each
 * failed try, up to fifteen) one call tries. By the product's clock.
 */
export class Breaker {
  private failures = 0;
  private openedAt: number | null = null;
  private restMs = FIRST_MS;
  private trying = false;

  constructor(
    private readonly clock: Clock,
    private readonly changed: (state: BreakerState) => void,
    private readonly most = FAILURES,
  ) {}

  get state(): BreakerState {
    if (this.openedAt === null) return 'closed';
    return this.trying ? 'trying' : 'open';
  }

  /** Whether a call may go out now; a true that ends in neither `good` nor `bad` must be given back. */
  may(): boolean {
    if (this.openedAt === null) return true;
    if (this.trying || this.clock.now() - this.openedAt < this.restMs) return false;
    this.trying = true;
    return true;
  }

  good(): void {
    const was = this.openedAt;
    this.failures = 0;
    this.openedAt = null;
    this.trying = false;
    this.restMs = FIRST_MS;
    if (was !== null) this.changed('closed');
  }

  bad(): void {
    this.failures += 1;
    if (this.trying) this.restMs = Math.min(LONGEST_MS, this.restMs * 2);
    else if (this.openedAt !== null || this.failures < this.most) return;
    this.trying = false;
    this.openedAt = this.clock.now();
    this.changed('open');
  }

  /** Nothing was learnt of the server. */
  giveBack(): void {
    this.trying = false;
  }
}
