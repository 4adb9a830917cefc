import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { dropFolder, ended, ownFolder, owned } from './closing.mjs';

/** What every Redis of the benchmark runs with: the embedded server's durability, and no snapshots in between. */
const SETTINGS = [
  ['port', '0'], ['save', ''], ['appendonly', 'yes'], ['appendfsync', 'everysec'], ['maxmemory-policy', 'noeviction'],
  ['auto-aof-rewrite-percentage', '0'], ['rdbcompression', 'no'],
]; // prettier-ignore

/** A redis-server of our own on a socket in a folder of its own. */
export class BenchRedis {
  static async start(settings = []) {
    const folder = ownFolder();
    const address = join(folder, 'redis.sock');
    const lines = [...SETTINGS, ...settings, ['dir', folder], ['unixsocket', address]];
    const command = process.env['HUIYIN_REDIS_SERVER'];
    const child = owned(spawn(command, ['-'], { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] }));
    child.stdin.end(lines.map(([name, value]) => `${name} "${value}"`).join('\n'));
    const redis = new BenchRedis(folder, address, child);
    await redis.client.ping();
    return redis;
  }

  constructor(folder, address, child) {
    this.folder = folder;
    this.address = address;
    this.child = child;
    this.client = new Redis({ path: address, maxRetriesPerRequest: null, retryStrategy: () => 20 });
    this.client.on('error', () => undefined); // until it is up
  }

  /** A field of INFO. */
  async info(section, field) {
    const text = await this.client.info(section);
    return Number(new RegExp(`^${field}:(\\S+)`, 'm').exec(text)?.[1]);
  }

  /** Seconds of CPU so far, of the server's own process alone. */
  async cpu() {
    return (await this.info('cpu', 'used_cpu_user')) + (await this.info('cpu', 'used_cpu_sys'));
  }

  memory() {
    return this.info('memory', 'used_memory');
  }

  async stop() {
    this.client.disconnect();
    this.child.kill('SIGKILL'); // nothing of it is kept
    await ended(this.child);
    dropFolder(this.folder);
  }
}
