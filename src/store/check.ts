import { Cluster, type Redis } from 'ioredis';
import { lastConnectionError, type RedisClient } from './connect.js';
import { within } from './deadline.js';
import { LAYOUT_VERSION, VERSION_KEY } from './keys.js';
import { toStoreError } from './store-error.js';

/** Redis is the system of record: one that may forget is refused at the start. One line for each fault. */
export class RedisUnfitError extends Error {
  override readonly name = 'RedisUnfitError';

  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
  }
}

export interface CheckOptions {
  /** How long the server may take to answer at the start, in milliseconds; loading large data takes a while. */
  timeoutMs?: number;
  /** Our own server: its journal is looked after elsewhere (embedded-journal.ts), no advice is needed. */
  embedded?: boolean;
}

const OLDEST = [6, 2] as const;

/**
 * Refuses a server that evicts, keeps nothing, is too old, cannot be reached, or holds data of a newer Huiyin. Marks an
 * empty one with the layout version. Returns advice, one line each, about what is allowed and could be better.
 * @throws RedisUnfitError with one line for each fault, and how to mend it
 */
export async function checkRedis(redis: RedisClient, options: CheckOptions = {}): Promise<string[]> {
  const timeoutMs = options.timeoutMs ?? 10_000;
  try {
    return await within(timeoutMs, inspect(redis, options.embedded ?? false));
  } catch (error) {
    if (error instanceof RedisUnfitError) throw error;
    const { message } = toStoreError(error, 'the check at the start');
    throw new RedisUnfitError([lastConnectionError(redis) ?? message]);
  }
}

async function inspect(redis: RedisClient, embedded: boolean): Promise<string[]> {
  await redis.exists(VERSION_KEY); // a cluster knows its nodes once a command has gone through
  const servers = redis instanceof Cluster ? redis.nodes('master') : [redis];
  const found = await Promise.all(servers.map((server) => faultsOf(server)));
  const faults = [...new Set(found.flat())];
  if (faults.length > 0) throw new RedisUnfitError(faults);
  await checkLayout(redis);
  if (embedded) return [];
  const advice = await Promise.all(
    servers.map(async (server) => syncAdvice(await setting(server, 'appendfsync'))),
  );
  return [...new Set(advice.filter((line) => line !== null))];
}

async function faultsOf(server: Redis): Promise<string[]> {
  const info = parseInfo(await server.info());
  const policy = info.get('maxmemory_policy') ?? (await setting(server, 'maxmemory-policy'));
  const aof = info.get('aof_enabled') ?? (await setting(server, 'appendonly'));
  return [versionFault(info.get('redis_version')), evictionFault(policy), persistenceFault(aof)].filter(
    (fault) => fault !== null,
  );
}

/** For a server whose INFO is cut short; null where CONFIG is forbidden too. */
async function setting(server: Redis, name: string): Promise<string | null> {
  const answer: unknown = await server.config('GET', name).catch(() => null);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : null;
}

function versionFault(version: string | undefined): string | null {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Redis ${version ?? '(unknown version)'} is too old: Huiyin needs 6.2 or newer (or Valkey)`;
}

function evictionFault(policy: string | null): string | null {
  if (policy === 'noeviction') return null;
  const mend =
    'redis-cli CONFIG SET maxmemory-policy noeviction, and "maxmemory-policy noeviction" in redis.conf';
  if (policy === null)
    return `Redis does not say whether it evicts keys (INFO and CONFIG are closed). Make sure: ${mend}`;
  return `Redis may evict cases when memory is short (maxmemory-policy ${policy}). Mend it: ${mend}`;
}

function persistenceFault(aof: string | null): string | null {
  if (aof === '1' || aof === 'yes') return null;
  const mend = 'redis-cli CONFIG SET appendonly yes, and "appendonly yes" in redis.conf';
  if (aof === null)
    return `Redis does not say whether it keeps data (INFO and CONFIG are closed). Make sure: ${mend}`;
  return `Redis would forget cases when it stops (appendonly no; snapshots alone lose minutes). Mend it: ${mend}`;
}

function syncAdvice(appendfsync: string | null): string | null {
  const mend =
    'redis-cli CONFIG SET appendfsync always, and "appendfsync always" in redis.conf, loses nothing';
  if (appendfsync === 'everysec')
    return `Redis killed while its disk is busy can lose its last 2 seconds (appendfsync everysec); ${mend}`;
  if (appendfsync === 'no')
    return `a power cut can take the last 30 seconds from Redis (appendfsync no); ${mend}`;
  return null;
}

async function checkLayout(redis: RedisClient): Promise<void> {
  await redis.set(VERSION_KEY, LAYOUT_VERSION, 'NX');
  const found = Number(await redis.get(VERSION_KEY));
  if (found === LAYOUT_VERSION) return;
  const what = `Redis holds data of layout ${found}; this Huiyin reads layout ${LAYOUT_VERSION}`;
  throw new RedisUnfitError([`${what}: install the newer Huiyin, or point REDIS_URL at its own server`]);
}

function parseInfo(text: string): Map<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.includes(':') && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}
