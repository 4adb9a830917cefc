import { pino } from 'pino';
import { Guard, type RemoteLimits } from '../../src/remote/guard.js';

/** A guard with a clock that the test turns, and what it counted. */
export function guarded(limits: Partial<RemoteLimits> = {}) {
  const clock = { at: 1_780_000_000_000, now: () => clock.at };
  const counts: string[] = [];
  const guard = new Guard({
    service: 'reader',
    limits: { timeoutMs: 2_000, perHour: 100, atOnce: 4, ...limits },
    clock,
    tally: (_service, outcome) => counts.push(outcome),
    log: pino({ level: 'silent' }),
  });
  return { guard, clock, counts };
}
