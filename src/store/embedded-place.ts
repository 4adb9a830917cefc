import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { RedisAddress } from './address.js';
import { listen } from './embedded-lock.js';

/** Unix sockets have 108 bytes for their path on Linux, 104 on macOS. */
const SOCKET_PATH_BYTES = 100;

/** Where the embedded Redis listens: a socket in its folder, or a loopback port with a password where that cannot be. */
export async function chooseAddress(dir: string): Promise<RedisAddress> {
  const path = join(dir, 'redis.sock');
  if (Buffer.byteLength(path) < SOCKET_PATH_BYTES && (await canListen(path))) {
    return { kind: 'socket', path, db: 0, tls: false };
  }
  const password = randomBytes(18).toString('base64url');
  return { kind: 'single', host: '127.0.0.1', port: await freePort(), db: 0, password, tls: false };
}

/** Settings of the embedded server, as the lines of its configuration. */
export function serverSettings(dir: string, address: RedisAddress): string {
  const settings: [string, string][] = [
    ['dir', dir],
    ['daemonize', 'no'],
    ['logfile', ''],
    ['appendonly', 'yes'],
    ['appendfsync', 'no'], // synced by us: embedded-journal.ts
    ['aof-load-truncated', 'yes'],
    ['auto-aof-rewrite-min-size', '16mb'],
    ['save', ''],
    ['maxmemory', '0'],
    ['maxmemory-policy', 'noeviction'],
    ...listening(address),
  ];
  return settings.map(([name, value]) => `${name} ${quoted(value)}`).join('\n');
}

function listening(address: RedisAddress): [string, string][] {
  if (address.kind === 'socket') {
    return [
      ['port', '0'],
      ['unixsocket', address.path],
      ['unixsocketperm', '700'],
    ];
  }
  if (address.kind !== 'single') throw new Error('the embedded Redis is a single server');
  return [
    ['bind', address.host],
    ['port', String(address.port)],
    ['requirepass', address.password ?? ''],
  ];
}

/** Redis reads `"…"` with backslash escapes: a folder may hold spaces, quotes and Chinese. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Some mounted folders hold no sockets: tried, not guessed. */
async function canListen(path: string): Promise<boolean> {
  await rm(path, { force: true });
  const server = createServer();
  try {
    await listen(server, path);
    return (await stat(path)).isSocket();
  } catch {
    return false;
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await rm(path, { force: true });
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
