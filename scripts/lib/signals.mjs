import { constants } from 'node:os';

/**
 * Ctrl-C reaches the product twice, from the terminal and again through npm. Once the product has a handler of its own,
 * a repeated signal must not cut its ending short; before that a signal ends the process as usual.
 */
export function leaveSignalsToProduct(signals = ['SIGINT', 'SIGTERM']) {
  for (const signal of signals) {
    let taken = false;
    process.on(signal, () => {
      taken ||= process.listenerCount(signal) > 1;
      if (!taken) process.exit(128 + constants.signals[signal]);
    });
  }
}
