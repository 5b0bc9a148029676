import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runDbMaintainProgram } from '../../src/cli/db-maintain-program';
import { findSetUpFaults } from '../../src/persistence/set-up/find-set-up-faults';
import { readStorage } from '../../src/persistence/upkeep/storage';
import { addEntries, monthFromNow, nameOfMonth, partitionOf, partitionsOf } from '../persistence/upkeep/months';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { runProgram } from './run-program';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = join(mkdtempSync(join(tmpdir(), 'db-maintain-')), 'audit');
});
afterEach(async () => {
  await database.drop();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

async function run(argv: readonly string[], env: NodeJS.ProcessEnv = { MIGRATION_DATABASE_URL: database.ownerUrl }) {
  return runProgram(runDbMaintainProgram, argv, env);
}

/** A month long ago, with entries. */
async function aMonth(months: number, count = 3): Promise<string> {
  const audit = 'account_audit';
  await addEntries(database, audit, monthFromNow(months), { count });
  await run([]);
  return partitionOf(audit, months);
}
const entriesBefore = (months: number) =>
  database
    .sql<{ count: number }>(
      `SELECT (SELECT count(*) FROM account_audit WHERE at < '${monthFromNow(months).toISOString()}')::int AS count`,
    )
    .then(([row]) => row?.count);
const linesOf = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('where there is nothing to do it does nothing and ends with 0', async () => {
  expect(await run([])).toEqual({
    code: 0,
    stdout: '',
    stderr: 'The audit is kept for good: neither AUDIT_RETENTION nor --audit-retention is set.\n',
  });
});

test('puts what lies in no month where it belongs, makes months and removes expired keys, and says so', async () => {
  await database.sql(`DROP TABLE ${partitionOf('setup_audit', 1)}, ${partitionOf('account_audit', 2)}`);
  await addEntries(database, 'setup_audit', monthFromNow(1), { count: 2 });
  await database.sql(
    `INSERT INTO idempotency_keys (id, input_hash, created_at)
     SELECT gen_random_uuid(), 'x', now() - interval '8 days' FROM generate_series(1, 3)`,
  );
  const expected = (word: string, removed: string, made: readonly string[]) =>
    [
      `${word} what lay in no month into the partition of ${nameOfMonth(1)}: setup_audit`,
      ...made,
      `${removed} 3 expired idempotency keys`,
      '',
    ].join('\n');
  const dry = await run(['--dry-run']);
  expect(dry).toMatchObject({ code: 0, stdout: expected('Would move', 'Would remove', []) });
  expect(await database.sql('SELECT FROM setup_audit_rest')).toHaveLength(2);
  const done = await run([]);
  const made = [`Made a partition for ${nameOfMonth(2)}: account_audit`];
  expect(done).toMatchObject({ code: 0, stdout: expected('Moved', 'Removed', made) });
  expect((await readStorage(database.database.catalog)).audits).toMatchObject([
    { monthsReady: 4, restEntries: 0 },
    { monthsReady: 4, restEntries: 0 },
  ]);
  expect(await database.sql('SELECT FROM idempotency_keys')).toEqual([]);
  expect((await run([])).stdout).toBe('');
});

test('removes what was delivered more than a week ago, but for the last position, from which others are counted', async () => {
  await database.sql(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
    VALUES ('00000000-0000-4000-8000-000000000001', 'New', 'ACTIVE', 'EUR', true, true)`);
  await database.sql(
    `INSERT INTO synchronization_outbox (account_id, id, system_code, requested_by, position, delivered_at)
     SELECT '00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'X', 'root', nth,
       CASE WHEN nth <= 700 OR nth = 703 THEN now() - interval '8 days' WHEN nth = 701 THEN now() - interval '6 days' END
     FROM generate_series(1, 703) nth`,
  );
  expect((await run(['--dry-run'])).stdout).toBe('Would remove 700 delivered requests to synchronize\n');
  expect((await run([])).stdout).toBe('Removed 700 delivered requests to synchronize\n');
  expect(await database.sql('SELECT position::int FROM synchronization_outbox ORDER BY 1')).toEqual(
    [701, 702, 703].map((position) => ({ position })),
  );
  expect((await run([])).stdout).toBe('');
});

test('removes what was closed in inboxes for 90 days, and counts of events but for when something was taken last', async () => {
  const reseller = '00000000-0000-4000-8000-00000000000b';
  await database.sql(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
    VALUES ('${reseller}', 'Beta', 'ACTIVE', 'EUR', true, true)`);
  await database.sql(`INSERT INTO tenant_resellers (id, name, currency, separate_invoices, account_id)
    VALUES ('${reseller}', 'Beta', 'EUR', true, '${reseller}')`);
  await database.sql(`INSERT INTO sync_problems
    SELECT '${reseller}', gen_random_uuid(), gen_random_uuid(), nth::text, NULL, 'INVALID_INPUT', 'x', '{}', now(), now(), 1,
      CASE WHEN nth <= 600 THEN now() - interval '91 days' WHEN nth = 601 THEN now() - interval '89 days' END
    FROM generate_series(1, 602) nth`);
  await database.sql(`INSERT INTO sync_activity VALUES
    ('${reseller}', now() - interval '9 days', 1, 0, now() - interval '9 days'),
    ('${reseller}', now() - interval '8 days', 1, 0, now() - interval '8 days'),
    ('${reseller}', now() - interval '7 days', 0, 5, NULL), ('${reseller}', now() - interval '6 days', 0, 5, NULL)`);
  const expected = (verb: string) =>
    `${verb} 600 problems of syncs, closed for 90 days\n${verb} 2 old counts of events\n`;
  expect((await run(['--dry-run'])).stdout).toBe(expected('Would remove'));
  expect((await run([])).stdout).toBe(expected('Removed'));
  expect(await database.sql('SELECT source_account_id AS id FROM sync_problems ORDER BY 1')).toEqual([
    { id: '601' },
    { id: '602' },
  ]);
  expect(await database.sql('SELECT accepted::int, refused::int FROM sync_activity ORDER BY since')).toEqual([
    { accepted: 1, refused: 0 },
    { accepted: 0, refused: 5 },
  ]);
  expect((await run([])).stdout).toBe('');
});

describe('what of the audit is older than it is kept', () => {
  test('is removed by whole months, the others are not; history stays', async () => {
    const [old, young] = [await aMonth(-13), await aMonth(-3)];
    await database.sql(`INSERT INTO accounts (id, name, status, currency, enable_ordering, separate_invoices)
      VALUES ('00000000-0000-4000-8000-000000000001', 'New', 'ACTIVE', 'EUR', true, true)`);
    await database.sql(`INSERT INTO account_history (account_id, at, kind, text, actor)
      VALUES ('00000000-0000-4000-8000-000000000001', '2001-01-01', 'EDITED', 'x', 'x')`);
    const dry = await run(['--dry-run', '--audit-retention', '365']);
    expect(dry.stdout).toMatch(
      new RegExp(`^Would remove ${old}, 0\\.\\d MB, whose entries are from before ....-..-..\\n$`),
    );
    expect(await entriesBefore(0)).toBe(6);
    const { code, stdout } = await run([], { MIGRATION_DATABASE_URL: database.ownerUrl, AUDIT_RETENTION: '365' });
    expect([code, stdout]).toEqual([0, expect.stringMatching(`^Removed ${old}, `)]);
    expect(Object.keys(await partitionsOf(database, 'account_audit'))).toEqual([
      young,
      ...[0, 1, 2, 3].map((one) => partitionOf('account_audit', one)),
      'account_audit_rest',
    ]);
    expect(await entriesBefore(0)).toBe(3);
    expect(await database.sql(`SELECT to_regclass('${old}') AS gone`)).toEqual([{ gone: null }]);
    expect(await database.sql(`SELECT FROM account_history WHERE at = '2001-01-01'`)).toHaveLength(1);
  });

  test('is written down first: all of it, in its order, as audit:export prints it, for its owner alone to read', async () => {
    const part = await aMonth(-13, 2_345);
    const before = await database.sql<Record<string, unknown>>(
      `SELECT id, account_id, record, operation, after FROM ${part} ORDER BY at, id`,
    );
    const { code, stdout } = await run(['--audit-retention', '365', '--export', folder]);
    const path = join(folder, `${part}.ndjson.gz`);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`; 2345 entries are in ${path}`)]);
    expect(readdirSync(folder)).toEqual([`${part}.ndjson.gz`]);
    expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    const lines = linesOf(path);
    expect(
      lines.map(({ id, account, record, operation, after }) => ({
        id,
        account_id: account.id,
        record,
        operation,
        after,
      })),
    ).toEqual(
      // Numbers as text, since JSON's own would lose digits.
      before.map((row) => ({
        ...row,
        after: { ...(row.after as object), nth: String((row.after as { nth: number }).nth) },
      })),
    );
    expect(lines[0]).toEqual({
      ...{ id: before[0]?.id, at: `${monthFromNow(-13).toISOString().slice(0, 19)}Z`, actor: null, tokenId: null },
      ...{ mutation: null, login: 'postgres', record: 'x', operation: 'UPDATE', actorKind: null, before: null },
      ...{ after: { nth: '0', x: 'x'.repeat(100) }, account: { id: before[0]?.account_id }, transactionId: null },
    });
    expect(await entriesBefore(0)).toBe(0);
  });

  test('is not removed where it cannot be written down', async () => {
    await aMonth(-13);
    writeFileSync(folder, 'a file');
    const { code, stderr } = await run(['--audit-retention', '365', '--export', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^(EEXIST|ENOTDIR): .*What --export names is no folder\.\n$/);
    expect(await entriesBefore(0)).toBe(3);
    rmSync(folder);
    expect(await run(['--audit-retention', '365', '--export', folder])).toMatchObject({ code: 0 });
  });

  test('is not removed where there is no room for it, and what was written so far is', async () => {
    const part = await aMonth(-13, 3_000);
    mkdirSync(folder);
    // A file that takes nothing, as on a full disk.
    symlinkSync('/dev/full', join(folder, `.${part}.ndjson.gz.unfinished`));
    const { code, stderr } = await run(['--audit-retention', '365', '--export', folder]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^ENOSPC: .*There is no room left where the export is/)]);
    expect(readdirSync(folder)).toEqual([]);
    expect(await entriesBefore(0)).toBe(3_000);
    expect(await run(['--audit-retention', '365', '--export', folder])).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual([`${part}.ndjson.gz`]);
  });

  test('what is in the folder is never written over: another content gets another name, the same does not', async () => {
    const part = await aMonth(-13);
    await run(['--audit-retention', '365', '--export', folder]);
    const path = join(folder, `${part}.ndjson.gz`);
    const first = readFileSync(path);
    // Of another database, with another entry.
    await aMonth(-13, 1);
    const { stdout } = await run(['--audit-retention', '365', '--export', folder]);
    expect(stdout).toContain(`1 entries are in ${join(folder, `${part}-2.ndjson.gz`)}`);
    expect(readFileSync(path)).toEqual(first);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('what an earlier run has taken out and not dropped is written down and removed by the next', async () => {
    const part = await aMonth(-13);
    await database.sql(`ALTER TABLE account_audit DETACH PARTITION ${part}`);
    await database.sql(
      `COMMENT ON TABLE ${part} IS 'Taken out of account_audit by db:maintain; until ${monthFromNow(-12).toISOString()}'`,
    );
    expect((await run(['--audit-retention', '365', '--export', folder])).stdout).toContain(`Removed ${part}, `);
    expect(linesOf(join(folder, `${part}.ndjson.gz`))).toHaveLength(3);
    expect(await database.sql(`SELECT to_regclass('${part}') AS gone`)).toEqual([{ gone: null }]);
  });

  test('of months that nobody has taken out nothing is removed that only looks like one', async () => {
    await database.sql('CREATE TABLE account_audit_2020_01 (kept text)');
    await run(['--audit-retention', '365']);
    expect(await database.sql(`SELECT to_regclass('account_audit_2020_01') IS NOT NULL AS kept`)).toEqual([
      { kept: true },
    ]);
  });
});

test('by a superuser who is not the owner it makes what belongs to the owner, with which the guards hold', async () => {
  const role = `admin_${randomBytes(4).toString('hex')}`;
  await database.sql(`CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD 'secret'`);
  const url = new URL(database.ownerUrl);
  [url.username, url.password] = [role, 'secret'];
  try {
    await addEntries(database, 'account_audit', monthFromNow(-2));
    expect(await run(['--url', url.href])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Moved /) });
    expect(await database.sql(`SELECT relname FROM pg_class WHERE relowner = '${role}'::regrole`)).toEqual([]);
    expect(await findSetUpFaults(database.ownerUrl)).toEqual([]);
  } finally {
    await database.sql(`REASSIGN OWNED BY ${role} TO CURRENT_USER`);
    await database.sql(`DROP ROLE ${role}`);
  }
});

describe('a wrong call', () => {
  test.each([
    ['89', 'AUDIT_RETENTION: got "89", expected a whole number of days, 90 or more'],
    ['never', 'AUDIT_RETENTION: got "never", expected'],
    ['-400', 'AUDIT_RETENTION: got "-400", expected'],
  ])('a retention of %s days is refused, and nothing is removed', async (days, said) => {
    await aMonth(-13);
    const { code, stderr } = await run([`--audit-retention=${days}`]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
    expect(await entriesBefore(0)).toBe(3);
  });

  test.each([['--retention', '400'], ['--export'], ['--export', ''], ['now']])('%s', async (...argv) => {
    expect((await run(argv)).code).toBe(2);
  });

  test('without a URL it says which is wanted', async () => {
    expect(await run([], {})).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the owner's URL of the database"),
    });
  });

  test('by the portal’s login it says whose it takes', async () => {
    await aMonth(-13);
    const { code, stderr } = await run(['--url', database.portalUrl, '--audit-retention', '365']);
    expect([code, stderr]).toEqual([1, expect.stringContaining("Take the owner's URL")]);
    expect(await entriesBefore(0)).toBe(3);
  });

  test('help shows examples and ends with 0', async () => {
    const { code, stdout } = await run(['--help']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('reseller-accounts db:maintain --audit-retention 400 --export'),
    ]);
    expect(existsSync(folder)).toBe(false);
  });
});
