import type { FaultKind } from '../gateway/fault.js';

/** So many clear answers that there is no such message, or none with sense, are believed. */
const BELIEVED = 5;

/** How long one message is tried before it is called unreadable. Pure: told of each failure and what it took. */
export class Patience {
  readonly #maxMs: number;
  #triedMs = 0;
  readonly #counts = new Map<FaultKind, number>();

  /** `maxMs`: trying for this long while connected is enough. */
  constructor(maxMs: number) {
    this.#maxMs = maxMs;
  }

  /** Counts a failure that took `ms`; the reason to give up, or null. Without a connection nothing is counted. */
  failed(kind: FaultKind, ms: number): string | null {
    if (kind === 'away') return null;
    this.#triedMs += ms;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (kind === 'missing' && count >= BELIEVED) return 'the gateway says that there is no such message';
    if (kind === 'garbage' && count >= BELIEVED) return 'the gateway answers without sense';
    if (this.#triedMs >= this.#maxMs) return `not readable in ${Math.round(this.#triedMs / 1000)} s`;
    return null;
  }
}
