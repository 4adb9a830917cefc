import type { Clock } from '../cases/clock.js';

const HOUR = 3_600_000;

/** So many requests in any one hour, by the product's clock; counted in this process. */
export class Budget {
  private spent: number[] = [];

  constructor(
    private readonly perHour: number,
    private readonly clock: Clock,
  ) {}

  get left(): boolean {
    const since = this.clock.now() - HOUR;
    this.spent = this.spent.filter((at) => at > since);
    return this.spent.length < this.perHour;
  }

  /** False: used up. */
  take(): boolean {
    if (!this.left) return false;
    this.spent.push(this.clock.now());
    return true;
  }
}
