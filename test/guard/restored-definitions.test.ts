import { Client } from 'pg';
import type { Statement } from '../../src/persistence/engine/sql';
import { findGuardFaults } from '../../src/persistence/integrity/database-guards';
import { createTestDatabase, type TestDatabase } from '../support/cluster';

/** A dump writes what Postgres prints, and a restore reads that: here without the tools that not every PostgreSQL has. */

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const PRINTED = {
  triggers: `SELECT format('DROP TRIGGER %I ON %s; %s', t.tgname, t.tgrelid::regclass, pg_get_triggerdef(t.oid)) AS line
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`,
  checks: `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I; ALTER TABLE %1$s ADD CONSTRAINT %2$I %s',
      conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
    FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND coninhcount = 0`,
  policies: `SELECT format('ALTER POLICY %I ON %s USING (%s) WITH CHECK (%4$s)', polname, polrelid::regclass,
      pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) AS line FROM pg_policy`,
};

async function faultsAfter(statements: readonly string[]): Promise<string[]> {
  await owner.query('BEGIN; SET LOCAL search_path = public');
  try {
    for (const statement of statements) await owner.query(statement);
    return await findGuardFaults({
      query: async <Row>(statement: Statement<Row>) =>
        (await owner.query(statement.text, statement.values)).rows as Row[],
    });
  } finally {
    await owner.query('ROLLBACK');
  }
}

test.each(Object.entries(PRINTED))(
  '%s that were printed and read again are the same guards',
  async (_what, printed) => {
    const statements = (await database.sql<{ line: string }>(printed)).map(({ line }) => line);
    expect(statements.length).toBeGreaterThan(3);
    expect(await faultsAfter(statements)).toEqual([]);
  },
);

test('a trigger that lost a part of its condition on the way is none of ours', async () => {
  const [trigger] = await database.sql<{ line: string }>(`${PRINTED.triggers} AND tgname = 'managed_account_keeps'`);
  const weaker = (trigger?.line ?? '').replace(' AND (old.tenant_reseller_id IS NOT NULL)', '');
  expect(weaker).not.toBe(trigger?.line);
  expect(await faultsAfter([weaker])).toEqual([
    expect.stringMatching(/^missing: trigger on accounts/),
    expect.stringMatching(/^not ours: trigger on accounts/),
  ]);
});

test('what a dropped column had been granted is no grant', async () => {
  const drop = ['ALTER TABLE account_contacts DROP COLUMN job_title'];
  const faults = await faultsAfter(drop);
  expect(faults.filter((fault) => fault.startsWith('not ours'))).toEqual([]);
});
