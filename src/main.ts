import { fileURLToPath } from 'node:url';
import { loadConfig } from './config/load.js';
import { formatFaults } from './config/fault.js';
import { StartFault } from './main/fault.js';
import { makeLogger } from './main/log.js';
import { keepHeapSmall } from './main/memory.js';
import { startProduct } from './main/product.js';

/** Everything in flight gets this long to end after a signal; the contract is ten seconds. */
const STOP_MS = 9_000;

keepHeapSmall();
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

const starting = startProduct(loaded.config, log, {
  print: (line) => process.stdout.write(`${line}\n`),
  lost(line) {
    process.stderr.write(`${line}\n`);
    void stop(line, 1);
  },
});
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal, 0));

try {
  await starting;
} catch (error) {
  process.stderr.write(`${lineOf(error)}\n`);
  process.exit(2);
}

/** A signal during the start waits for its end: half a product cannot be stopped cleanly. */
async function stop(why: string, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, 'stopping');
  setTimeout(() => process.exit(1), STOP_MS).unref();
  try {
    const product = await starting;
    await product.stop();
    process.exit(code);
  } catch (error) {
    log.error({ err: lineOf(error) }, 'stopping failed');
    process.exit(1);
  }
}

function lineOf(error: unknown): string {
  if (error instanceof StartFault) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
