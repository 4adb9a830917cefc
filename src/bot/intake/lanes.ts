import type { Logger } from 'pino';
import type { Incoming } from '../../cases/message.js';
import { pause } from '../pause.js';
import type { Backoff } from './retry.js';
import { untilDone } from './retry.js';
import { Slots } from './slots.js';

export interface LanesOptions {
  deliver: (message: Incoming) => Promise<void>;
  delivered: (message: Incoming) => void;
  /** Chats at one time. */
  chats: number;
  timing: Backoff;
  log: Logger;
}

/**
 * One lane for each chat: its messages are delivered one after the other, the next when the one before succeeded.
 * Chats go side by side.
 */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string, Incoming[]>();
  readonly #slots: Slots;
  readonly #over = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #size = 0;

  constructor(options: LanesOptions) {
    this.#options = options;
    this.#slots = new Slots(options.chats);
  }

  /** Messages not yet delivered. */
  get size(): number {
    return this.#size;
  }

  push(message: Incoming): void {
    if (this.#over.signal.aborted) return;
    this.#size += 1;
    const lane = this.#lanes.get(message.chat.id);
    if (lane) lane.push(message);
    else this.#open(message);
  }

  /** No new deliveries; resolves when those that run have ended, at most after `ms`. */
  async stop(ms: number): Promise<void> {
    this.#over.abort();
    const ended = new AbortController();
    void Promise.all(this.#running).then(() => ended.abort());
    await pause(ms, ended.signal);
  }

  #open(first: Incoming): void {
    const lane = [first];
    this.#lanes.set(first.chat.id, lane);
    const run = this.#run(first.chat.id, lane).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #run(chatId: string, lane: Incoming[]): Promise<void> {
    for (let message = lane[0]; message; message = lane[0]) {
      const delivered = await this.#deliver(message);
      if (!delivered) return;
      lane.shift();
      this.#size -= 1;
      this.#options.delivered(message);
    }
    this.#lanes.delete(chatId);
  }

  /** A failed message is tried again and its chat waits; others take its place meanwhile. */
  async #deliver(message: Incoming): Promise<boolean> {
    const { timing, log } = this.#options;
    const what = `handling message ${message.id}`;
    const done = await untilDone(what, () => this.#inSlot(message), { timing, over: this.#over.signal, log });
    return done?.value === true;
  }

  async #inSlot(message: Incoming): Promise<boolean> {
    await this.#slots.take();
    try {
      if (this.#over.signal.aborted) return false;
      await this.#options.deliver(message);
      return true;
    } finally {
      this.#slots.give();
    }
  }
}
