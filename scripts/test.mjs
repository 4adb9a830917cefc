import { runChecks } from './lib/checks.mjs';
import { dependenciesFresh } from './lib/dependencies.mjs';
import { findChromium } from './lib/find.mjs';
import { runTests } from './lib/jest.mjs';
import { say, SetupError } from './lib/say.mjs';
import { ensureReady, ensureRedisProgram } from './lib/setup.mjs';

/**
 * `npm test`: sets up what is missing, then checks and tests everything. `npm test -- unit`, `integration`, `e2e`, a
 * path, or `checks` narrows it; further arguments with a dash go to jest. The last line counts what passed and failed.
 */

/** How many test files side by side: end-to-end tests drive whole products and want the machine for themselves. */
const KINDS = { unit: '100%', integration: '2', e2e: '1' };

const args = process.argv.slice(2);
const flags = args.filter((arg) => arg.startsWith('-'));
const wanted = args.filter((arg) => !arg.startsWith('-'));

/** @returns {{ checks: boolean, runs: string[][] }} */
function plan() {
  const kindRun = (kind) => [`test/${kind}/`, `--maxWorkers=${KINDS[kind]}`];
  if (wanted.length === 0) return { checks: flags.length === 0, runs: Object.keys(KINDS).map(kindRun) };
  const paths = wanted.filter((arg) => !(arg in KINDS) && arg !== 'checks');
  return {
    checks: wanted.includes('checks'),
    runs: [
      ...Object.keys(KINDS)
        .filter((kind) => wanted.includes(kind))
        .map(kindRun),
      ...(paths.length > 0 ? [paths] : []),
    ],
  };
}

const total = { passed: 0, failed: 0, skipped: 0 };

/** One step of the set-up; what goes wrong is told, and counts as a failure. */
async function step(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    total.failed += 1;
  }
}

async function main() {
  const { checks, runs } = plan();
  await step(ensureReady);
  // Without packages nothing can run; a build that fails still leaves the checks and most tests to be heard.
  if (!dependenciesFresh()) return;
  await step(ensureRedisProgram);
  if (findChromium() === null)
    say('No Chromium on this machine: the page is not tested (Debian: apt-get install chromium).');
  if (checks) total.failed += (await runChecks()).length;
  for (const run of runs) {
    const counts = await runTests([...run, ...flags]);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
}

await main();
process.exitCode = total.failed > 0 ? 1 : 0;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
