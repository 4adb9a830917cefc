import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { checkRedis, RedisUnfitError } from '../../../src/store/check.js';
import { connectRedis, type RedisClient } from '../../../src/store/connect.js';
import { TestRedis } from '../../support/redis.js';

let server: TestRedis | null = null;
const clients: RedisClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  await server?.stop();
  server = null;
});

async function faultsOf(
  settings: [string, string][],
  prepare?: (redis: RedisClient) => Promise<unknown>,
): Promise<string[]> {
  server = await TestRedis.start({ settings });
  const redis = server.connect();
  await prepare?.(redis);
  return faults(redis);
}

async function faults(redis: RedisClient, timeoutMs?: number): Promise<string[]> {
  try {
    await checkRedis(redis, timeoutMs === undefined ? {} : { timeoutMs });
    return [];
  } catch (error) {
    if (!(error instanceof RedisUnfitError)) throw error;
    for (const fault of error.faults) expect(fault).not.toContain('\n');
    return error.faults;
  }
}

describe('the check at the start', () => {
  it('takes a server that keeps everything, and marks its data', async () => {
    expect(await faultsOf([])).toEqual([]);
    expect(await server?.connect().get('hy:version')).toBe('1');
    expect(await faults(server?.connect() as RedisClient)).toEqual([]);
  });

  it.each(['allkeys-lru', 'volatile-ttl'])(
    'refuses eviction by %s, with the line that mends it',
    async (policy) => {
      const [fault, ...others] = await faultsOf([['maxmemory-policy', policy]]);
      expect(others).toEqual([]);
      expect(fault).toContain(`maxmemory-policy ${policy}`);
      expect(fault).toContain('redis-cli CONFIG SET maxmemory-policy noeviction');
      await server?.connect().config('SET', 'maxmemory-policy', 'noeviction');
      expect(await faults(server?.connect() as RedisClient)).toEqual([]);
    },
  );

  it('refuses a server that keeps nothing, or snapshots alone; names both faults at once', async () => {
    const found = await faultsOf([['appendonly', 'no'], ['save', '60 1'], ['maxmemory-policy', 'allkeys-lfu']]); // prettier-ignore
    expect(found).toHaveLength(2);
    expect(found.join()).toContain('redis-cli CONFIG SET appendonly yes');
  });

  it('needs no CONFIG, as on managed servers', async () => {
    const noConfig = (redis: RedisClient) => redis.call('ACL', 'SETUSER', 'default', '-config');
    expect(await faultsOf([], noConfig)).toEqual([]);
    await server?.stop();
    expect(await faultsOf([['appendonly', 'no']], noConfig)).toHaveLength(1);
  });

  it('says what it cannot find out where INFO and CONFIG are closed', async () => {
    const closed = (redis: RedisClient) => redis.call('ACL', 'SETUSER', 'default', '-config', '-info');
    const [fault] = await faultsOf([], closed);
    expect(fault).toMatch(/INFO|permission/i);
  });

  it('advises how to lose nothing, but not about our own server', async () => {
    server = await TestRedis.start({ settings: [['appendfsync', 'everysec']] });
    const redis = server.connect();
    expect(await checkRedis(redis)).toEqual([expect.stringContaining('CONFIG SET appendfsync always')]);
    expect(await checkRedis(redis, { embedded: true })).toEqual([]);
    await redis.config('SET', 'appendfsync', 'always');
    expect(await checkRedis(redis)).toEqual([]);
  });

  it('refuses data of a newer layout', async () => {
    const [fault] = await faultsOf([], (redis) => redis.set('hy:version', '2'));
    expect(fault).toMatch(/layout 2.*install the newer Huiyin/);
    expect(await server?.connect().get('hy:version')).toBe('2');
  });

  it('names a server that cannot be reached, or does not answer, and no password', async () => {
    const nowhere = connectRedis('redis://user:s3cret@127.0.0.1:1', { profile: 'worker' });
    clients.push(nowhere);
    const [fault] = await faults(nowhere, 4_000);
    expect(fault).toMatch(/redis:\/\/127\.0\.0\.1:1\/0.*ECONNREFUSED/);
    expect(fault).not.toContain('s3cret');
    const deaf = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const address = deaf.address();
    const silent = connectRedis(`redis://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, {
      profile: 'worker',
    });
    clients.push(silent);
    expect((await faults(silent, 500))[0]).toMatch(/timed out/);
    silent.disconnect();
    await new Promise((resolve) => deaf.close(resolve));
  });

  it('names a wrong password without repeating it', async () => {
    server = await TestRedis.start();
    await server.connect().config('SET', 'requirepass', 'right');
    const client = connectRedis(`unix://:wr0ng@${server.address}`, { profile: 'worker' });
    clients.push(client);
    const [fault] = await faults(client, 4_000);
    expect(fault).toMatch(/WRONGPASS|NOAUTH/);
    expect(fault).not.toContain('wr0ng');
  });
});
