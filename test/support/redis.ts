import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type ConnectProfile, type RedisClient } from '../../src/store/connect.js';

export interface TestRedisOptions {
  /** Further settings of redis-server, as `['appendfsync', 'always']`. */
  settings?: [name: string, value: string][];
  /** A loopback port instead of a unix socket. */
  port?: number;
  /** Files may grow to this size only, as on a full disk; `freeDisk` ends it. */
  fileLimitKb?: number;
}

const running = new Set<ChildProcess>();
// A test that dies before its afterAll leaves no server behind.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A redis-server of one test file: own socket, own data folder, killed afterwards. */
export class TestRedis {
  private child: ChildProcess | null = null;
  private readonly clients: RedisClient[] = [];

  private constructor(
    readonly dir: string,
    private readonly options: TestRedisOptions,
  ) {}

  static async start(options: TestRedisOptions = {}): Promise<TestRedis> {
    const redis = new TestRedis(await mkdtemp(join(tmpdir(), 'hy-')), options);
    await redis.restart();
    return redis;
  }

  /** What REDIS_URL would say. */
  get address(): string {
    return this.options.port === undefined
      ? join(this.dir, 'redis.sock')
      : `redis://127.0.0.1:${this.options.port}`;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error('this test Redis is not running');
    return this.child.pid;
  }

  /** A client that is closed with the server. */
  connect(profile: ConnectProfile = 'worker'): RedisClient {
    const client = connectRedis(this.address, { profile });
    this.clients.push(client);
    return client;
  }

  /** Starts the server on the same data. */
  async restart(): Promise<void> {
    const settings = [
      ['dir', this.dir],
      ['save', ''],
      ['appendonly', 'yes'],
      ['appendfsync', 'no'], // as the embedded server: a kill loses nothing
      ['port', String(this.options.port ?? 0)],
      ...(this.options.port === undefined ? [['unixsocket', this.address]] : []),
      ...(this.options.settings ?? []),
    ];
    const lines = settings.map(([name, value]) => `${name} "${value}"`).join('\n');
    const limit = this.options.fileLimitKb;
    // POSIX counts this limit in blocks of 512 bytes; the signal that comes with it is ignored, so that write() fails.
    const command = limit === undefined ? '' : `trap '' XFSZ; ulimit -S -f ${limit * 2}; `;
    const child = spawn('sh', ['-c', `${command}exec redis-server -`], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin?.end(lines);
    this.child = child;
    running.add(child);
    const ended = new Promise<never>((_, reject) => {
      child.once('exit', () => {
        running.delete(child);
        reject(new Error('this test Redis ended at its start'));
      });
    });
    ended.catch(() => undefined); // its later end is no error
    const probe = connectRedis(this.address, { profile: 'worker' });
    try {
      await Promise.race([probe.ping(), ended]);
    } finally {
      probe.disconnect();
    }
  }

  /** As the machine's OOM killer would: nothing is flushed, nothing said. */
  async kill9(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Writes are refused from now on, reads go on, as with a full memory; `allowWrites` ends it. */
  async refuseWrites(): Promise<void> {
    await this.connect().config('SET', 'maxmemory', '1');
  }

  async allowWrites(): Promise<void> {
    await this.connect().config('SET', 'maxmemory', '0');
  }

  /** Files may grow again. */
  async freeDisk(): Promise<void> {
    const args = [`--pid=${this.pid}`, '--fsize=unlimited:'];
    await new Promise<void>((resolve, reject) => {
      execFile('prlimit', args, (error) => (error instanceof Error ? reject(error) : resolve()));
    });
  }

  /** Closes all clients, kills the server, removes its data. */
  async stop(): Promise<void> {
    for (const client of this.clients) client.disconnect();
    await this.kill9();
    await rm(this.dir, { recursive: true, force: true });
  }
}
