import type { Logger } from 'pino';
import type { Config } from '../config/shape.js';
import { StartFault } from './fault.js';
import { checkRedis, RedisUnfitError } from '../store/check.js';
import { connectRedis, type RedisClient } from '../store/connect.js';
import { DataInUseError } from '../store/embedded-lock.js';
import { RedisServerNotFoundError } from '../store/embedded-find.js';
import { EmbeddedRedisError, type EmbeddedRedis } from '../store/embedded-redis.js';
import { startEmbeddedRedis } from '../store/embedded.js';

export interface RedisParts {
  /** Commands that somebody waits for: fail within seconds while Redis is away. */
  producer: RedisClient;
  /** Connections of workers: wait for Redis for ever. */
  worker: RedisClient;
  close: () => Promise<void>;
}

/** The Redis of REDIS_URL, or one of our own; refused with one clear line when it would lose cases. */
export async function openRedis(config: Config, env: NodeJS.ProcessEnv, log: Logger): Promise<RedisParts> {
  const embedded = config.redis ? null : await startOwn(config, env, log);
  const address = config.redis ?? embedded?.address ?? '';
  let away = false;
  const onError = (message: string): void => {
    if (!away) log.warn({ err: message }, 'Redis is away');
    away = true;
  };
  const onReady = (): void => {
    if (away) log.info('Redis is back');
    away = false;
  };
  const producer = connectRedis(address, { profile: 'producer', name: 'huiyin', onError, onReady });
  const worker = connectRedis(address, {
    profile: 'worker',
    name: 'huiyin-worker',
    onError: () => undefined,
  });
  const close = async (): Promise<void> => {
    producer.disconnect();
    worker.disconnect();
    await embedded?.stop();
  };
  try {
    const advice = await checkRedis(producer, { embedded: embedded !== null });
    for (const line of advice) log.warn({ advice: line }, 'Redis could be safer');
  } catch (error) {
    await close();
    if (error instanceof RedisUnfitError) throw new StartFault(error.message);
    throw error;
  }
  return { producer, worker, close };
}

async function startOwn(config: Config, env: NodeJS.ProcessEnv, log: Logger): Promise<EmbeddedRedis> {
  const command = env['HUIYIN_REDIS_SERVER'];
  try {
    const options = { dataDir: config.dataDir, path: env['PATH'] ?? '', log };
    return await startEmbeddedRedis(command ? { ...options, command } : options);
  } catch (error) {
    const known = [RedisServerNotFoundError, DataInUseError, EmbeddedRedisError];
    if (known.some((type) => error instanceof type)) throw new StartFault((error as Error).message);
    throw error;
  }
}
