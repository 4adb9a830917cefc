import { setTimeout as sleep } from 'node:timers/promises';

/** Looks every `everyMs` until `probe` is content. @throws Error that says what was waited for */
export async function until(what, probe, { ms = 120_000, everyMs = 5 } = {}) {
  const end = performance.now() + ms;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (performance.now() > end) throw new Error(`not within ${ms / 1000} s: ${what}`);
    await sleep(everyMs);
  }
}
