import { randomBytes } from 'node:crypto';
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
import { CODE_MS, sixDigits } from './workers/enrol.js';

/** Prints every official with role, place and whether a contact is enrolled. */
export async function listPeople(print: (line: string) => void): Promise<void> {
  await withStores((_, directory) => {
    for (const one of directory.officials) {
      const offices = one.offices
        .map((office) => `${office.role} ${office.place || directory.county}`)
        .join(', ');
      print(`${one.contacts.length > 0 ? 'enrolled' : 'waiting '}  ${one.name}  ${offices}`);
    }
    return Promise.resolve();
  });
}

/** Makes and prints a one-time code for the official of this name. @throws StartFault when nobody is called so */
export async function giveCode(name: string, print: (line: string) => void): Promise<void> {
  await withStores(async (stores, directory, now) => {
    const official = directory.officials.find((one) => one.name === name);
    if (!official)
      throw new StartFault(`nobody is called ${name} in directory.yaml; huiyin people lists the names`);
    const code = sixDigits(randomBytes(8).toString('hex'));
    await stores.directory.putCode(code, official.key, now + CODE_MS);
    print(`${name}: 绑定 ${code}   (valid for a day, once; to be typed to the bot in a private chat)`);
  });
}

async function withStores(
  run: (stores: Stores, directory: Directory, now: Millis) => Promise<void>,
): Promise<void> {
  const loaded = loadConfig(process.env, fileURLToPath(new URL('../config/', import.meta.url)));
  if (!loaded.ok) throw new StartFault(formatFaults(loaded.faults));
  const address = loaded.config.redis ?? (await ownRedis(loaded.config));
  const redis = connectRedis(address, { profile: 'producer', name: 'huiyin-people' });
  try {
    await checkRedis(redis);
    const stores = createStores(redis, { account: 'main' });
    const [bindings, enrolments] = await Promise.all([
      stores.directory.bindings(),
      stores.directory.enrolments(),
    ]);
    const clock = await openClock(loaded.config, stores.memos);
    await run(stores, buildDirectory(loaded.config.directory, bindings, enrolments), clock.now());
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
