import { findChromium, findRedis } from './scripts/lib/find.mjs';

// Tests find the programs here, also when jest is started by hand.
process.env['HUIYIN_REDIS_SERVER'] ??= findRedis() ?? '';
process.env['HUIYIN_CHROMIUM'] ??= findChromium() ?? '';

/** Jest over the TypeScript sources (swc strips the types), as native ES modules. */
export default {
  testEnvironment: './scripts/jest/leak-environment.mjs',
  globalSetup: './scripts/jest/global-setup.mjs',
  globalTeardown: './scripts/jest/global-teardown.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  // The set-up scripts are plain JavaScript, and so are their tests.
  testMatch: ['<rootDir>/test/**/*.test.{ts,mjs}'],
  // A machine under load is slow, not wrong; what a test waits for says so itself, sooner (test/support/patience.ts).
  testTimeout: 180_000,
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
