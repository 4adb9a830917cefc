import { existsSync } from 'node:fs';
import { buildFresh, ensureBuilt } from './build.mjs';
import { dependenciesFresh, ensureDependencies, nodeFault } from './dependencies.mjs';
import { findRedis } from './find.mjs';
import { withSetupLock } from './lock.mjs';
import { SOURCES } from './paths.mjs';
import { ensureRedis } from './redis.mjs';
import { SetupError } from './say.mjs';

/** Refuses a Node that is too old, before anything of it is needed. */
export function checkNode() {
  const fault = nodeFault(process.versions.node);
  if (fault !== null) throw new SetupError(fault);
}

/** Packages and build as the sources say; at once when they are already. */
export async function ensureReady() {
  checkNode();
  // A container image holds no sources: it is as it was built.
  if (!existsSync(SOURCES)) return;
  if (dependenciesFresh() && buildFresh()) return;
  await withSetupLock(async () => {
    await ensureDependencies();
    await ensureBuilt();
  });
}

/** Makes sure of a Redis server program, and tells the product where it is. */
export async function ensureRedisProgram(env = process.env) {
  env['HUIYIN_REDIS_SERVER'] = findRedis(env) ?? (await withSetupLock(() => ensureRedis({ env })));
}
