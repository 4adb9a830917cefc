import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = new URL('../../..', import.meta.url).pathname;

/** Runs the leaking files under the project's own jest; file name → its failure, '' when it passed. */
function runLeaks() {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-leaks-'));
  const report = join(folder, 'report.json');
  const args = [
    '-c',
    'test/unit/house/leaks/jest.config.mjs',
    '--json',
    '--outputFile',
    report,
    '--maxWorkers=2',
  ];
  spawnSync(process.execPath, ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...args], {
    cwd: root,
    stdio: 'ignore',
    timeout: 150_000,
  });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return Object.fromEntries(
    testResults.map(({ name, status, message }) => [basename(name), status === 'passed' ? '' : message]),
  );
}

describe('a test file that passes, but leaves something behind, fails', () => {
  let results = {};
  beforeAll(() => {
    results = runLeaks();
  });

  it.each([
    ['socket.leak.mjs', /left behind.*TCPSocketWrap; 1 TCPServerWrap/],
    ['process.leak.mjs', /left behind.*process \d+: sleep 60/],
    ['thread.leak.mjs', /left behind.*1 thread/],
    ['timer.leak.mjs', /left behind.*1 timer/],
  ])('%s', (file, message) => {
    expect(results[file]).toMatch(message);
  });

  it('and one that closes everything passes', () => {
    expect(results['clean.leak.mjs']).toBe('');
  });
});
