// Runs on a Citus cluster what is told of behaviour: the acceptance, the guard's matrix, direct SQL, races and properties, on the
// one database that CITUS_URL names, by its owner on the coordinator. It is emptied between files, and set up and distributed
// where it is not yet. Paths may be given for some of it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const TESTS = [
  ...['accounts', 'billing', 'dry-run', 'lists', 'moving', 'resellers', 'selling', 'sync'].map(
    (one) => `test/graphql/${one}`,
  ),
  ...[
    'test/graphql/idempotency',
    'test/persistence/outbox',
    'test/matrices',
    'test/properties',
    'test/races',
    'test/citus',
  ],
];

if (!process.env.CITUS_URL) {
  console.log('test:citus is left out: CITUS_URL names no database of a Citus cluster.');
} else {
  const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
  const paths = process.argv.slice(2);
  const { status } = spawnSync(
    process.execPath,
    [jest, '--maxWorkers=1', '--testTimeout=120000', '--testPathPatterns', ...(paths.length > 0 ? paths : TESTS)],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
}
