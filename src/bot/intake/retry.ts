import type { Logger } from 'pino';
import { faultLine } from '../gateway/fault.js';
import { doubling, pause } from '../pause.js';

export interface Backoff {
  backoffMinMs: number;
  backoffMaxMs: number;
}

/** Does it until it succeeds; null when it was over before. Logs the first failure and each tenth after it. */
export async function untilDone<T>(
  what: string,
  act: () => Promise<T>,
  options: { timing: Backoff; over: AbortSignal; log: Logger },
): Promise<{ value: T } | null> {
  for (let failures = 0; !options.over.aborted; failures += 1) {
    try {
      return { value: await act() };
    } catch (error) {
      if (failures % 10 === 0)
        options.log.warn({ error: faultLine(error), failures }, `${what} failed, trying again`);
    }
    await pause(doubling(failures, options.timing.backoffMinMs, options.timing.backoffMaxMs), options.over);
  }
  return null;
}
