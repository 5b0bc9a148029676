const { basename } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** Runs the tests that are named after the mutated file first: they are the likeliest to kill its mutants. */
module.exports = class NearestFirstSequencer extends Sequencer {
  constructor(options) {
    super(options);
    this.subjects = options.globalConfig.nonFlagArgs.map((file) => basename(file, '.ts'));
  }

  sort(tests) {
    const distance = ({ path }) => Number(!this.subjects.some((subject) => basename(path).startsWith(subject)));
    return [...tests].sort((one, other) => distance(one) - distance(other) || one.path.localeCompare(other.path));
  }
};
