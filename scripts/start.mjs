import { asCommand } from './lib/say.mjs';
import { ensureReady, ensureRedisProgram } from './lib/setup.mjs';
import { leaveSignalsToProduct } from './lib/signals.mjs';

/**
 * `npm start`: makes ready what is missing (packages, build, a Redis server), then runs the product in this process, so
 * that Ctrl-C, SIGTERM and exit codes are the product's own. (package.json says `exec`: without it a SIGTERM to npm
 * ends the shell in between and leaves the product running.)
 */
await asCommand(async () => {
  await ensureReady();
  if (!process.env['REDIS_URL']) await ensureRedisProgram();
});
leaveSignalsToProduct();
await import('../dist/main.js');
