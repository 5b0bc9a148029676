import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../../src/config/package-root';
import { toolOf } from './tools';

/** The acceptance and the races, with both logins behind PgBouncer in transaction mode: whatever was kept in a session would be another's. */

const PGBOUNCER = toolOf('pgbouncer');
const MINUTE = 60_000;

(PGBOUNCER ? test : test.skip).each([
  ['the acceptance', 'everyday', 'test/graphql/(sync|accounts|resellers|selling|billing|moving)/'],
  ['the races', 'races', 'test/races/'],
])(
  'through a pooler: %s',
  (_what, project, paths) => {
    const { TEST_CLUSTER: _ours, ...env } = process.env;
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...[require.resolve('jest/bin/jest'), '--selectProjects', project, '--maxWorkers=2', '--testTimeout=120000'],
        ...['--testPathPatterns', paths],
      ],
      { cwd: packageRoot(), env: { ...env, POOLER: PGBOUNCER ?? '' }, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    const failed = stderr.split('\n').filter((line) => /^FAIL |^ {2}● .* › /.test(line));
    expect({ status, failed }).toEqual({ status: 0, failed: [] });
  },
  30 * MINUTE,
);
