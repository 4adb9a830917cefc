import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders where system packages put servers, though a plain user's PATH often leaves them out. */
const MORE = ['/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/opt/homebrew/bin', '/snap/bin'];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The first of these programs that exists, as a path.
 * @param {string[]} names in order of preference
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string[]} [more] folders looked at after the PATH
 * @returns {string | null}
 */
export function findProgram(names, env = process.env, more = MORE) {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...more];
  for (const name of names) {
    const folder = folders.find((f) => executable(join(f, name)));
    if (folder !== undefined) return join(folder, name);
  }
  return null;
}

/** HUIYIN_REDIS_SERVER names the server to use; else the first on the PATH or where packages put it. */
export function findRedis(env = process.env, more = MORE) {
  const named = env['HUIYIN_REDIS_SERVER'];
  if (named) return executable(named) ? named : null;
  return findProgram(['redis-server', 'valkey-server'], env, more);
}

/** HUIYIN_CHROMIUM names the browser for the page's tests; else the first that is installed. */
export function findChromium(env = process.env, more = MORE) {
  const named = env['HUIYIN_CHROMIUM'];
  if (named) return executable(named) ? named : null;
  return findProgram(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'], env, more);
}
