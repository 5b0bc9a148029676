const everyDay = require('./jest.config.js');

/** The tests that take minutes: faults, kills, real starts, the whole example. They run what `npm run build` has made, one by one. */
/** @type {import('jest').Config} */
module.exports = {
  ...everyDay,
  testMatch: ['<rootDir>/test/long/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 120_000,
};
