import { rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { makeFile } from './file.js';
import { orderSchema, type Done } from './orders.js';

/**
 * A process of its own, started by studio.ts: draws and writes one file after another, behind everything else that the
 * machine has to do, and ends with the process that wants them.
 */
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

process.on('message', (order: unknown) => {
  void done(order).then((answer) => process.send?.(answer));
});
process.once('disconnect', () => {
  const [, , folder] = process.argv;
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

async function done(order: unknown): Promise<Done> {
  try {
    return await makeFile(orderSchema.parse(order).file);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
