import { fileURLToPath } from 'node:url';

/** Paths are those of the root, where run.mjs starts Stryker. */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/**/*.ts'],
  // Nothing else is copied to where the mutants live. Without tsconfig.json Stryker asks TypeScript nothing, which as
  // of 7 has no answer; without package.json Jest in the root does not find this package a second time.
  ignorePatterns: ['**', '!/src/domain/**', '!/test/domain/**', '!/jest.config.js', '!/checks/mutation/*.js'],
  tempDirName: 'checks/mutation/.stryker-tmp',
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/jest-runner'))],
  testRunner: 'jest',
  jest: { configFile: 'checks/mutation/jest.config.js' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Jest leaves an AsyncLocalStorage behind with each test file, and in Node 20 each makes every promise slower.
  maxTestRunnerReuse: 50,
  // A busy machine kills no mutant; a loop without end is found by how often it is gone through.
  timeoutMS: 60_000,
  // The tables of the policy are static: leaving such mutants out would leave out what matters most.
  ignoreStatic: false,
  warnings: { slow: false },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'checks/mutation/reports/mutation.json' },
  // Below the score that was reached last; check-policy.mjs is stricter about the policy.
  thresholds: { high: 98, low: 97, break: 98 },
};
