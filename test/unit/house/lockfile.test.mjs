import { readFileSync } from 'node:fs';
import { completeLock, missingOptional, platformOf } from '../../../scripts/lib/lockfile.mjs';

const lockOf = (packages) => ({ packages: { '': {}, ...packages } });

describe('the lockfile', () => {
  it('names every optional package, so that npm ci takes it on every platform', () => {
    const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    expect(missingOptional(lock.packages)).toEqual([]);
  });

  it('has every package with a version, and none tied to one host', () => {
    const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'));
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter(([, { version }]) => !version)).toEqual([]);
    const hosts = entries.flatMap(([, { resolved }]) => (resolved ? [new URL(resolved).host] : []));
    expect(hosts.filter((host) => host !== 'registry.npmjs.org')).toEqual([]);
  });
});

describe('finding what npm left out', () => {
  it('sees a missing one, and one that is found further up', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-x64': '1.0.0' } },
      'node_modules/a/node_modules/b': { optionalDependencies: { 'b-linux-x64': '2.0.0' } },
      'node_modules/a-linux-x64': { version: '1.0.0' },
      'node_modules/b-linux-x64': { version: '2.0.0' },
    };
    expect(missingOptional(packages)).toEqual([
      { of: 'node_modules/a', name: 'a-darwin-x64', version: '1.0.0' },
    ]);
  });

  it('finds one beside its own nested parent', () => {
    const packages = {
      'node_modules/a/node_modules/b': { optionalDependencies: { c: '1.0.0' } },
      'node_modules/a/node_modules/c': { version: '1.0.0' },
    };
    expect(missingOptional(packages)).toEqual([]);
  });
});

describe('the platform of a binary package', () => {
  it.each([
    ['@swc/core-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['@swc/core-linux-arm64-musl', { cpu: ['arm64'], libc: ['musl'], os: ['linux'] }],
    ['@swc/core-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
    ['@swc/core-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
    ['@unrs/resolver-binding-android-arm-eabi', { cpu: ['arm'], os: ['android'] }],
    ['@msgpackr-extract/msgpackr-extract-linux-arm', { cpu: ['arm'], os: ['linux'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it.each(['left-pad', 'linux', 'a-linux'])('none in %s', (name) => {
    expect(platformOf(name)).toBeNull();
  });
});

describe('completing a lockfile', () => {
  it('adds exact versions with their platform, and nothing a second time', () => {
    const lock = lockOf({
      'node_modules/a': { dev: true, optionalDependencies: { 'a-darwin-x64': '1.0.0' } },
    });
    expect(completeLock(lock)).toEqual(['a-darwin-x64']);
    expect(lock.packages['node_modules/a-darwin-x64']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      os: ['darwin'],
      dev: true,
      optional: true,
    });
    expect(completeLock(lock)).toEqual([]);
  });

  it('leaves alone a range, and a package whose platform no name tells', () => {
    const lock = lockOf({
      'node_modules/a': { optionalDependencies: { 'a-darwin-x64': '^1.0.0', fsevents: '2.3.3' } },
    });
    expect(completeLock(lock)).toEqual([]);
  });
});
