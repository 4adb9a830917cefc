import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRedis } from '../../../src/store/check.js';
import { connectRedis, type RedisClient } from '../../../src/store/connect.js';
import { startEmbeddedRedis } from '../../../src/store/embedded.js';
import type { EmbeddedRedis } from '../../../src/store/embedded-redis.js';

const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const path = process.env.PATH ?? '';
let dataDir: string;
const open: { stop(): Promise<void> }[] = [];
const clients: RedisClient[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hy-embedded-'));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect();
  for (const one of open.splice(0)) await one.stop();
  await rm(join(dataDir), { recursive: true, force: true });
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(folder = dataDir): Promise<EmbeddedRedis> {
  const embedded = await startEmbeddedRedis({ dataDir: folder, path, log });
  open.push(embedded);
  return embedded;
}

function connect(embedded: EmbeddedRedis): RedisClient {
  const client = connectRedis(embedded.address, { profile: 'worker' });
  clients.push(client);
  return client;
}

function alive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the embedded Redis', () => {
  it('passes the check at the start, and keeps its data from one run to the next', async () => {
    const first = await start();
    await checkRedis(connect(first));
    await connect(first).set('kept', 'yes');
    const pid = first.pid;
    await first.stop();
    expect(alive(pid)).toBe(false);
    const second = await start();
    expect(await connect(second).get('kept')).toBe('yes');
    expect((await stat(join(dataDir, 'redis'))).mode & 0o077).toBe(0);
  });

  it('is never two on one data folder', async () => {
    const first = await start();
    const second = startEmbeddedRedis({ dataDir, path, log });
    await expect(second).rejects.toMatchObject({
      name: 'DataInUseError',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(await connect(first).ping()).toBe('PONG');
    await first.stop();
    await start();
  });

  it('is one of two that start at once', async () => {
    const tried = await Promise.allSettled([1, 2, 3].map(() => start()));
    expect(tried.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('is started again when it is killed, and the clients go on', async () => {
    const embedded = await start();
    const client = connect(embedded);
    await client.set('before', '1');
    for (let round = 0; round < 3; round += 1) {
      const pid = embedded.pid;
      process.kill(pid ?? 0, 'SIGKILL');
      await client.set('after', String(round));
      expect(embedded.pid).not.toBe(pid);
    }
    expect(await client.mget('before', 'after')).toEqual(['1', '2']);
    expect(log.error).toHaveBeenCalledWith(
      expect.objectContaining({ why: 'SIGKILL' }),
      expect.stringMatching(/died/),
    );
  });

  it('does not come back when it was stopped while it was down', async () => {
    const embedded = await start();
    process.kill(embedded.pid ?? 0, 'SIGKILL');
    await embedded.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(alive(embedded.pid)).toBe(false);
    await start();
  });

  it('works in a folder with spaces, quotes and Chinese, and where no socket path fits', async () => {
    const folder = join(dataDir, '数据 "县" a\\b');
    const first = await start(folder);
    expect(first.address.kind).toBe('socket');
    expect(await connect(first).set('a', '1')).toBe('OK');
    const deep = await start(join(dataDir, 'x'.repeat(90)));
    expect(deep.address).toMatchObject({ kind: 'single', host: '127.0.0.1' });
    expect(await connect(deep).set('a', '1')).toBe('OK');
    const noPassword = connectRedis(
      { ...deep.address, password: '' },
      {
        profile: 'producer',
      },
    );
    clients.push(noPassword);
    await expect(noPassword.get('a')).rejects.toThrow(/NOAUTH/);
  });
});

describe('an embedded Redis that cannot start', () => {
  it('says where to get one when there is none', async () => {
    const none = startEmbeddedRedis({ dataDir, path: '/nonexistent', log });
    await expect(none).rejects.toMatchObject({
      name: 'RedisServerNotFoundError',
      message: expect.stringMatching(/apt install.*compose.*REDIS_URL/),
    });
    const named = startEmbeddedRedis({ dataDir, path, log, command: '/nowhere/redis-server' });
    await expect(named).rejects.toThrow(/HUIYIN_REDIS_SERVER names \/nowhere\/redis-server/);
  });

  it('refuses a server that is too old, or that is none', async () => {
    await mkdir(dataDir, { recursive: true });
    const fake = join(dataDir, 'old-server');
    await writeFile(fake, '#!/bin/sh\necho "Redis server v=5.0.14 sha=0"\n');
    await chmod(fake, 0o755);
    await expect(startEmbeddedRedis({ dataDir, path, log, command: fake })).rejects.toThrow(
      /5\.0\.14, Huiyin needs 6\.2/,
    );
    await writeFile(fake, '#!/bin/sh\necho hello\n');
    await expect(startEmbeddedRedis({ dataDir, path, log, command: fake })).rejects.toThrow(
      /is it a Redis server/,
    );
  });

  it('shows the last lines of a server that ends at once, and gives the folder free', async () => {
    const first = await start();
    await connect(first).set('a', '1');
    await first.stop();
    const manifest = join(dataDir, 'redis', 'appendonlydir', 'appendonly.aof.manifest');
    const good = await readFile(manifest);
    await writeFile(manifest, 'rubbish\n');
    await expect(start()).rejects.toMatchObject({
      name: 'EmbeddedRedisError',
      message: expect.stringMatching(/manifest/i),
    });
    await writeFile(manifest, good);
    expect(await connect(await start()).get('a')).toBe('1');
  });
});
