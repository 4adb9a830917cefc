import type { Logger } from 'pino';
import type { AccountTiming } from '../account-options.js';
import type { Millis } from '../../cases/case.js';
import type { Clock } from '../../cases/clock.js';
import { doubling, pause } from '../pause.js';
import { AwayError } from './fault.js';
import { Link } from './link.js';
import type { EventResponse, PuppetClient } from './protocol.js';
import { startPuppet } from './start-puppet.js';
import { StreamWatch } from './stream-watch.js';
import { whyAway } from './why-away.js';

export interface SupervisorHandlers {
  event(event: EventResponse): void;
  /** A stream stands. `gapFrom`: since when it is not certain that all was heard; null when nothing can be missing. */
  up(gapFrom: Millis | null): void;
  down(reason: string): void;
}

export interface SupervisorOptions {
  newClient: () => PuppetClient;
  /** Until when all was heard for certain before this start, as far as known. */
  heardAt: Millis | null;
  timing: AccountTiming;
  handlers: SupervisorHandlers;
  clock: Clock;
  log: Logger;
}

const SAY_EVERY_MS = 60_000;

/**
 * Keeps one event stream to the gateway, for ever: connects, watches it, lets go of it when it is dead, connects anew.
 * The gateway's account is never touched (no Stop, no Logout).
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #over = new AbortController();
  readonly #watch: StreamWatch;
  #link: Link | null = null;
  #up = false;
  #heardAt: Millis | null;
  #awaySince: Millis;
  #reason: string | null = null;
  #saidAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#heardAt = options.heardAt;
    this.#awaySince = options.clock.now();
    this.#watch = new StreamWatch(options.timing, options.newClient, this.#over.signal);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Lets go of stream and connection; resolves when nothing of them is left. */
  async stop(): Promise<void> {
    this.#over.abort();
    this.#link?.close();
    await this.#running;
    this.#up = false;
  }

  get up(): boolean {
    return this.#up;
  }

  /** Last certain sign of life of the stream, by the product's clock. */
  get heardAt(): Millis | null {
    return this.#heardAt;
  }

  get awaySince(): Millis | null {
    return this.#up ? null : this.#awaySince;
  }

  /** Why it is away, for people. */
  get reason(): string {
    return this.#reason ?? 'not connected yet';
  }

  /** Throws AwayError while there is no connection. */
  get client(): PuppetClient {
    if (!this.#up || !this.#link) throw new AwayError('not connected to the gateway');
    return this.#link.client;
  }

  async #run(): Promise<void> {
    for (let link = await this.#connect(); link; link = await this.#connect()) {
      void startPuppet(link, this.#options.log);
      await this.#serve(link);
      link.close();
    }
  }

  async #connect(): Promise<Link | null> {
    const { connectDeadlineMs, retryMinMs, retryMaxMs } = this.#options.timing;
    for (let failures = 0; !this.#over.signal.aborted; failures += 1) {
      const link = this.#newLink();
      if (await link.open(connectDeadlineMs)) return link;
      this.#trouble(whyAway(link.end));
      await pause(doubling(failures, retryMinMs, retryMaxMs), this.#over.signal);
    }
    return null;
  }

  #newLink(): Link {
    const link = new Link(this.#options.newClient(), {
      opened: () => this.#rise(true),
      event: (event) => this.#heard(event),
    });
    this.#link = link;
    return link;
  }

  /** Until the link is of no more use. */
  async #serve(link: Link): Promise<void> {
    for (;;) {
      const trouble = await this.#watch.untilTrouble(link, () => this.#alive());
      this.#fall(trouble === 'ended' ? whyAway(link.end) : `the event stream is ${trouble}`);
      if (trouble !== 'silent' || !(await this.#watch.heal(link))) return;
      this.#rise(false);
    }
  }

  #rise(anew: boolean): void {
    if (this.#up || this.#over.signal.aborted) return;
    const from = this.#heardAt ?? (this.#reason === null ? null : this.#awaySince);
    this.#up = true;
    this.#alive();
    this.#saidAt = Number.NEGATIVE_INFINITY;
    this.#options.log.info({ anew }, 'connected to the gateway');
    this.#options.handlers.up(anew ? from : null);
  }

  #fall(reason: string): void {
    if (!this.#up || this.#over.signal.aborted) return;
    this.#up = false;
    this.#awaySince = this.#options.clock.now();
    this.#options.handlers.down(reason);
    this.#trouble(reason);
  }

  #heard(event: EventResponse): void {
    // A silent stream that speaks again.
    this.#rise(false);
    this.#alive();
    this.#watch.heard(event);
    this.#options.handlers.event(event);
  }

  #alive(): void {
    if (this.#up) this.#heardAt = this.#options.clock.now();
  }

  /** One line at the beginning of each trouble, then one a minute. */
  #trouble(reason: string): void {
    if (this.#over.signal.aborted) return;
    this.#reason = reason;
    const now = performance.now();
    if (now - this.#saidAt < SAY_EVERY_MS) return;
    this.#saidAt = now;
    this.#options.log.warn({ reason }, 'away from the gateway, trying again');
  }
}
