/** What is given in one turn of the loop goes in one call: all of it succeeds or fails as one. */
export class Together<T> {
  private waiting: { item: T; done: () => void; failed: (error: unknown) => void }[] = [];

  constructor(private readonly act: (items: T[]) => Promise<void>) {}

  /** Resolves when the call that took the item has succeeded. @throws what that call threw */
  add(item: T): Promise<void> {
    return new Promise((done, failed) => {
      if (this.waiting.push({ item, done, failed }) === 1) setImmediate(() => void this.go());
    });
  }

  private async go(): Promise<void> {
    const all = this.waiting;
    this.waiting = [];
    try {
      await this.act(all.map(({ item }) => item));
      for (const { done } of all) done();
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  }
}
