import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Neither redis-server nor valkey-server is on this machine. */
export class RedisServerNotFoundError extends Error {
  override readonly name = 'RedisServerNotFoundError';

  constructor(what: string) {
    super(
      `${what}. Three ways on: install the package (apt install redis-server, or valkey), ` +
        'or docker compose up, or set REDIS_URL to a Redis you have',
    );
  }
}

export interface RedisServer {
  command: string;
  /** As it says of itself, e.g. `7.0.15`. */
  version: string;
  major: number;
}

/**
 * Finds a server to start.
 * @param command HUIYIN_REDIS_SERVER: a name or full path; undefined: whichever is on the PATH
 * @param path the PATH to look through
 * @throws RedisServerNotFoundError, also for one that is too old or does not start
 */
export async function findRedisServer(command: string | undefined, path: string): Promise<RedisServer> {
  const names = command === undefined ? ['redis-server', 'valkey-server'] : [command];
  for (const name of names) {
    const found = await locate(name, path);
    if (found !== null) return describe(found);
  }
  if (command !== undefined)
    throw new RedisServerNotFoundError(`HUIYIN_REDIS_SERVER names ${command}, which is no program`);
  throw new RedisServerNotFoundError('no redis-server (or valkey-server) on the PATH');
}

async function locate(name: string, path: string): Promise<string | null> {
  const candidates = name.includes('/') ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  for (const candidate of candidates) {
    if (await isProgram(candidate)) return candidate;
  }
  return null;
}

function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function describe(command: string): Promise<RedisServer> {
  const text = await versionText(command);
  const match = /v=((\d+)\.(\d+)[.\d]*)/.exec(text);
  if (!match)
    throw new RedisServerNotFoundError(`${command} does not say its version: is it a Redis server?`);
  const [, version = '', major = '0', minor = '0'] = match;
  if (Number(major) < 6 || (Number(major) === 6 && Number(minor) < 2)) {
    throw new RedisServerNotFoundError(`${command} is version ${version}, Huiyin needs 6.2 or newer`);
  }
  return { command, version, major: Number(major) };
}

function versionText(command: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, ['--version'], { timeout: 10_000 }, (error, stdout) => resolve(error ? '' : stdout));
  });
}
