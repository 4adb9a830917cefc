import type { AccountTiming } from '../account-options.js';
import { faultKind, faultLine } from '../gateway/fault.js';
import { doubling, pause } from '../pause.js';
import type { Gate } from './gate.js';
import { Patience } from './patience.js';

export type Fetched<T> = { read: T } | { unreadable: string };

export interface FetchOptions<T> {
  read: () => Promise<T>;
  gate: Gate;
  timing: Pick<AccountTiming, 'backoffMinMs' | 'backoffMaxMs' | 'unreadableAfterMs'>;
  over: AbortSignal;
  /** Before each try, when there is a connection; the returned function is called after it. */
  attempt: () => Promise<() => void>;
  /** A failed try; so many have failed before it. */
  failed: (why: string, kind: string, failures: number) => void;
}

/** Reads one message, again and again, until it is read or hopeless. Null: stopped before. */
export async function fetchUntilRead<T>(options: FetchOptions<T>): Promise<Fetched<T> | null> {
  const patience = new Patience(options.timing.unreadableAfterMs);
  for (let failures = 0; ; failures += 1) {
    await options.gate.passed();
    if (options.over.aborted) return null;
    const started = performance.now();
    const result = await tryOnce(options);
    if ('read' in result) return result;
    const kind = options.gate.isOpen ? faultKind(result.error) : 'away';
    options.failed(faultLine(result.error), kind, failures);
    await pause(doubling(failures, options.timing.backoffMinMs, options.timing.backoffMaxMs), options.over);
    const hopeless = patience.failed(kind, performance.now() - started);
    if (hopeless !== null) return { unreadable: `${hopeless}: ${faultLine(result.error)}` };
  }
}

async function tryOnce<T>(options: FetchOptions<T>): Promise<{ read: T } | { error: unknown }> {
  const end = await options.attempt();
  try {
    return { read: await options.read() };
  } catch (error) {
    return { error };
  } finally {
    end();
  }
}
