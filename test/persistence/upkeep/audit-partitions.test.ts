import { Client } from 'pg';
import { makeAuditPartitions } from '../../../src/persistence/upkeep/audit-partitions';
import { readStorage } from '../../../src/persistence/upkeep/storage';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

let world: TestDatabase;

beforeEach(async () => {
  world = await createTestDatabase();
});
afterEach(() => world.drop());

const AUDITS = ['account_audit', 'setup_audit'] as const;
const monthAfter = (months: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
};
const nameOf = (months: number) => monthAfter(months).toISOString().slice(0, 7);
const partitionOf = (audit: string, months: number) => `${audit}_${nameOf(months).replace('-', '_')}`;
const drop = (audit: string, ...months: number[]) =>
  world.sql(`DROP TABLE ${months.map((one) => partitionOf(audit, one)).join(', ')}`);
const make = () => makeAuditPartitions(world.database.upkeep);
const partitions = (audit: string) =>
  world
    .sql<{ name: string; bounds: string }>(
      `SELECT relname AS name, pg_get_expr(relpartbound, oid) AS bounds FROM pg_class
       WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = to_regclass($1)) ORDER BY relname`,
      [audit],
    )
    .then((rows) => rows.map(({ name }) => name));
const entryAt = (audit: string, at: string) =>
  audit === 'account_audit'
    ? world.sql(
        `INSERT INTO account_audit (account_id, at, record, operation) VALUES (gen_random_uuid(), $1, 'x', 'UPDATE')`,
        [at],
      )
    : world.sql(`INSERT INTO setup_audit (at, record, operation) VALUES ($1, 'x', 'UPDATE')`, [at]);

const anAccount = () =>
  world.sql(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
    VALUES (gen_random_uuid(), 'New', 'ACTIVE', 'EUR', true, true)`);

test.each(AUDITS)('a database that was set up has this month, the next three and the rest: %s', async (audit) => {
  expect(await partitions(audit)).toEqual([0, 1, 2, 3].map((one) => partitionOf(audit, one)).concat(`${audit}_rest`));
  expect(await make()).toEqual([]);
});

test('the portal’s login makes months that are missing, each once, however many do it at the same time', async () => {
  for (const audit of AUDITS) await drop(audit, 1, 3);
  const servers = Array.from({ length: 8 }, () => new Client({ connectionString: world.portalUrl }));
  await Promise.all(servers.map((server) => server.connect()));
  const made = await Promise.all(
    servers.map((server) =>
      server.query(
        `SELECT format('%s %s %s', audit, to_char(month, 'YYYY-MM'), outcome) AS told FROM make_audit_partitions()`,
      ),
    ),
  );
  await Promise.all(servers.map((server) => server.end()));
  const told = made.flatMap(({ rows }) => rows.map((row) => String(row.told)));
  expect(told.sort()).toEqual(AUDITS.flatMap((audit) => [1, 3].map((one) => `${audit} ${nameOf(one)} MADE`)));
  for (const audit of AUDITS) expect(await partitions(audit)).toHaveLength(5);
});

test('a new partition is like its parent, and neither login reaches it, whatever new tables are granted by default', async () => {
  await world.sql('ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC, reseller_accounts_portal');
  await drop('account_audit', 2);
  expect(await make()).toMatchObject([{ outcome: 'MADE' }]);
  for (const url of [world.portalUrl, world.syncUrl]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      for (const part of await partitions('account_audit')) {
        for (const statement of [`SELECT FROM ${part}`, `DELETE FROM ${part}`, `INSERT INTO ${part} SELECT`]) {
          await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      }
    } finally {
      await client.end();
    }
  }
});

test('the sync’s login may not make partitions', async () => {
  const client = new Client({ connectionString: world.syncUrl });
  await client.connect();
  await expect(client.query('SELECT FROM make_audit_partitions()')).rejects.toMatchObject({ code: '42501' });
  await client.end();
});

test.each(AUDITS)('what lies in no month is in the rest, which keeps its month from being made: %s', async (audit) => {
  await drop(audit, 1, 2);
  await entryAt(audit, monthAfter(1).toISOString());
  expect(await make()).toEqual([
    { audit, month: nameOf(1), outcome: 'IN_REST' },
    { audit, month: nameOf(2), outcome: 'MADE' },
  ]);
  const { audits } = await readStorage(world.database.catalog);
  expect(audits.find((one) => one.audit === audit)).toMatchObject({
    monthsReady: 3,
    restEntries: 1,
    restOldest: monthAfter(1),
  });
});

test('a rest that is too large to be looked through while callers wait is left alone, and said', async () => {
  await drop('account_audit', 3);
  await world.sql(
    `INSERT INTO account_audit (account_id, at, record, operation, after)
     SELECT gen_random_uuid(), '2020-01-01', 'x', 'UPDATE', to_jsonb(repeat('x', 1500)) FROM generate_series(1, 25000)`,
  );
  expect(await make()).toEqual([{ audit: 'account_audit', month: nameOf(3), outcome: 'REST_TOO_LARGE' }]);
});

test('who reads the audit for long keeps a month from being made, and nobody waits for it; later it is made', async () => {
  await drop('account_audit', 3);
  const reader = new Client({ connectionString: world.portalUrl });
  await reader.connect();
  await reader.query('BEGIN');
  await reader.query('SELECT FROM account_audit LIMIT 1');
  const began = performance.now();
  expect(await make()).toEqual([{ audit: 'account_audit', month: nameOf(3), outcome: 'BUSY' }]);
  expect(performance.now() - began).toBeLessThan(3_000);
  // A writer does not wait for the reader either.
  await anAccount();
  await reader.query('COMMIT');
  await reader.end();
  expect(await make()).toMatchObject([{ outcome: 'MADE' }]);
});

test('while the owner is at it a server makes nothing, and what an owner left behind is cleared', async () => {
  await drop('setup_audit', 3);
  await world.sql(
    `ALTER TABLE setup_audit_rest ADD CONSTRAINT setup_audit_rest_becomes_a_part CHECK (at < '2000-01-01') NOT VALID`,
  );
  await world.sql('SELECT pg_advisory_lock(7216405313)');
  expect(await make()).toEqual([]);
  await world.sql('SELECT pg_advisory_unlock(7216405313)');
  expect(await make()).toMatchObject([{ outcome: 'MADE' }]);
  await entryAt('setup_audit', '2010-01-01');
});

test('sizes are of all partitions, and the history’s, by the portal’s login', async () => {
  await anAccount();
  const [sizes] = await world.sql<{ audit: string; history: string }>(
    `SELECT sum(pg_total_relation_size(inhrelid))::text AS audit, pg_total_relation_size('account_history')::text AS history
     FROM pg_inherits WHERE inhparent = 'account_audit'::regclass`,
  );
  const { audits, historyBytes } = await readStorage(world.database.catalog);
  expect(String(historyBytes)).toBe(sizes?.history);
  expect(audits).toEqual([
    {
      audit: 'account_audit',
      bytes: Number(sizes?.audit),
      partitions: 5,
      monthsReady: 4,
      restEntries: 0,
      restOldest: null,
    },
    {
      audit: 'setup_audit',
      bytes: expect.any(Number),
      partitions: 5,
      monthsReady: 4,
      restEntries: 0,
      restOldest: null,
    },
  ]);
  expect(Number(sizes?.audit)).toBeGreaterThan(0);
});
