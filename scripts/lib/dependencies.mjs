import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { say, SetupError } from './say.mjs';

const INSTALLED = join(MODULES, '.package-lock.json');
const MIN_NODE = [20, 0];

/** @returns {string | null} what is wrong with this Node, or null */
export function nodeFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1]);
  return old ? `Huiyin needs Node.js 20 or newer, this is ${version}. 请安装 Node.js 20 以上版本。` : null;
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * True when node_modules holds what package-lock.json names, whoever installed it. npm notes what it has installed in a
 * lockfile of its own, written last; optional packages may be missing (other platforms).
 */
export function dependenciesFresh() {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesOf(INSTALLED);
  return Object.entries(packagesOf(join(ROOT, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** The npm that called us, where one did; else the one on the PATH. */
function npm(args) {
  const caller = process.env['npm_execpath'];
  const options = { cwd: ROOT, output: 'keep' };
  return caller?.endsWith('.js')
    ? run(process.execPath, [caller, ...args], options)
    : run('npm', args, options);
}

/** Runs `npm ci` when the packages are missing or of another lockfile. */
export async function ensureDependencies() {
  if (dependenciesFresh()) return;
  say('Installing packages (npm ci) … 安装依赖');
  const { code, output } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new SetupError(`${output.trimEnd()}\nnpm ci failed (exit ${code}). 安装依赖失败。`, 1);
}
