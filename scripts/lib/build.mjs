import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DIST, program, ROOT, SOURCES } from './paths.mjs';
import { run } from './run.mjs';
import { say, SetupError } from './say.mjs';
import { filesBelow, fingerprint } from './sources.mjs';

const STAMP = join(DIST, '.stamp.json');
const INPUTS = ['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((name) => join(ROOT, name));

/** @returns {{ print: string, files: string[] }} the state of all that goes into dist */
function sourceState() {
  const files = filesBelow(SOURCES);
  return { print: fingerprint([...files, ...INPUTS], ROOT), files: files.map((f) => relative(SOURCES, f)) };
}

function builtState() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return null;
  }
}

/** Lua scripts, the page and models go with the code as they are. */
function copyAssets(files) {
  for (const file of files.filter((f) => !f.endsWith('.ts'))) {
    mkdirSync(dirname(join(DIST, file)), { recursive: true });
    cpSync(join(SOURCES, file), join(DIST, file));
  }
}

/** Compiles src into dist, and copies what is not TypeScript beside it. */
async function build(state, before) {
  // Output of a source that is gone must not live on.
  if (before === null || before.files.some((f) => !state.files.includes(f)))
    rmSync(DIST, { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  const tsc = program('typescript/bin/tsc');
  const { code, output } = await run(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    output: 'keep',
  });
  if (code !== 0) throw new SetupError(`${output.trimEnd()}\nThe build failed. 编译失败。`, 1);
  copyAssets(state.files);
  writeFileSync(STAMP, JSON.stringify(state));
}

/** True when dist is what src would give. */
export function buildFresh() {
  return builtState()?.print === sourceState().print;
}

/** Builds dist when it is missing or older than src. */
export async function ensureBuilt() {
  if (buildFresh()) return;
  say('Building … 编译');
  await build(sourceState(), builtState());
}
