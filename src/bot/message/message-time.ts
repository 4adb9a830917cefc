import type { Millis } from '../../cases/case.js';

const FUTURE_MS = 5 * 60_000;
/** Anything below is seconds: as milliseconds it would lie in March 1973. */
const SECONDS_BELOW = 1e11;

/** Gateways give seconds or milliseconds; null when there is no usable time. */
export function stampMillis(stamp: number): Millis | null {
  if (!Number.isFinite(stamp) || stamp <= 0) return null;
  return stamp < SECONDS_BELOW ? stamp * 1000 : stamp;
}

/**
 * When a message was sent, by the product's clock. Its age is measured against the product's clock and the machine's
 * (a test's clock stands at another date, and then only one of them makes sense); the smaller age that is not from
 * the future counts. Without a usable time it was sent now.
 */
export function messageAt(stamp: number, clock: Millis, machine: Millis): Millis {
  const sent = stampMillis(stamp);
  if (sent === null) return clock;
  const ages = [clock - sent, machine - sent].filter((age) => age >= -FUTURE_MS);
  return ages.length === 0 ? clock : clock - Math.max(0, Math.min(...ages));
}
