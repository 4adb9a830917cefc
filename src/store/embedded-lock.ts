import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another process works on the same data. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';

  constructor(dir: string, pid: number | null) {
    const who = pid === null ? 'another Huiyin' : `another Huiyin (process ${pid})`;
    super(
      `${who} is running on ${dir}: stop it first, or give each its own HUIYIN_DATA; several processes share one REDIS_URL`,
    );
  }
}

export interface DataLock {
  release(): Promise<void>;
}

/**
 * One process for one data folder. On Linux the lock is a name in the kernel (an abstract socket) that vanishes with the
 * process, however it dies: no stale lock, no race. Elsewhere it is a file with the process id. @throws DataInUseError
 */
export async function lockData(dir: string): Promise<DataLock> {
  const file = join(dir, 'owner.pid');
  const held = process.platform === 'linux' ? await lockName(dir, file) : await lockFile(dir, file);
  await writeFile(file, String(process.pid));
  return {
    release: async () => {
      await rm(file, { force: true });
      await held();
    },
  };
}

async function lockName(dir: string, file: string): Promise<() => Promise<void>> {
  // By device and inode: two paths to one folder are one lock.
  const { dev, ino } = await stat(dir);
  const server = createServer((socket) => socket.destroy());
  try {
    await listen(server, `\0huiyin-data-${dev}-${ino}`);
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new DataInUseError(dir, await ownerOf(file));
    throw error;
  }
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function lockFile(dir: string, file: string): Promise<() => Promise<void>> {
  const owner = await ownerOf(file);
  if (owner !== null && owner !== process.pid && isAlive(owner)) throw new DataInUseError(dir, owner);
  return () => Promise.resolve();
}

export function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
}

/** Whether a process of this id exists (perhaps another user's). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function ownerOf(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : null;
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
