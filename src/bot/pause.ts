/** Waits `ms`, or less when the signal says that it is over. Never rejects. */
export function pause(ms: number, over?: AbortSignal): Promise<void> {
  if (over?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      over?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    over?.addEventListener('abort', end, { once: true });
  });
}

/** The `n`th pause (from 0) of a doubling row between two bounds, in milliseconds. */
export function doubling(n: number, minMs: number, maxMs: number): number {
  return Math.min(maxMs, minMs * 2 ** Math.min(n, 30));
}

/** The promise's value, or `otherwise` when that takes longer than `ms`. Rejects as the promise does. */
export async function within<T>(promise: Promise<T>, ms: number, otherwise: T): Promise<T> {
  const done = new AbortController();
  try {
    return await Promise.race([promise, pause(ms, done.signal).then(() => otherwise)]);
  } finally {
    done.abort();
  }
}
