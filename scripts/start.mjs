import { asCommand } from './lib/say.mjs';
import { checkNode, ensureReady, ensureRedisProgram } from './lib/setup.mjs';
import { leaveSignalsToProduct } from './lib/signals.mjs';

/**
 * `npm start`: makes ready what is missing (packages, build, a Redis server), then runs the product in this process, so
 * that Ctrl-C, SIGTERM and exit codes are the product's own. (package.json says `exec`: without it a SIGTERM to npm
 * ends the shell in between and leaves the product running.)
 */
await asCommand(async () => {
  checkNode();
  // First, because a machine that can have no Redis should hear it before it waits for packages.
  if (!process.env['REDIS_URL']) await ensureRedisProgram();
  await ensureReady();
});
leaveSignalsToProduct();
// Notes of packages to their own developers, not to whoever starts this.
process.noDeprecation = true;
await import('../dist/main.js');
