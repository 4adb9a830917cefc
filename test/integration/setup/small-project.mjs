import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = new URL('../../..', import.meta.url).pathname;

/** Prints a line, then ends with 7 on SIGTERM and 8 on SIGINT: by the first of them, as a product that counts its signals. */
export const PRODUCT = `import './store/keys.js';
process.stdout.write(\`running \${process.env['HUIYIN_REDIS_SERVER'] ?? ''}\\n\`);
const alive = setInterval(() => undefined, 1000);
for (const [signal, code] of [['SIGTERM', 7], ['SIGINT', 8]] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    setTimeout(() => process.exit(code), 200);
  });
}
`;

const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts', 'bin'];

/** A clone of the project with a product of three small files, its packages those of this folder. */
export class SmallProject {
  /** @param {string[]} [more] further files of the project that it wants */
  constructor(more = []) {
    this.folder = mkdtempSync(join(tmpdir(), 'huiyin-start-'));
    for (const name of [...FILES, ...more]) {
      cpSync(join(root, name), join(this.folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
    this.write('src/main.ts', PRODUCT);
    this.write('src/cli.ts', `process.stdout.write(process.argv.slice(2).join('+'));\n`);
    this.write('src/store/keys.ts', 'export const key = 1;\n');
    this.write('src/store/save.lua', 'return 1\n');
  }

  write(path, text) {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  remove(path) {
    rmSync(join(this.folder, path), { recursive: true });
  }

  /** Starts a script; `output` grows, `line(text)` waits for it, `ended` is the exit code. */
  start(script, { args = [], env = {} } = {}) {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: this.folder,
      env: { ...process.env, REDIS_URL: '', ...env },
    });
    const running = { child, output: '', stdout: '', ended: once(child, 'close').then(([code]) => code) };
    child.stdout.on('data', (chunk) => {
      running.stdout += chunk;
      running.output += chunk;
    });
    child.stderr.on('data', (chunk) => (running.output += chunk));
    running.line = async (text) => {
      while (!running.output.includes(text)) {
        const more = await Promise.race([once(child.stdout, 'data'), running.ended]);
        if (typeof more === 'number') throw new Error(`ended with ${more}: ${running.output}`);
      }
    };
    return running;
  }

  async close() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
