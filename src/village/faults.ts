import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './api.js';

export function noFaults(): Faults {
  return {
    payloadDelayMs: 0,
    payloadError: null,
    fileError: null,
    sendRefused: null,
    refusals: 0,
    sendAnswerLost: null,
    sendDelayMs: 0,
    echoDelayMs: 0,
  };
}

/** Waits without keeping the process alive. */
export async function wait(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { ref: false });
}

/** Counts attempts per message id and throws what the fault says. */
export class Attempts {
  private readonly counts = new Map<string, number>();

  check(id: string, errorOf: Faults['payloadError']): void {
    if (!errorOf) return;
    const attempt = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, attempt);
    const error = errorOf(id, attempt);
    if (error !== null) throw new Error(error);
  }
}
