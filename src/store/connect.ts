import { Cluster, Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import { corkWrites } from './corked.js';
import { describeAddress, parseRedisAddress, type RedisAddress } from './address.js';

export type RedisClient = Redis | Cluster;

/**
 * `worker`: commands wait for as long as Redis is away (BullMQ workers and sweepers need this).
 * `producer`: commands fail within a few seconds (what somebody waits for, and health checks).
 */
export type ConnectProfile = 'worker' | 'producer';

export interface ConnectOptions {
  profile: ConnectProfile;
  /** Shown in CLIENT LIST. */
  name?: string;
  /** Told of every connection error; without it they are only remembered (`lastConnectionError`). */
  onError?: (message: string) => void;
  /** Told each time that the connection stands (again). */
  onReady?: () => void;
}

/** How long a producer's command may take over all, in milliseconds. */
export const PRODUCER_TIMEOUT_MS = 4_000;

const lastErrors = new WeakMap<RedisClient, string>();

/**
 * Opens a connection to REDIS_URL or a socket path. Returns at once; reconnects for ever. Close with `quit` or
 * `disconnect`. @throws RedisAddressError
 */
export function connectRedis(address: string | RedisAddress, options: ConnectOptions): RedisClient {
  const where = typeof address === 'string' ? parseRedisAddress(address) : address;
  const client =
    where.kind === 'cluster' ? openCluster(where, options) : new Redis(redisOptions(where, options));
  corkWrites(client);
  client.on('error', (error: Error) => {
    const message = `Redis ${describeAddress(where)}: ${plainMessage(error)}`;
    lastErrors.set(client, message);
    options.onError?.(message);
  });
  client.on('ready', () => {
    lastErrors.delete(client);
    options.onReady?.();
  });
  return client;
}

/** The error that the connection is suffering from now; null when it stands. */
export function lastConnectionError(client: RedisClient): string | null {
  return lastErrors.get(client) ?? null;
}

/** 50 ms, 100, 200 … 2 s: quick after a restart of Redis, gentle during an outage. */
export function retryDelay(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt - 1, 6), 2_000);
}

/** Maps as flat lists and doubles as text, whatever the protocol: what the stores read. */
type Options = Omit<RedisOptions, 'replyMapping'> & { replyMapping: 'legacy' };

function common(where: RedisAddress, { profile, name }: ConnectOptions): Options {
  return {
    replyMapping: 'legacy',
    connectTimeout: 5_000,
    maxRetriesPerRequest: profile === 'worker' ? null : 5,
    ...(profile === 'producer' && { commandTimeout: PRODUCER_TIMEOUT_MS }),
    ...(name !== undefined && { connectionName: name }),
    ...(where.username !== undefined && { username: where.username }),
    ...(where.password !== undefined && { password: where.password }),
    ...(where.tls && { tls: {} }),
    // A primary that became a replica answers READONLY: connect anew (to the new primary) and try again.
    reconnectOnError: (error) =>
      error.message.startsWith('READONLY') && where.kind === 'sentinel' ? 2 : false,
  };
}

function redisOptions(where: Exclude<RedisAddress, { kind: 'cluster' }>, options: ConnectOptions): Options {
  const rest = { ...common(where, options), retryStrategy: retryDelay, db: where.db };
  if (where.kind === 'socket') return { ...rest, path: where.path };
  if (where.kind === 'single') return { ...rest, host: where.host, port: where.port };
  const { sentinelPassword } = where;
  return {
    ...rest,
    sentinels: where.nodes,
    name: where.name,
    sentinelRetryStrategy: retryDelay,
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    ...(where.tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
  };
}

function openCluster(where: Extract<RedisAddress, { kind: 'cluster' }>, options: ConnectOptions): Cluster {
  return new Cluster(where.nodes, {
    clusterRetryStrategy: retryDelay,
    clusterNodeRetryStrategy: retryDelay,
    // With TLS the certificate names the host: keep it instead of the address that the lookup finds.
    ...(where.tls && {
      dnsLookup: (host: string, done: (error: null, address: string) => void) => done(null, host),
    }),
    redisOptions: common(where, options),
  });
}

function plainMessage(error: Error): string {
  // A refused connection over several addresses comes as an AggregateError without a message of its own.
  const errors: unknown = 'errors' in error ? error.errors : null;
  const first: unknown = Array.isArray(errors) ? errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
