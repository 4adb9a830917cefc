import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { program, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** Where TypeScript of ours stands, as far as there is any. */
const FOLDERS = ['src', 'test', 'bench'].filter((folder) => existsSync(join(ROOT, folder)));

/** What is checked without running the product: name → program and arguments, for `node`. */
export const CHECKS = {
  types: [program('typescript/bin/tsc'), '--noEmit', '-p', '.'],
  lint: [program('eslint/bin/eslint.js'), '.'],
  format: [program('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  imports: [program('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...FOLDERS],
  house: ['scripts/house.mjs'],
  kernel: ['scripts/kernel.mjs', '--check'],
}; // prettier-ignore

/** Runs one check and shows what it found; true when it is content. */
async function check(name) {
  const began = performance.now();
  const { code, output } = await run(process.execPath, CHECKS[name], { cwd: ROOT, output: 'keep' });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${code === 0 ? 'ok' : 'FAILED'}  ${name} (${seconds} s)${output.trim() && `\n${output.trimEnd()}`}`);
  return code === 0;
}

/** Runs all checks, as many side by side as there are cores; returns the names of those that failed. */
export async function runChecks(names = Object.keys(CHECKS)) {
  const queue = [...names];
  const failed = [];
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      if (!(await check(name))) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, worker));
  return failed;
}
