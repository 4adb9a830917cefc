import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { functionSizes } from './function-sizes.mjs';
import { filesBelow } from './sources.mjs';

/** Lines that a file may have at most, and the size from which a file or function is counted as large. */
const LIMITS = { fileLines: 250, largeFile: 200, functionLines: 60, largeFunction: 40 };

/** What no line of src, test or bench may hold. */
const FORBIDDEN = [
  [/\b(TODO|FIXME|XXX)\b/, 'do it or open an issue'],
  [/\bas any\b/, 'no `any`: use unknown and narrow it'],
  [/eslint-disable|@ts-(ignore|expect-error|nocheck)/, 'mend the code, not the checker'],
  [/\b(it|test|describe)\.only\b|\bf(it|describe)\(/, 'one test must not hide the others'],
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const over = (numbers, limit) => numbers.filter((n) => n > limit).length;

function readSources(root, folder) {
  return filesBelow(join(root, folder))
    .filter((path) => /\.(ts|mjs|cjs)$/.test(path) && !path.includes('/node_modules/'))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

const linesOf = (text) => text.replace(/\n$/, '').split('\n').length;

function faultsOfFile({ path, text }) {
  const faults = [];
  const name = basename(path);
  if (linesOf(text) > LIMITS.fileLines)
    faults.push(`${path}: ${linesOf(text)} lines, at most ${LIMITS.fileLines}`);
  if (/^index\.(ts|mjs)$/.test(name)) faults.push(`${path}: no barrel files; name a file for its content`);
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name))
    faults.push(`${path}: file names are lower-case words with hyphens`);
  const largest = Math.max(0, ...functionSizes(text));
  // The linter leaves comments and blank lines out; here a test's functions are held to the same limit, generously.
  if (largest > LIMITS.functionLines * 1.5)
    faults.push(`${path}: a function of ${largest} lines, at most ${LIMITS.functionLines}`);
  return faults;
}

function faultsOfLines({ path, text }) {
  return text
    .split('\n')
    .flatMap((line, i) =>
      FORBIDDEN.filter(([pattern]) => pattern.test(line)).map(
        ([, advice]) => `${path}:${i + 1}: ${advice}: ${line.trim().slice(0, 80)}`,
      ),
    );
}

/** A lockfile that names one machine's package mirror installs nowhere else. */
function faultsOfLock(root) {
  const file = join(root, 'package-lock.json');
  if (!existsSync(file)) return [];
  const packages = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages);
  return packages
    .filter(
      ([, { resolved, link }]) => resolved && !link && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    .map(([name]) => `package-lock.json: ${name} is resolved to a host of its own`);
}

function figuresOf(folder, files) {
  const lines = files.map(({ text }) => linesOf(text));
  const functions = files.flatMap(({ text }) => functionSizes(text));
  return (
    `${folder}: ${files.length} files, median ${median(lines)} lines, ${over(lines, LIMITS.largeFile)} over ${LIMITS.largeFile}, largest ${Math.max(0, ...lines)}; ` +
    `${functions.length} functions, median ${median(functions)}, ${over(functions, LIMITS.largeFunction)} over ${LIMITS.largeFunction}`
  );
}

/**
 * Sizes and habits of a project.
 * @param {string} root @param {string[]} folders
 * @returns {{ figures: string[], faults: string[] }}
 */
export function houseReport(root, folders) {
  const byFolder = folders.map((folder) => [folder, readSources(root, folder)]);
  const all = byFolder.flatMap(([, files]) => files);
  return {
    figures: byFolder.map(([folder, files]) => figuresOf(folder, files)),
    faults: [
      ...all.flatMap(faultsOfFile),
      ...all.filter(({ path }) => /^(src|test|bench)\//.test(path)).flatMap(faultsOfLines),
      ...faultsOfLock(root),
    ],
  };
}
