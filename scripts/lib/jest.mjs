import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { program, ROOT } from './paths.mjs';
import { say } from './say.mjs';

/** After its report jest ends by itself; one that does not is held by something that a test left open. */
const LINGER_MS = 60_000;

const ENV = { NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules`.trim() };

/** Runs jest to its end, or to `LINGER_MS` after its report. @returns {Promise<number>} its exit code, 1 when it hung */
function runJest(args, report) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program('jest/bin/jest.js'), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...ENV },
      stdio: ['ignore', 2, 2],
    });
    let reportedAt = Infinity;
    const watch = setInterval(() => {
      if (reportedAt === Infinity && existsSync(report)) reportedAt = Date.now();
      if (Date.now() - reportedAt < LINGER_MS) return;
      say('Jest does not end: a test left something open.');
      child.kill('SIGKILL');
    }, 250);
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('close', (code) => {
      clearInterval(watch);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The counts of one run. A file that failed as a whole (it did not load, it leaked) counts as one more failure, and so
 * does a run that ended badly without saying why.
 */
export function countsOf(report, code) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const wholeFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + wholeFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs the tests that jest finds with these arguments. @returns {Promise<{passed: number, failed: number, skipped: number}>} */
export async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  const report = join(folder, 'report.json');
  try {
    const code = await runJest([...args, '--json', '--outputFile', report], report);
    return countsOf(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
