import { type ChildProcess, spawn } from 'node:child_process';
import type { Logger } from 'pino';
import type { RedisAddress } from './address.js';
import { connectRedis } from './connect.js';
import { within } from './deadline.js';
import type { RedisServer } from './embedded-find.js';
import { JournalSync } from './embedded-journal.js';
import { forgetServer, recordServer } from './embedded-orphan.js';
import { serverSettings } from './embedded-place.js';

/** A server that did not come up; the message ends with its own last lines. */
export class EmbeddedRedisError extends Error {
  override readonly name = 'EmbeddedRedisError';
}

interface Launched {
  child: ChildProcess;
  /** Resolves with the reason when the process has ended, or never began. */
  ended: Promise<string>;
}

const STOP_MS = 8_000;
/** Up for this long, a server counts as well again: its next death is followed by a quick start. */
const SETTLED_MS = 5_000;
const LOG_LINES = 8;
/** How often the append-only file is written anew, so that chats gone from memory go from the disk too. */
const REWRITE_MS = 6 * 3_600_000;

/** A managed redis-server: append-only file, no eviction, started again when it dies, stopped with the product. */
export class EmbeddedRedis {
  private launched: Launched | null = null;
  private stopping = false;
  private deaths = 0;
  private readonly lines: string[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly journal: JournalSync;
  private free: () => Promise<void> = () => Promise.resolve();
  /** Our own end by an uncaught error takes the server along; a kill -9 leaves it to the next start. */
  private readonly onExit = (): void => void this.launched?.child.kill('SIGTERM');

  constructor(
    private readonly server: RedisServer,
    private readonly dir: string,
    /** For `connectRedis`; stays the same over restarts of the server. */
    readonly address: RedisAddress,
    private readonly log: Pick<Logger, 'info' | 'warn' | 'error'>,
  ) {
    this.journal = new JournalSync(dir, log);
  }

  /** Process id of the server; null while it is down. */
  get pid(): number | null {
    return this.launched?.child.pid ?? null;
  }

  /**
   * Resolves when the server has loaded its data and answers.
   * @param free gives the folder free; called once, when the server has been stopped
   * @throws EmbeddedRedisError when it ends before that
   */
  async start(free: () => Promise<void>): Promise<void> {
    const launched = await this.launch();
    const failure = await this.answersOrEnds(launched);
    if (failure !== null) {
      await forgetServer(this.dir);
      throw new EmbeddedRedisError(
        `${this.server.command} ended at its start (${failure}):\n${this.lines.join('\n')}`,
      );
    }
    this.free = free;
    process.once('exit', this.onExit);
    this.timers.add(setInterval(() => void this.rewrite(), REWRITE_MS).unref());
    this.journal.start();
    this.watch(launched);
    this.log.info({ pid: launched.child.pid, version: this.server.version }, 'embedded Redis is up');
  }

  /** Shuts the server down with its data on disk and gives the folder free. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    for (const timer of this.timers) clearTimeout(timer);
    process.removeListener('exit', this.onExit);
    if (this.launched) {
      const { child, ended } = this.launched;
      child.kill('SIGTERM');
      await within(STOP_MS, ended).catch(() => child.kill('SIGKILL'));
      await ended;
    }
    await this.journal.stop();
    await forgetServer(this.dir);
    await this.free();
  }

  private async launch(): Promise<Launched> {
    // A process group of its own: Ctrl-C in the terminal ends the product first, which then ends its Redis.
    const child = spawn(this.server.command, ['-'], {
      cwd: this.dir,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
      child.once('error', (error) => resolve(error.message));
    });
    child.stdout.on('data', (data: Buffer) => this.remember(data));
    child.stderr.on('data', (data: Buffer) => this.remember(data));
    child.stdin.on('error', () => undefined); // it ended before reading: its exit is what tells
    child.stdin.end(serverSettings(this.dir, this.address));
    this.launched = { child, ended };
    if (child.pid !== undefined) await recordServer(this.dir, child.pid, this.address);
    return this.launched;
  }

  private watch({ child, ended }: Launched): void {
    this.after(SETTLED_MS, () => {
      if (this.launched?.child === child) this.deaths = 0;
    });
    void ended.then((why) => {
      if (this.stopping) return;
      this.launched = null;
      const delay = Math.min(50 * 2 ** this.deaths, 5_000);
      this.deaths += 1;
      this.log.error(
        { why, again_ms: delay, tail: this.lines.join('\n') },
        'embedded Redis died: starting it again',
      );
      this.after(delay, () => void this.revive());
    });
  }

  private async revive(): Promise<void> {
    if (this.stopping) return;
    try {
      this.watch(await this.launch());
    } catch (error) {
      this.log.error({ err: String(error) }, 'embedded Redis cannot be started again');
      this.after(SETTLED_MS, () => void this.revive());
    }
  }

  private async answersOrEnds({ ended }: Launched): Promise<string | null> {
    const probe = connectRedis(this.address, { profile: 'worker' });
    try {
      return await Promise.race([probe.ping().then(() => null), ended]);
    } finally {
      probe.disconnect();
    }
  }

  private async rewrite(): Promise<void> {
    const client = connectRedis(this.address, { profile: 'producer' });
    try {
      await client.bgrewriteaof();
    } catch (error) {
      this.log.warn({ err: String(error) }, 'the append-only file could not be written anew');
    } finally {
      client.disconnect();
    }
  }

  private after(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }

  private remember(data: Buffer): void {
    const text = data.toString().split('\n');
    this.lines.push(...text.filter((line) => line.trim() !== ''));
    this.lines.splice(0, Math.max(0, this.lines.length - LOG_LINES));
  }
}
