/** Closed while there is no connection: what needs one waits here. */
export class Gate {
  #open = false;
  #ended = false;
  #waiting: (() => void)[] = [];

  get isOpen(): boolean {
    return this.#open;
  }

  open(): void {
    this.#open = true;
    this.#release();
  }

  close(): void {
    this.#open = false;
  }

  /** Nobody waits here any more. */
  end(): void {
    this.#ended = true;
    this.#release();
  }

  passed(): Promise<void> {
    if (this.#open || this.#ended) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
