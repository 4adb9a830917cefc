import { transformFile } from '@swc/core';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The store as plain JavaScript in a folder of its own, for tests that need a process of their own to kill. */
export class CompiledStore {
  private constructor(readonly dir: string) {}

  static async make(): Promise<CompiledStore> {
    const dir = await mkdtemp(join(tmpdir(), 'hy-js-'));
    for (const room of ['store', 'cases']) await compile(join(ROOT, 'src', room), join(dir, room));
    await writeFile(join(dir, 'package.json'), '{"type":"module"}');
    await symlink(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
    return new CompiledStore(dir);
  }

  /** Writes a program beside the rooms; it imports them as './store/…js'. */
  async program(name: string, text: string): Promise<string> {
    const file = join(this.dir, name);
    await writeFile(file, text);
    return file;
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }
}

async function compile(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true, filter: (name) => !name.endsWith('.ts') });
  const files = (await readdir(from, { recursive: true })).filter((name) => name.endsWith('.ts'));
  await Promise.all(
    files.map(async (name) => {
      const { code } = await transformFile(join(from, name), {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      });
      await writeFile(join(to, name.replace(/\.ts$/, '.js')), code);
    }),
  );
}
