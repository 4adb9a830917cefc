import base from '../../../../jest.config.mjs';

/** The project's own jest, over test files that leak on purpose. */
export default { ...base, rootDir: '../../../..', testMatch: ['<rootDir>/test/unit/house/leaks/*.leak.mjs'] };
