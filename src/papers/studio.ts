import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { doneSchema, type PaperOrder } from './orders.js';

/** With nothing to draw for so long the painter goes, and its memory with it. */
const IDLE_MS = 10_000;
/** A file takes a tenth of a second; a painter that is silent for so long never answers. */
const ANSWER_MS = 60_000;
const HEAP_MB = 256;
const PAINTER = new URL('./painter.js', import.meta.url);

interface Made {
  name: string;
  bytes: Uint8Array;
}

/** The painter ended before it answered. */
class Gone extends Error {}

/**
 * Makes files in a process of its own, one at a time, so that the bot goes on hearing while a picture is drawn, and what
 * drawing needs (fonts, charts, pixels) never lies in the bot's memory. The process comes with the first file.
 */
export class Studio {
  private child: ChildProcess | null = null;
  private idle: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(private readonly painter: URL = PAINTER) {}

  /** The bytes of a file. @throws Error when it cannot be made */
  make(file: PaperOrder): Promise<Made> {
    const made = this.turn.then(() => this.patiently(file));
    this.turn = made.catch(() => undefined);
    return made;
  }

  /** Ends the painter; what it had in hand is not made. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idle);
    await this.dismiss();
  }

  /** A painter that was killed (out of memory, by hand) is replaced once. */
  private async patiently(file: PaperOrder): Promise<Made> {
    clearTimeout(this.idle);
    try {
      return await this.ask(file).catch((error: unknown) => {
        if (error instanceof Gone && !this.closed) return this.ask(file);
        throw error;
      });
    } finally {
      if (!this.closed) this.idle = setTimeout(() => void this.dismiss(), IDLE_MS).unref();
    }
  }

  private async ask(file: PaperOrder): Promise<Made> {
    if (this.closed) throw new Error('the studio is closed');
    const child = (this.child ??= this.hire());
    const over = new AbortController();
    const { signal } = over;
    const timer = setTimeout(() => child.kill('SIGKILL'), ANSWER_MS);
    try {
      const gone = once(child, 'exit', { signal }).then(() => { throw new Gone('the painter ended'); }); // prettier-ignore
      const answer = once(child, 'message', { signal });
      child.send({ file }, (error) => error && child.kill('SIGKILL'));
      const [said] = (await Promise.race([answer, gone])) as [unknown];
      const done = doneSchema.parse(said);
      if ('fault' in done) throw new Error(done.fault);
      return done;
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  }

  private hire(): ChildProcess {
    // Where it cuts its fonts; removed with it.
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-painter-'));
    const child = fork(fileURLToPath(this.painter), [folder], {
      // Nothing of the bot's: no secrets, no debugger, no loaders.
      env: { TMPDIR: folder },
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child.once('exit', () => {
      if (this.child === child) this.child = null;
      rmSync(folder, { recursive: true, force: true });
    });
    // One that could not even be started says so here alone.
    child.on('error', () => child.emit('exit', 1, null));
    return child;
  }

  private async dismiss(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
