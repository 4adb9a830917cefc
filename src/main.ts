import { fileURLToPath } from 'node:url';
import { loadConfig } from './config.js';
import { formatFaults } from './config-fault.js';
import { makeLogger } from './main-log.js';
import { startProduct } from './main-product.js';
import { StartFault } from './main-fault.js';

/** Everything in flight gets this long to end after a signal; the contract is ten seconds. */
const STOP_MS = 9_000;

const loaded = loadConfig(process.env, fileURLToPath(new URL('../config/', import.meta.url)));
if (!loaded.ok) {
  process.stderr.write(`${formatFaults(loaded.faults)}\n`);
  process.exit(2);
}
const log = makeLogger(loaded.config.logLevel);
// A bug anywhere must not take the account down: it is logged, and what it left undone is swept up.
process.on('unhandledRejection', (reason) => {
  log.error({ err: reason instanceof Error ? reason.stack : String(reason) }, 'unhandled rejection');
});

try {
  const product = await startProduct(loaded.config, log, (line) => process.stdout.write(`${line}\n`));
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: String(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
} catch (error) {
  const line =
    error instanceof StartFault
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
