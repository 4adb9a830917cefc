import { asCommand } from './lib/say.mjs';
import { ensureReady, ensureRedisProgram } from './lib/setup.mjs';

/**
 * `npm start`: makes ready what is missing (packages, build, a Redis server), then runs the product in this process, so
 * that Ctrl-C, SIGTERM and exit codes are the product's own.
 */
await asCommand(async () => {
  await ensureReady();
  if (!process.env['REDIS_URL']) await ensureRedisProgram();
});
await import('../dist/main.js');
