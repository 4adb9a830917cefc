import type { Logger } from 'pino';
import type { Inbox } from '../../cases/ports.js';
import type { Backoff } from './retry.js';
import { untilDone } from './retry.js';

const BATCH = 500;

export interface InboxWriterOptions {
  inbox: Inbox;
  timing: Backoff;
  /** Ids kept in memory while the store is away. */
  unsaved: number;
  /** Ids that are safe, in order of arrival; one that is under way already may come again. */
  accepted: (ids: string[]) => void;
  /** No room for this one any more. */
  lost: (id: string) => void;
  log: Logger;
}

/**
 * Takes ids off the stream synchronously and makes them durable in the order in which they came, a batch at a time.
 * What an earlier run of the process left behind comes first.
 */
export class InboxWriter {
  readonly #options: InboxWriterOptions;
  readonly #over = new AbortController();
  #buffer: string[] = [];
  #begun = false;
  #wake: (() => void) | null = null;
  #draining = false;
  #running: Promise<void> = Promise.resolve();

  constructor(options: InboxWriterOptions) {
    this.#options = options;
  }

  /** Ids not yet safe. */
  get waiting(): number {
    return this.#buffer.length;
  }

  start(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#running = this.#run();
  }

  add(id: string): void {
    if (this.#buffer.length >= this.#options.unsaved) return this.#options.lost(id);
    this.#buffer.push(id);
    this.#wake?.();
  }

  /** Writes what is there, for at most `ms`. */
  async stop(ms: number): Promise<void> {
    this.#draining = true;
    this.#wake?.();
    const timer = setTimeout(() => this.#over.abort(), ms);
    await this.#running;
    clearTimeout(timer);
    this.#over.abort();
  }

  async #run(): Promise<void> {
    const left = await this.#store('reading the inbox', () => this.#options.inbox.pending());
    if (left && left.length > 0) this.#options.accepted(left);
    while (!this.#over.signal.aborted) {
      const batch = this.#buffer.slice(0, BATCH);
      if (batch.length === 0 && this.#draining) return;
      if (batch.length === 0) await this.#filled();
      else await this.#write(batch);
    }
  }

  async #write(batch: string[]): Promise<void> {
    let tries = 0;
    const accept = (): Promise<string[]> => {
      tries += 1;
      return this.#options.inbox.accept(batch);
    };
    const fresh = await this.#store('writing to the inbox', accept);
    const ours = fresh && tries > 1 ? await this.#recover(batch, fresh) : fresh;
    if (!ours) return;
    this.#buffer.splice(0, batch.length);
    if (ours.length > 0) this.#options.accepted(ours);
  }

  /** A write whose answer was lost makes its ids look like duplicates: those still open are ours. */
  async #recover(batch: string[], fresh: string[]): Promise<string[] | null> {
    const pending = await this.#store('reading the inbox', () => this.#options.inbox.pending());
    if (!pending) return null;
    const open = new Set([...pending, ...fresh]);
    return [...new Set(batch)].filter((id) => open.has(id));
  }

  async #store<T>(what: string, act: () => Promise<T>): Promise<T | null> {
    const { timing, log } = this.#options;
    const done = await untilDone(what, act, { timing, over: this.#over.signal, log });
    return done?.value ?? null;
  }

  /** Until there is something, plus one turn of the loop: what comes in one burst is one write. */
  async #filled(): Promise<void> {
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
