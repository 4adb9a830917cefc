import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/homebrew/bin'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of this machine: HUIYIN_CHROMIUM or CHROMIUM names it, else the first that is installed; null: none. */
export function browserPath(env = process.env): string | null {
  const named = env['HUIYIN_CHROMIUM'] ?? env['CHROMIUM'];
  if (named) return executable(named) ? named : null;
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...FOLDERS];
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(executable) ?? null;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `describe` where a browser is there; without one the tests are skipped, and one line says so (`npm test` says it itself). */
export function describeInBrowser(name: string, tests: () => void): void {
  if (browserPath() !== null) return describe(name, tests);
  if (process.env['HUIYIN_TEST_RUN'] === undefined) {
    process.stderr.write(
      `No Chromium on this machine: skipped “${name}” (Debian: apt-get install chromium).\n`,
    );
  }
  return describe.skip(name, tests);
}

/** Starts it, headless. Close it in afterAll. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('no Chromium on this machine');
  return chromium.launch({ executablePath, args: FLAGS });
}
