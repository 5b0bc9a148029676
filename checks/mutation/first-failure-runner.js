const TestRunner = require('jest-runner').default;

/** Stops after the first test file that fails: one is enough to kill a mutant, and Jest cannot bail inside Stryker. */
module.exports = class FirstFailureRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    const stopListening = this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
      if (numFailingTests > 0 || testExecError) watcher.setState({ interrupted: true });
    });
    await super.runTests(tests, watcher, options);
    stopListening();
  }
};
