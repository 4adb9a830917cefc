/** So many at one time, as many again may wait in a row; whoever comes when that is full is sent on. */
export class Places {
  private taken = 0;
  private readonly row: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Resolves with true once there is a place, with false when none comes before the signal; false at once when full. */
  take(signal: AbortSignal): Promise<boolean> {
    if (this.taken < this.atOnce) {
      this.taken += 1;
      return Promise.resolve(true);
    }
    if (this.row.length >= this.waiting || signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const late = (): void => {
        this.row.splice(this.row.indexOf(next), 1);
        resolve(false);
      };
      const next = (): void => {
        signal.removeEventListener('abort', late);
        resolve(true);
      };
      signal.addEventListener('abort', late, { once: true });
      this.row.push(next);
    });
  }

  give(): void {
    const next = this.row.shift();
    if (next) next();
    else this.taken -= 1;
  }
}
