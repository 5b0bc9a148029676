const everyDay = require('./jest.config.js');

/** The races: hundreds of schedules of two connections each, with a barrier before every statement. */
/** @type {import('jest').Config} */
module.exports = {
  ...everyDay,
  testMatch: ['<rootDir>/test/races/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
