/** Rows remembered as arrived; jobs that wait for an older one than that ask the store. */
const MOST = 20_000;

/** Which rows have reached the sender, so that a later one of their chat can wait for them. */
export class Arrivals {
  private readonly seen = new Set<string>();
  private readonly waiting = new Map<string, (() => void)[]>();

  note(rowId: string): void {
    this.seen.delete(rowId);
    this.seen.add(rowId);
    const [oldest] = this.seen.size > MOST ? this.seen : [];
    if (oldest !== undefined) this.seen.delete(oldest);
    for (const go of this.waiting.get(rowId) ?? []) go();
    this.waiting.delete(rowId);
  }

  has(rowId: string): boolean {
    return this.seen.has(rowId);
  }

  /** Resolves when the row has arrived, and after `ms` at the latest. */
  async of(rowId: string, ms: number): Promise<void> {
    if (this.has(rowId)) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
      this.waiting.set(rowId, [...(this.waiting.get(rowId) ?? []), resolve]);
    });
    clearTimeout(timer);
  }
}
