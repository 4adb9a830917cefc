import { access, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { findRedisServer, type RedisServer, RedisServerNotFoundError } from './embedded-find.js';
import { lockData } from './embedded-lock.js';
import { endOrphan } from './embedded-orphan.js';
import { chooseAddress } from './embedded-place.js';
import { EmbeddedRedis } from './embedded-redis.js';

export interface EmbeddedOptions {
  /** HUIYIN_DATA; the server works in its sub-folder `redis`. */
  dataDir: string;
  /** HUIYIN_REDIS_SERVER. */
  command?: string;
  /** The PATH to look for a server on. */
  path: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * Starts a Redis of our own on `dataDir`. What a killed Huiyin left running there is ended first, its data kept.
 * @throws RedisServerNotFoundError, DataInUseError, EmbeddedRedisError: each says in one line what to do
 */
export async function startEmbeddedRedis(options: EmbeddedOptions): Promise<EmbeddedRedis> {
  const server = await findRedisServer(options.command, options.path);
  const folder = join(options.dataDir, 'redis');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const dir = await realpath(folder);
  await refuseOlderServer(server, dir);
  const lock = await lockData(dir);
  try {
    const orphan = await endOrphan(dir);
    if (orphan !== null)
      options.log.warn({ pid: orphan }, 'ended a Redis that a killed Huiyin had left behind');
    const embedded = new EmbeddedRedis(server, dir, await chooseAddress(dir), options.log);
    await embedded.start(() => lock.release());
    return embedded;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Before version 7 a server does not see the files of version 7: it would start empty. */
async function refuseOlderServer(server: RedisServer, dir: string): Promise<void> {
  if (server.major >= 7) return;
  const files = await access(join(dir, 'appendonlydir')).then(
    () => true,
    () => false,
  );
  if (!files) return;
  const what = `the data in ${dir} was written by Redis 7 or newer, ${server.command} is ${server.version}`;
  throw new RedisServerNotFoundError(what);
}
