import { partitionFindings } from '../../src/doctor/audit-check';
import { clockFinding } from '../../src/doctor/clock-check';
import { connectionFindings, patienceFindings, serverFindings } from '../../src/doctor/database-settings';
import { nodeFinding } from '../../src/doctor/node-check';
import { roomFinding } from '../../src/doctor/place-check';

const ENGINES = '^20.19 || ^22.13 || >=24.11';

test.each([
  ['20.19.0', 'warning'],
  ['20.18.9', 'fault'],
  ['21.7.0', 'fault'],
  ['22.12.0', 'fault'],
  ['22.13.0', 'ok'],
  ['23.11.0', 'fault'],
  ['24.10.9', 'fault'],
  ['24.11.0', 'ok'],
  ['26.0.0', 'ok'],
])('Node %s is %s', (version, verdict) => {
  expect(nodeFinding(version, ENGINES).verdict).toBe(verdict);
});

test.each([
  [0, 0, 'ok'],
  [900, 0, 'ok'],
  [-1_500, 0, 'warning'],
  [1_500, 600, 'ok'],
  [4_900, 0, 'warning'],
  [5_100, 0, 'fault'],
  [-3_600_000, 100, 'fault'],
])('another clock that is %i ms ahead, give or take %i, is %s', (ahead, within, verdict) => {
  expect(clockFinding('the database', ahead, within).verdict).toBe(verdict);
});

test('which clock is ahead is said', () => {
  expect(clockFinding('the database', 7_000, 0).found).toContain('7.0 s ahead of ours');
  expect(clockFinding('the database', -7_000, 0).found).toContain('7.0 s behind ours');
});

test.each([
  [199, 'fault'],
  [200, 'warning'],
  [1_023, 'warning'],
  [1_024, 'ok'],
])('%i MiB of room are %s', (mebibytes, verdict) => {
  expect(roomFinding('/data', mebibytes).verdict).toBe(verdict);
});

describe('connections', () => {
  const server = { maxConnections: 100, reservedConnections: 3 };
  const roles = (connectionLimit: number) =>
    ['reseller_accounts_portal', 'reseller_accounts_sync'].map((role) => ({ role, connectionLimit, settings: {} }));
  const verdicts = (poolSize: number, workers: number, limit: number) =>
    connectionFindings({ poolSize, workers }, server, roles(limit)).map(({ verdict }) => verdict);

  test('are enough when one server takes less than there are, and a second one would fit', () => {
    expect(verdicts(10, 1, 38)).toEqual(['ok']);
    expect(verdicts(10, 1, -1)).toEqual(['ok']);
  });

  test('are too few for a second server', () => {
    expect(verdicts(30, 2, 38)).toEqual(['warning']);
  });

  test('are too few by what either role may have, or by what the server has', () => {
    expect(verdicts(36, 2, 38)).toEqual(['warning']);
    expect(verdicts(37, 2, 38)).toEqual(['fault', 'fault', 'warning']);
    expect(verdicts(47, 2, -1)).toEqual(['fault']);
    expect(connectionFindings({ poolSize: 37, workers: 2 }, server, roles(38))[0]).toMatchObject({
      found: 'reseller_accounts_portal may have 38 connections, and POOL_SIZE=37 and 2 workers take 39',
      advice: expect.stringContaining('ALTER ROLE reseller_accounts_portal CONNECTION LIMIT 39;'),
    });
  });
});

test('a role that is less patient than the settings say is told, and one that is not is fine', () => {
  const wanted = { statement_timeout: '10s', lock_timeout: '5s' };
  const role = (settings: Record<string, string>) => [{ role: 'portal', connectionLimit: -1, settings }];
  expect(patienceFindings(wanted, role(wanted))).toMatchObject([{ verdict: 'ok' }]);
  expect(patienceFindings(wanted, role({ statement_timeout: '20s' }))).toMatchObject([
    { verdict: 'warning', found: 'statement_timeout of portal is 20s, and 10s by the settings here' },
    { verdict: 'warning', found: 'lock_timeout of portal is not set, and 5s by the settings here' },
  ]);
});

test('an audit is as it should be with four months ahead and nothing in the rest', () => {
  const sound = {
    audit: 'account_audit',
    bytes: 0,
    partitions: 5,
    monthsReady: 4,
    restEntries: 0,
    restOldest: null,
  } as const;
  expect(partitionFindings(sound)).toEqual([]);
  const rest = { restEntries: 7, restOldest: new Date('2026-01-01') };
  expect(
    partitionFindings({ ...sound, monthsReady: 1, ...rest }).map(({ verdict, found }) => [verdict, found]),
  ).toEqual([
    ['warning', 'account_audit has partitions for 1 of this month and the next three'],
    ['warning', "7 entries of account_audit lie in no month's partition, from 2026-01-01T00:00:00.000Z on"],
  ]);
});

describe('a server of PostgreSQL', () => {
  const sound = {
    version: '15.4',
    versionNumber: 150_004,
    maxConnections: 100,
    reservedConnections: 3,
    fsync: 'on',
    fullPageWrites: 'on',
    synchronousCommit: 'on',
    autovacuum: 'on',
  };

  test('is sound, replicates in its own way, or is nobody’s but ours', () => {
    expect(serverFindings(sound, false)).toEqual([]);
    expect(serverFindings({ ...sound, synchronousCommit: 'remote_apply' }, false)).toEqual([]);
    expect(serverFindings({ ...sound, fsync: 'off' }, true)).toEqual([]);
  });

  test.each([
    [{ fsync: 'off' }, 'fsync is off'],
    [{ fullPageWrites: 'off' }, 'full_page_writes is off'],
    [{ synchronousCommit: 'off' }, 'synchronous_commit is off'],
    [{ autovacuum: 'off' }, 'autovacuum is off'],
  ])('that is set to %j is warned of', (settings, words) => {
    const found = serverFindings({ ...sound, ...settings }, false);
    expect(found).toMatchObject([{ verdict: 'warning', found: expect.stringContaining(words) }]);
  });

  test('that is too old is a fault', () => {
    expect(serverFindings({ ...sound, version: '14.9', versionNumber: 140_009 }, false)).toMatchObject([
      { verdict: 'fault', found: 'PostgreSQL 14.9, where 15 or newer is needed' },
    ]);
  });
});
