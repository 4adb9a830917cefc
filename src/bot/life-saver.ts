import type { Logger } from 'pino';
import type { Millis } from '../cases/case.js';
import type { LifeSigns } from './account-options.js';
import { faultLine } from './gateway/fault.js';
import { within } from './pause.js';

const EVERY_MS = 5000;
const LOAD_MS = 3000;

/** Writes down now and then until when everything was heard, so that the next process knows what it may have missed. */
export class LifeSaver {
  readonly #signs: LifeSigns | undefined;
  readonly #heardAt: () => Millis | null;
  readonly #log: Logger;
  #saved: Millis | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** `heardAt`: null while something heard is not yet safe. */
  constructor(signs: LifeSigns | undefined, heardAt: () => Millis | null, log: Logger) {
    this.#signs = signs;
    this.#heardAt = heardAt;
    this.#log = log;
  }

  /** What the process before wrote; null when there was none, or the store does not answer in time. */
  async load(): Promise<Millis | null> {
    if (!this.#signs) return null;
    const loading = this.#signs.load().catch(() => null);
    return within(loading, LOAD_MS, null);
  }

  start(): void {
    if (this.#signs) this.#timer ??= setInterval(() => void this.save(), EVERY_MS);
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Never rejects. */
  async save(): Promise<void> {
    const at = this.#heardAt();
    if (!this.#signs || at === null || at === this.#saved) return;
    try {
      await this.#signs.save(at);
      this.#saved = at;
    } catch (error) {
      this.#log.warn({ error: faultLine(error) }, 'the last sign of life could not be kept');
    }
  }
}
