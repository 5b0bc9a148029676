const { dirname, join } = require('node:path');
const everyDay = require('../../jest.config.js');
const { globalSetup: _, globalTeardown: __, ...withoutDatabase } = everyDay;
const ENGLISH = join(dirname(require.resolve('zod/package.json')), 'v4/locales/en.cjs');

/** The tests of the domain, which are pure: no database is started for them. */
/** @type {import('jest').Config} */
module.exports = {
  ...withoutDatabase,
  rootDir: '../..',
  roots: ['<rootDir>/src/domain', '<rootDir>/test/domain'],
  testMatch: ['<rootDir>/test/domain/**/*.test.ts'],
  runner: '<rootDir>/checks/mutation/first-failure-runner.js',
  testSequencer: '<rootDir>/checks/mutation/nearest-first-sequencer.js',
  watchman: false,
  // Zod brings fifty languages that nobody here speaks; each test file would compile them again, for each mutant.
  moduleNameMapper: { '^\\.\\./locales/index\\.cjs$': ENGLISH },
};
