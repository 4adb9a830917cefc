import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDirectory } from './cases/directory-build.js';
import type { Millis } from './cases/case.js';
import type { Directory } from './cases/directory.js';
import { loadConfig } from './config/load.js';
import { formatFaults } from './config/fault.js';
import type { Config } from './config/shape.js';
import { openClock } from './main/clock.js';
import { StartFault } from './main/fault.js';
import { checkRedis, RedisUnfitError } from './store/check.js';
import { connectRedis } from './store/connect.js';
import { runningServer } from './store/embedded-orphan.js';
import { createStores, type Stores } from './store/stores.js';
import { Vault } from './store/vault.js';

/**
 * Runs a command of the operator on the store that the product runs on. @throws StartFault with one line where the
 * configuration is wrong, or no store is to be found
 */
export async function withStores(
  run: (stores: Stores, directory: Directory, now: Millis, config: Config) => Promise<void>,
): Promise<void> {
  const loaded = loadConfig(process.env, fileURLToPath(new URL('../config/', import.meta.url)));
  if (!loaded.ok) throw new StartFault(formatFaults(loaded.faults));
  const address = loaded.config.redis ?? (await ownRedis(loaded.config));
  const redis = connectRedis(address, { profile: 'producer', name: 'huiyin-cli' });
  try {
    await checkRedis(redis);
    const stores = createStores(redis, { account: 'main', vault: new Vault(loaded.config.sealed.keys) });
    const [bindings, enrolments] = await Promise.all([
      stores.directory.bindings(),
      stores.directory.enrolments(),
    ]);
    const clock = await openClock(loaded.config, stores.memos);
    await run(
      stores,
      buildDirectory(loaded.config.directory, bindings, enrolments),
      clock.now(),
      loaded.config,
    );
  } catch (error) {
    if (error instanceof RedisUnfitError) throw new StartFault(error.message);
    throw error;
  } finally {
    redis.disconnect();
  }
}

async function ownRedis(config: Config): Promise<NonNullable<Awaited<ReturnType<typeof runningServer>>>> {
  const running = await runningServer(join(config.dataDir, 'redis'));
  if (running) return running;
  throw new StartFault(
    `Huiyin is not running on ${config.dataDir}: start it first (npm start), or set REDIS_URL`,
  );
}
