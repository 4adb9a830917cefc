import type { AccountTiming } from '../account-options.js';
import { pause } from '../pause.js';
import { isAnswer, Link } from './link.js';
import type { EventResponse, PuppetClient } from './protocol.js';
import { pb } from './protocol.js';

/** `ended`: the connection says so. `silent`: no answer comes. `deaf`: calls are answered, but no event comes through. */
export type Trouble = 'ended' | 'silent' | 'deaf';
type Timing = Pick<AccountTiming, 'pingAfterMs' | 'pingDeadlineMs' | 'connectDeadlineMs' | 'retryMaxMs'>;

/** The first question comes soon after the start, to learn what this gateway answers. */
const FIRST_ASK_MS = 1000;
/** A dong may go by way of WeChat's servers: it has this long, or thrice the slowest one heard. */
const DONG_MIN_MS = 6000;
const DONG_MAX_MS = 60_000;
/** When the way is open again, a stream that still lives shows it within this. */
const GRACE_MS = 1000;
const ASK_AGAIN_MS = 1000;

/**
 * Watches one stream after the other for signs of life. A silent one is asked (Ding); where the gateway is known to
 * send its dong through the stream, the dong must come: only then is the stream itself alive, not just the connection.
 */
export class StreamWatch {
  readonly #timing: Timing;
  readonly #newClient: () => PuppetClient;
  readonly #over: AbortSignal;
  #dongs = false;
  #dongHere = false;
  #deafLast = false;
  #slowestDong = 0;
  /** Since when a dong is outstanding. */
  #askedAt: number | null = null;
  #back: AbortController | null = null;

  constructor(timing: Timing, newClient: () => PuppetClient, over: AbortSignal) {
    this.#timing = timing;
    this.#newClient = newClient;
    this.#over = over;
  }

  heard(event: EventResponse): void {
    this.#back?.abort();
    if (event.getType() !== pb.EventType.EVENT_TYPE_DONG) return;
    this.#dongs = true;
    this.#dongHere = true;
    this.#deafLast = false;
    if (this.#askedAt === null) return;
    this.#slowestDong = Math.max(this.#slowestDong, performance.now() - this.#askedAt);
    this.#askedAt = null;
  }

  /** Resolves with the first trouble; `alive` is called for signs of life that are no events. */
  async untilTrouble(link: Link, alive: () => void): Promise<Trouble> {
    this.#dongHere = false;
    this.#askedAt = null;
    let seen = link.heard;
    await pause(Math.min(FIRST_ASK_MS, this.#timing.pingAfterMs), link.over);
    for (let first = true; !link.end; first = false) {
      const trouble = first || link.heard === seen ? await this.#ask(link, alive) : null;
      if (trouble) return trouble;
      seen = link.heard;
      await pause(this.#timing.pingAfterMs, link.over);
    }
    return 'ended';
  }

  async #ask(link: Link, alive: () => void): Promise<Trouble | null> {
    const before = link.heard;
    this.#askedAt ??= performance.now();
    const fault = await link.ding('huiyin', this.#timing.pingDeadlineMs).then(
      () => null,
      (error: unknown) => ({ answered: isAnswer(error) }),
    );
    if (link.end) return 'ended';
    if (fault && !fault.answered) return link.heard === before ? 'silent' : null;
    if (fault || !this.#expectsDong()) {
      alive();
      return null;
    }
    return this.#awaitDong(link, before);
  }

  /** After a stream was given up for deaf and the next sent no dong either, this gateway has no dongs at the moment. */
  #expectsDong(): boolean {
    return this.#dongHere || (this.#dongs && !this.#deafLast);
  }

  async #awaitDong(link: Link, before: number): Promise<Trouble | null> {
    const patience = Math.min(DONG_MAX_MS, Math.max(DONG_MIN_MS, 3 * this.#slowestDong));
    const until = performance.now() + patience;
    while (!link.end && link.heard === before && performance.now() < until) await pause(50, link.over);
    if (link.end) return 'ended';
    if (link.heard !== before) return null;
    this.#deafLast = true;
    return 'deaf';
  }

  /**
   * A silent stream may come back to life, and then nothing was lost: what the gateway said meanwhile is still under
   * way. So it is kept until the gateway answers on another connection while it stays silent. True: it lives.
   */
  async heal(link: Link): Promise<boolean> {
    const back = new AbortController();
    const done = new AbortController();
    const either = AbortSignal.any([back.signal, link.over, this.#over, done.signal]);
    this.#back = back;
    void this.#askUntil(link, back, either);
    await this.#untilReachable(either);
    await pause(GRACE_MS, either);
    this.#back = null;
    done.abort();
    return back.signal.aborted && !link.end;
  }

  async #askUntil(link: Link, back: AbortController, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      void link.ding('huiyin', 10 * ASK_AGAIN_MS).then(
        () => back.abort(),
        (error: unknown) => (isAnswer(error) ? back.abort() : undefined),
      );
      await pause(ASK_AGAIN_MS, over);
    }
  }

  async #untilReachable(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const probe = new Link(this.#newClient(), { opened: () => undefined, event: () => undefined });
      const stop = (): void => probe.close();
      over.addEventListener('abort', stop, { once: true });
      const answers = await probe.answers(this.#timing.connectDeadlineMs);
      over.removeEventListener('abort', stop);
      probe.close();
      if (answers) return;
      await pause(Math.min(300, this.#timing.retryMaxMs), over);
    }
  }
}
