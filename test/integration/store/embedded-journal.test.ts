import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncChanged } from '../../../src/store/embedded-journal.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hy-journal-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the journal of the embedded server', () => {
  it('is synced when it was written, and only then', async () => {
    const done = new Map<string, number>();
    expect(await syncChanged(dir, done)).toBe(0);
    await mkdir(join(dir, 'appendonlydir'));
    const file = join(dir, 'appendonlydir', 'appendonly.aof.1.incr.aof');
    await writeFile(file, 'a');
    await writeFile(join(dir, 'appendonlydir', 'appendonly.aof.manifest'), 'no journal');
    expect(await syncChanged(dir, done)).toBe(1);
    expect(await syncChanged(dir, done)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await appendFile(file, 'b');
    expect(await syncChanged(dir, done)).toBe(1);
  });

  it('is found where servers before version 7 keep it', async () => {
    await writeFile(join(dir, 'appendonly.aof'), 'a');
    expect(await syncChanged(dir, new Map())).toBe(1);
  });
});
