import type { Logger } from 'pino';
import type { Incoming } from '../../cases/message.js';
import { pause } from '../pause.js';
import type { Backoff } from './retry.js';
import { untilDone } from './retry.js';
import { Slots } from './slots.js';

export interface LanesOptions {
  /** The next messages of a chat, at least one: resolves with how many of them, from the first, are handled. */
  deliver: (messages: Incoming[]) => Promise<number>;
  delivered: (message: Incoming) => void;
  /** Chats at one time. */
  chats: number;
  timing: Backoff;
  log: Logger;
}

/** So many of one chat at one time: what waits for their writes, an emergency among them, waits for milliseconds. */
const AT_ONCE = 32;

/**
 * One lane for each chat: its messages are delivered in order, those that wait together, the next when the ones before
 * succeeded. Chats go side by side.
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
    while (lane.length > 0) {
      const delivered = await this.#deliver(lane);
      if (delivered === 0) return;
      this.#size -= delivered;
      for (const message of lane.splice(0, delivered)) this.#options.delivered(message);
    }
    this.#lanes.delete(chatId);
  }

  /** Failed messages are tried again, with those that came since, and their chat waits; others take its place meanwhile. */
  async #deliver(lane: Incoming[]): Promise<number> {
    const { timing, log } = this.#options;
    const what = `handling message ${lane[0]?.id ?? ''}`;
    const done = await untilDone(what, () => this.#inSlot(lane), { timing, over: this.#over.signal, log });
    return done?.value ?? 0;
  }

  async #inSlot(lane: Incoming[]): Promise<number> {
    await this.#slots.take();
    try {
      if (this.#over.signal.aborted) return 0;
      return await this.#options.deliver(lane.slice(0, AT_ONCE));
    } finally {
      this.#slots.give();
    }
  }
}
