import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '../../../src/store/connect.js';
import { startEmbeddedRedis } from '../../../src/store/embedded.js';
import { CompiledStore } from '../../support/compiled-store.js';
import { TestRedis } from '../../support/redis.js';

const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
const path = process.env.PATH ?? '';
let compiled: CompiledStore;
let dataDir: string;
const children: ChildProcess[] = [];

const PROGRAM = `
import { startEmbeddedRedis } from './store/embedded.js';
import { connectRedis } from './store/connect.js';
const quiet = { info() {}, warn() {}, error() {} };
const embedded = await startEmbeddedRedis({ dataDir: process.argv[2], path: process.env.PATH, log: quiet });
const client = connectRedis(embedded.address, { profile: 'worker' });
await client.set('written', 'by the one that was killed');
console.log('up ' + embedded.pid);
if (process.argv[3] === 'throw') throw new Error('uncaught');
setInterval(() => undefined, 1000);
`;

beforeAll(async () => {
  compiled = await CompiledStore.make();
  await compiled.program('product.js', PROGRAM);
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hy-orphan-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});
afterAll(() => compiled.remove());

/** A process that runs the embedded Redis; resolves once it is up. */
async function product(...args: string[]): Promise<{ child: ChildProcess; redisPid: number }> {
  const child = spawn(process.execPath, [join(compiled.dir, 'product.js'), dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, redisPid: Number(/up (\d+)/.exec(String(line))?.[1]) };
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function readBack(): Promise<string | null> {
  const embedded = await startEmbeddedRedis({ dataDir, path, log });
  const client = connectRedis(embedded.address, { profile: 'worker' });
  try {
    return await client.get('written');
  } finally {
    client.disconnect();
    await embedded.stop();
  }
}

describe('a product that was killed', () => {
  it('leaves its Redis running; the next start ends it and works on the same data', async () => {
    const { child, redisPid } = await product();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(alive(redisPid)).toBe(true);
    expect(await readBack()).toBe('by the one that was killed');
    expect(alive(redisPid)).toBe(false);
    expect(log.warn).toHaveBeenCalledWith({ pid: redisPid }, expect.stringMatching(/left behind/));
  });

  it('may have left a frozen Redis: that is ended too', async () => {
    const { child, redisPid } = await product();
    child.kill('SIGKILL');
    await once(child, 'exit');
    process.kill(redisPid, 'SIGSTOP');
    expect(await readBack()).toBe('by the one that was killed');
    expect(alive(redisPid)).toBe(false);
  });

  it('holds its folder while it lives, against another process', async () => {
    const { child } = await product();
    const second = startEmbeddedRedis({ dataDir, path, log });
    await expect(second).rejects.toThrow(new RegExp(`process ${child.pid}\\) is running`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readBack()).toBe('by the one that was killed');
  });

  it('takes its Redis along when it ends by an uncaught error', async () => {
    const { child, redisPid } = await product('throw');
    if (child.exitCode === null) await once(child, 'exit');
    for (let i = 0; alive(redisPid) && i < 200; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(alive(redisPid)).toBe(false);
    expect(await readBack()).toBe('by the one that was killed');
  });
});

describe('a record of an earlier server', () => {
  it('never ends a server that works elsewhere, whatever its process id', async () => {
    const { child } = await product();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readBack()).toBe('by the one that was killed');
    const stranger = await TestRedis.start();
    const record = { pid: stranger.pid, path: stranger.address, port: null, password: null };
    await writeFile(join(dataDir, 'redis', 'server.json'), JSON.stringify(record));
    expect(await readBack()).toBe('by the one that was killed');
    expect(await stranger.connect().ping()).toBe('PONG');
    await stranger.stop();
  });

  it('may be torn', async () => {
    await readBack();
    await writeFile(join(dataDir, 'redis', 'server.json'), '{"pid":');
    expect(await readBack()).toBeNull();
    await expect(readFile(join(dataDir, 'redis', 'server.json'))).rejects.toThrow(/ENOENT/);
  });
});
