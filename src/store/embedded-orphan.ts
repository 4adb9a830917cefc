import { readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RedisAddress } from './address.js';
import { connectRedis } from './connect.js';
import { within } from './deadline.js';
import { isAlive } from './embedded-lock.js';

/** What is written down of a started server, so that the next start finds it should this process be killed. */
const recordSchema = z.object({
  pid: z.int(),
  path: z.string().nullable(),
  port: z.int().nullable(),
  password: z.string().nullable(),
});
type ServerRecord = z.infer<typeof recordSchema>;

const GONE_MS = 5_000;
const ANSWER_MS = 2_000;
const recordFile = (dir: string): string => join(dir, 'server.json');

export async function recordServer(dir: string, pid: number, address: RedisAddress): Promise<void> {
  const record: ServerRecord = {
    pid,
    path: address.kind === 'socket' ? address.path : null,
    port: address.kind === 'single' ? address.port : null,
    password: address.password ?? null,
  };
  await writeFile(recordFile(dir), JSON.stringify(record), { mode: 0o600 });
}

export async function forgetServer(dir: string): Promise<void> {
  await rm(recordFile(dir), { force: true });
}

/**
 * Ends a server that outlived the process which started it, with its data written. Only one that is known to work in
 * this folder is touched. Call with the data lock held. Returns its process id, or null when there was none.
 */
export async function endOrphan(dir: string): Promise<number | null> {
  const record = await readRecord(dir);
  if (record === null || !isAlive(record.pid)) return null;
  if (!(await worksIn(record.pid, dir)) && !(await saysItWorksIn(record, dir))) return null;
  process.kill(record.pid, 'SIGTERM'); // Redis then flushes its journal and ends
  if (!(await gone(record.pid))) process.kill(record.pid, 'SIGKILL');
  if (await gone(record.pid)) return record.pid;
  throw new Error(
    `an earlier Redis (process ${record.pid}) still works in ${dir} and does not end: stop it by hand`,
  );
}

/** The address of the server that runs on this folder now, for a command beside the product; null when none does. */
export async function runningServer(dir: string): Promise<RedisAddress | null> {
  const record = await readRecord(dir);
  return record !== null && isAlive(record.pid) ? addressOf(record) : null;
}

function addressOf({ path, port, password }: ServerRecord): RedisAddress {
  const access = { db: 0, tls: false, ...(password !== null && { password }) };
  if (path !== null) return { kind: 'socket', path, ...access };
  return { kind: 'single', host: '127.0.0.1', port: port ?? 0, ...access };
}

async function readRecord(dir: string): Promise<ServerRecord | null> {
  const text = await readFile(recordFile(dir), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return null; // torn by a power cut: the server went with it
  }
}

/** Asks the server itself, where the kernel does not tell. */
async function saysItWorksIn(record: ServerRecord, dir: string): Promise<boolean> {
  const { pid } = record;
  const client = connectRedis(addressOf(record), { profile: 'worker' });
  try {
    const asked = Promise.all([client.config('GET', 'dir'), client.info('server')]);
    const [answer, info] = await within(ANSWER_MS, asked);
    return Array.isArray(answer) && answer[1] === dir && info.includes(`process_id:${pid}\r`);
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

/** Linux only: Redis makes its data folder its working folder. */
async function worksIn(pid: number, dir: string): Promise<boolean> {
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return cwd === dir && /^(redis|valkey)-server/.test(name);
}

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < GONE_MS; waited += 20) {
    if (!isAlive(pid)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
