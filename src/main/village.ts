import { join } from 'node:path';
import type { Directory } from '../cases/directory.js';
import type { Config, Gateway } from '../config/shape.js';
import type { ProductClock } from './clock.js';
import type { Village } from '../village/api.js';
import { startVillage } from '../village/village.js';

export interface OpenVillage {
  village: Village;
  /** The village's own gateway, as a configured one would be. */
  gateway: Gateway;
  stop: () => Promise<void>;
}

/** No gateway configured: a simulated village of the directory's groups and people behind a real one. */
export async function openVillage(
  config: Config,
  clock: ProductClock,
  directory: Directory,
): Promise<OpenVillage> {
  const folder = join(config.dataDir, 'village');
  const village = await withoutDeprecations(() => startVillage({ clock, census: directory, folder }));
  const gateway: Gateway = {
    token: village.token,
    endpoint: village.endpoint,
    authority: null,
    noTls: !village.tls,
    caCert: null,
    serverName: null,
  };
  return { village, gateway, stop: () => village.stop() };
}

/** The gateway's library calls a deprecated method of grpc-js; that is no news for whoever typed npm start. */
async function withoutDeprecations<T>(run: () => Promise<T>): Promise<T> {
  const before = process.noDeprecation;
  process.noDeprecation = true;
  try {
    return await run();
  } finally {
    process.noDeprecation = before ?? false;
  }
}
