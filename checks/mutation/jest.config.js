const { maxWorkers: _, projects, ...shared } = require('../../jest.config.js');
const domain = projects.find(({ displayName }) => displayName === 'domain');

/** The tests of the domain as `npm run test:domain` runs them, each mutant's likeliest killers first. */
/** @type {import('jest').Config} */
module.exports = {
  ...shared,
  ...domain,
  rootDir: '../..',
  roots: ['<rootDir>/src/domain', '<rootDir>/test/domain'],
  runner: '<rootDir>/checks/mutation/first-failure-runner.js',
  testSequencer: '<rootDir>/checks/mutation/nearest-first-sequencer.js',
  watchman: false,
};
