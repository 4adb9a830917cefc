import { findRedis } from './find.mjs';
import { installRedis } from './install-redis.mjs';
import { SetupError } from './say.mjs';

const WAYS_ON =
  'No redis-server on this machine. Install it (Debian: sudo apt-get install redis-server), or run ' +
  '`docker compose up -d redis` and set REDIS_URL=redis://127.0.0.1:6379, or set REDIS_URL to a Redis of yours. ' +
  '缺少 redis-server：请安装，或用 docker compose，或设置 REDIS_URL。';

/**
 * The path of a redis-server or valkey-server: the one that is there, else one installed now. HUIYIN_INSTALL=no forbids
 * installing.
 * @param {import('./install-redis.mjs').Machine} [machine]
 */
export async function ensureRedis(machine = { env: process.env }) {
  const { env, folders } = machine;
  const found = findRedis(env, folders);
  if (found !== null) return found;
  const named = env['HUIYIN_REDIS_SERVER'];
  if (named) throw new SetupError(`HUIYIN_REDIS_SERVER names ${named}, which is no program that can be run.`);
  if (env['HUIYIN_INSTALL'] !== 'no') await installRedis(machine);
  const now = findRedis(env, folders);
  if (now === null) throw new SetupError(WAYS_ON);
  return now;
}
