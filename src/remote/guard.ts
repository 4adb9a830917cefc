import type { Logger } from 'pino';
import type { Clock } from '../cases/clock.js';
import { Breaker, type BreakerState } from './breaker.js';
import { Budget } from './budget.js';
import { RemoteFault, StoppedError, type FaultKind } from './fault.js';
import { Places } from './places.js';

/** What is counted: that a server was asked, and what came of it. */
export type RemoteOutcome = 'asked' | 'settled' | 'busy' | 'breaker' | FaultKind;

export interface RemoteLimits {
  /** For one question, waiting for a place and further tries included. */
  timeoutMs: number;
  /** HTTP requests an hour. */
  perHour: number;
  atOnce: number;
  /** So many failures in a row and the server is left alone for a while; default 3. */
  failures?: number;
}

export interface GuardOptions {
  /** As metrics and log name it. */
  service: string;
  limits: RemoteLimits;
  clock: Clock;
  tally: (service: string, outcome: RemoteOutcome) => void;
  log: Logger;
}

/** What one piece of work gets: until when, and the word to say before each request. */
export interface Call {
  signal: AbortSignal;
  /** @throws RemoteFault when the hour's budget is used up */
  spend: () => void;
}

/** A row this many times as long as what runs at one time: others are better served by the local decision. */
const ROW = 2;

/** Keeps calls to one server within time, number and budget. Whatever goes wrong comes out as null. */
export class Guard {
  private readonly breaker: Breaker;
  private readonly budget: Budget;
  private readonly places: Places;
  private readonly over = new AbortController();

  constructor(private readonly options: GuardOptions) {
    const { limits, clock } = options;
    this.breaker = new Breaker(clock, (state) => this.tell(state), limits.failures);
    this.budget = new Budget(limits.perHour, clock);
    this.places = new Places(limits.atOnce, limits.atOnce * ROW);
  }

  get state(): BreakerState {
    return this.breaker.state;
  }

  /** @throws StoppedError after `stop` */
  async run<T>(work: (call: Call) => Promise<T>): Promise<T | null> {
    if (this.over.signal.aborted) throw new StoppedError('stopping');
    if (!this.budget.left) return this.none('budget');
    const until = this.until();
    if (!(await this.places.take(until.signal))) return until.end(this.none('busy'));
    try {
      if (!this.breaker.may()) return this.none('breaker');
      return await this.tried(work, until.signal);
    } finally {
      this.places.give();
      until.end(null);
    }
  }

  /** Ends what runs; nothing is asked any more. */
  stop(): void {
    this.over.abort();
  }

  /** A signal for the time limit or the end of the product, whichever comes first. */
  private until(): { signal: AbortSignal; end: <T>(value: T) => T } {
    const late = new AbortController();
    const abort = (): void => late.abort();
    const timer = setTimeout(abort, this.options.limits.timeoutMs);
    this.over.signal.addEventListener('abort', abort);
    const end = <T>(value: T): T => {
      clearTimeout(timer);
      this.over.signal.removeEventListener('abort', abort);
      return value;
    };
    return { signal: late.signal, end };
  }

  private async tried<T>(work: (call: Call) => Promise<T>, signal: AbortSignal): Promise<T | null> {
    let asked = false;
    const spend = (): void => {
      if (!this.budget.take()) throw new RemoteFault('budget', 'the budget of this hour is used up');
      if (!asked) this.count('asked');
      asked = true;
    };
    try {
      const value = await untilAborted(work({ signal, spend }), signal);
      this.breaker.good();
      this.count('settled');
      return value;
    } catch (error) {
      if (this.over.signal.aborted) throw new StoppedError('stopping', { cause: error });
      const kind = signal.aborted ? 'timeout' : error instanceof RemoteFault ? error.kind : 'unreachable';
      if (kind === 'unheard' || kind === 'budget') this.breaker.giveBack();
      else this.breaker.bad();
      return this.none(kind, error instanceof RemoteFault ? error.status : null);
    }
  }

  private none(outcome: RemoteOutcome, status: number | null = null): null {
    this.count(outcome);
    this.options.log.debug(
      { service: this.options.service, outcome, status },
      'a server gave no answer that counts',
    );
    return null;
  }

  private count(outcome: RemoteOutcome): void {
    this.options.tally(this.options.service, outcome);
  }

  private tell(state: BreakerState): void {
    const { log, service } = this.options;
    if (state === 'open') log.warn({ service }, 'the server keeps failing: left alone for a while');
    else log.info({ service }, 'the server answers again');
  }
}

/** Work that does not heed the signal is left behind. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = (): void => reject(new RemoteFault('timeout', 'no answer in time'));
    signal.addEventListener('abort', stop, { once: true });
  });
  work.catch(() => undefined);
  aborted.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
