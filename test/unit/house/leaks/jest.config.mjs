import base from '../../../../jest.config.mjs';

/** The project's own jest, over test files that leak on purpose. */
export default {
  ...base,
  rootDir: '../../../..',
  testEnvironmentOptions: { graceMs: 500 },
  testMatch: ['<rootDir>/test/unit/house/leaks/*.leak.mjs'],
};
