import type { Logger } from 'pino';
import type { AccountLimits, AccountTiming } from '../account-options.js';
import type { Incoming } from '../../cases/message.js';
import type { Arrived } from '../account-port.js';
import type { Inbox } from '../../cases/ports.js';
import type { ReadMessage } from '../message/reader.js';
import { pause } from '../pause.js';
import { ArrivalOrder } from './arrival-order.js';
import { fetchUntilRead } from './fetching.js';
import { Gate } from './gate.js';
import { InboxWriter } from './inbox-writer.js';
import { Lanes } from './lanes.js';
import { Queue } from './queue.js';
import { untilDone } from './retry.js';
import { Slots } from './slots.js';

export interface IntakeHandlers {
  /** The next messages of a chat, as AccountHandlers says. */
  messages(run: Arrived[]): Promise<number>;
  own(message: Incoming): void;
  unreadable(id: string, error: string): void;
  /** A payload could not be read this time. */
  failed(id: string, why: string, kind: string, failures: number): void;
}

export interface IntakeOptions {
  inbox: Inbox;
  read: (id: string) => Promise<ReadMessage>;
  handlers: IntakeHandlers;
  timing: AccountTiming;
  limits: AccountLimits;
  log: Logger;
}

/** Payloads that held up the others are tried on the side, so many at one time. */
const LATE = 16;
const LOOK_EVERY_MS = 100;

/**
 * From id to delivery: id durable at once, payload fetched (many side by side), put back into the order of arrival,
 * delivered chat by chat, settled. What this process does not finish, the next one finds in the inbox.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #gate = new Gate();
  readonly #order = new ArrivalOrder<ReadMessage>();
  readonly #late = new Slots(LATE);
  readonly #lanes: Lanes;
  readonly #writer: InboxWriter;
  readonly #over = new AbortController();
  readonly #settleOver = new AbortController();
  /** Since when each one in the order is being tried with a connection. */
  readonly #since = new Map<string, number>();
  readonly #settling = new Set<Promise<unknown>>();
  /** From the inbox's word that an id is new until it is settled. */
  readonly #active = new Set<string>();
  readonly #heardAt = new Map<string, number>();
  readonly #ids = new Queue<string>();
  #fetching = 0;
  #looker: NodeJS.Timeout | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
    const { timing, limits, log, handlers, inbox } = options;
    this.#lanes = new Lanes({
      deliver: (messages) =>
        handlers.messages(messages.map((message) => ({ message, waitedMs: this.#waited(message.id) }))),
      delivered: (message) => this.#done(message.id),
      chats: limits.chats,
      timing,
      log,
    });
    this.#writer = new InboxWriter({
      inbox,
      timing,
      log,
      unsaved: limits.unsaved,
      accepted: (ids) => this.#admit(ids),
      lost: (id) => handlers.unreadable(id, 'too many messages while the store is away'),
    });
  }

  start(): void {
    this.#writer.start();
    this.#looker ??= setInterval(() => this.#passOverSlow(), LOOK_EVERY_MS);
  }

  /** Synchronous: the id is taken; everything else comes after. */
  hear(id: string): void {
    if (!this.#heardAt.has(id)) this.#noteHeard(id);
    this.#writer.add(id);
  }

  /** There is a connection, or none: without one nothing is fetched and nothing is passed over. */
  connected(yes: boolean): void {
    this.#since.clear();
    if (!yes) return this.#gate.close();
    this.#gate.open();
    this.#pump();
  }

  /** Ids that a crash would lose. */
  get unsaved(): number {
    return this.#writer.waiting;
  }

  /** Ids not yet handled. */
  get backlog(): number {
    return this.#writer.waiting + this.#ids.size + this.#order.size + this.#lanes.size;
  }

  /** No new deliveries; those that run end, at most after `ms`. Ids are still taken. */
  async finish(ms: number): Promise<void> {
    if (this.#looker) clearInterval(this.#looker);
    this.#over.abort();
    this.#gate.end();
    await this.#lanes.stop(ms);
  }

  /** After `finish`, when nothing more is heard: makes the last ids durable and settles what is done, within `ms`. */
  async close(ms: number): Promise<void> {
    const until = performance.now() + ms;
    await this.#writer.stop(ms);
    const settled = new AbortController();
    void Promise.all(this.#settling).then(() => settled.abort());
    await pause(Math.max(0, until - performance.now()), settled.signal);
    this.#settleOver.abort();
  }

  /** Duplicates are never settled: the oldest notes go when there are more than can be waiting. */
  #noteHeard(id: string): void {
    this.#heardAt.set(id, performance.now());
    const [oldest] = this.#heardAt.size > 2 * this.#options.limits.unsaved ? this.#heardAt.keys() : [];
    if (oldest !== undefined) this.#heardAt.delete(oldest);
  }

  #waited(id: string): number {
    const heardAt = this.#heardAt.get(id);
    return heardAt === undefined ? Infinity : performance.now() - heardAt;
  }

  #admit(ids: string[]): void {
    for (const id of ids) {
      if (this.#active.has(id)) continue;
      this.#active.add(id);
      this.#ids.push(id);
    }
    this.#pump();
  }

  /** Starts as many as may be read side by side. */
  #pump(): void {
    const { fetches, read } = this.#options.limits;
    while (this.#ids.size > 0 && this.#gate.isOpen && !this.#over.signal.aborted) {
      if (this.#fetching >= fetches || this.#order.size + this.#lanes.size >= read) return;
      const id = this.#ids.shift();
      if (id !== undefined) void this.#fetch(id);
    }
  }

  async #fetch(id: string): Promise<void> {
    this.#order.add(id);
    this.#fetching += 1;
    const result = await fetchUntilRead({
      read: () => this.#options.read(id),
      gate: this.#gate,
      timing: this.#options.timing,
      over: this.#over.signal,
      attempt: () => this.#attempt(id),
      failed: (why, kind, failures) => this.#failed(id, why, kind, failures),
    });
    if (!result) return;
    if (!this.#order.isLate(id)) this.#fetching -= 1;
    this.#since.delete(id);
    if ('read' in result) this.#release(this.#order.ready(id, result.read));
    else this.#giveUp(id, result.unreadable);
    this.#pump();
  }

  /** One that was passed over takes a place on the side for each try. */
  async #attempt(id: string): Promise<() => void> {
    if (!this.#order.isLate(id)) {
      if (!this.#since.has(id)) this.#since.set(id, performance.now());
      return () => undefined;
    }
    await this.#late.take();
    return () => this.#late.give();
  }

  #failed(id: string, why: string, kind: string, failures: number): void {
    if (kind === 'away') this.#since.delete(id);
    this.#options.handlers.failed(id, why, kind, failures);
  }

  #giveUp(id: string, why: string): void {
    this.#release(this.#order.drop(id));
    this.#options.handlers.unreadable(id, why);
    this.#done(id);
  }

  #passOverSlow(): void {
    const before = performance.now() - this.#options.timing.holdMs;
    for (let id = this.#order.head; id !== null; id = this.#order.head) {
      if (!this.#gate.isOpen || (this.#since.get(id) ?? before) >= before) return;
      this.#fetching -= 1;
      this.#release(this.#order.passOver(id));
      this.#pump();
    }
  }

  #release(read: ReadMessage[]): void {
    for (const { message, own } of read) {
      if (!own) this.#lanes.push(message);
      else {
        this.#options.handlers.own(message);
        this.#done(message.id);
      }
    }
  }

  /** Out of the inbox; a store that is away is waited for, nobody else waits. */
  #done(id: string): void {
    const { inbox, timing, log } = this.#options;
    const act = (): Promise<void> => inbox.settle(id);
    const settling = untilDone('settling', act, { timing, over: this.#settleOver.signal, log });
    this.#settling.add(settling);
    void settling.finally(() => {
      this.#settling.delete(settling);
      this.#active.delete(id);
      this.#heardAt.delete(id);
    });
    this.#pump();
  }
}
