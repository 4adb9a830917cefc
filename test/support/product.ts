import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE_MS } from './patience.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface ProductOptions {
  env: Record<string, string>;
  /** Texts of files in the configuration folder; none: the packaged configuration. */
  config?: Record<string, string>;
}

/** The built product as a process of its own, with a data folder that outlives its restarts. */
export class Product {
  private child: ChildProcess | null = null;
  output = '';
  errors = '';
  url = '';

  private constructor(
    readonly folder: string,
    private readonly options: ProductOptions,
  ) {}

  static async make(options: ProductOptions): Promise<Product> {
    const folder = await mkdtemp(join(tmpdir(), 'huiyin-e2e-'));
    if (options.config) {
      await mkdir(join(folder, 'config'));
      for (const [name, text] of Object.entries(options.config))
        await writeFile(join(folder, 'config', name), text);
    }
    return new Product(folder, options);
  }

  /** Starts it and waits until it prints its address. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? this.folder,
      HUIYIN_DATA: join(this.folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'warn',
      ...(this.options.config && { HUIYIN_CONFIG: join(this.folder, 'config') }),
      ...this.options.env,
    };
    this.output = '';
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    child.stdout.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (this.errors += bytes.toString()));
    const address = await until(
      () => {
        if (child.exitCode !== null)
          throw new Error(`the product ended with ${child.exitCode}: ${this.errors}`);
        return /https?:\/\/[^\s]+/u.exec(this.output)?.[0] ?? null;
      },
      () => this.errors,
    );
    this.url = address.replace(/\/$/u, '');
  }

  /** Ends it as an operator does; resolves with the exit code. */
  stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends it as a power cut does (its Redis lives on, orphaned, until the next start adopts or ends it). */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** What `huiyin …` prints, run beside it on the same store. @throws Error when the command ends with a fault */
  cli(...args: string[]): string {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HUIYIN_DATA: join(this.folder, 'data'),
      ...(this.options.config && { HUIYIN_CONFIG: join(this.folder, 'config') }),
    };
    return execFileSync(process.execPath, [CLI, ...args], { env, encoding: 'utf8' });
  }

  /** Its exit code, once it has ended by itself. */
  async ended(): Promise<number | null> {
    const { child } = this;
    if (child && child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    return child?.exitCode ?? null;
  }

  async setClock(now: string): Promise<void> {
    const answer = await fetch(`${this.url}/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    });
    if (!answer.ok) throw new Error(`POST /clock: ${answer.status} ${await answer.text()}`);
  }

  async remove(): Promise<void> {
    if (this.child) await this.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return gone;
  }
}

/** Polls until the probe gives something, or fails with what is known. */
export async function until<T>(probe: () => T | null | Promise<T | null>, why: () => string): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`not within ${PATIENCE_MS} ms: ${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
