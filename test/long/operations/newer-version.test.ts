import { commentOf } from '../../../src/persistence/integrity/announced-guards';
import { DATABASE_GUARDS } from '../../../src/persistence/integrity/database-guards-manifest';
import { migrate } from '../../../src/persistence/set-up/migrate';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Program, startProgram } from '../../support/program';
import { readyzAnew, readyzOnceItIs } from '../readiness';

/** A newer version migrates while servers of this one run: "migrate, then roll". */

let database: TestDatabase;
let program: Program;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startProgram(database);
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

const NEXT = 'Next1999999999999';
const ADDED = [
  'grant to reseller_accounts_portal: SELECT on credit_limits',
  'constraint on credit_limits: pk_credit_limits PRIMARY KEY (account_id)',
  'row-level security of credit_limits: OFF',
  'grant to reseller_accounts_portal: UPDATE on accounts.credit_limit',
];
/** What it drops, and adds, as its migrations would. */
const guards = [...DATABASE_GUARDS.filter((guard) => !/account_contacts\.job_title$/.test(guard)), ...ADDED];
const MIGRATION = [
  `CREATE TABLE credit_limits (account_id uuid CONSTRAINT pk_credit_limits PRIMARY KEY)`,
  'GRANT SELECT ON credit_limits TO reseller_accounts_portal',
  'ALTER TABLE accounts ADD credit_limit numeric',
  'GRANT UPDATE (credit_limit) ON accounts TO reseller_accounts_portal',
];

const comment = (text: string) => database.sql(`COMMENT ON TABLE schema_migrations IS '${text.replaceAll("'", "''")}'`);

const READY = { status: 'ready', checks: [] };

test('a server stays ready while a newer version migrates, and starts on what that leaves', async () => {
  await comment(commentOf({ migration: NEXT, guards }));
  for (const statement of MIGRATION) await database.sql(statement);
  expect((await readyzAnew(program)).body).toEqual(READY);
  await database.sql(`INSERT INTO schema_migrations (timestamp, name) VALUES (1999999999999, '${NEXT}')`);
  expect((await readyzAnew(program)).body).toEqual(READY);
  await (await startProgram(database)).stop();
});

test('this version’s own migrations leave the newer announcement as it is', async () => {
  const said = () => database.sql(`SELECT obj_description('schema_migrations'::regclass, 'pg_class') AS said`);
  const before = await said();
  expect(await migrate(database.ownerUrl)).toEqual([]);
  expect(await said()).toEqual(before);
});

test('what nobody has announced is a fault still', async () => {
  await database.sql('GRANT DELETE ON accounts TO reseller_accounts_portal');
  expect((await readyzOnceItIs(503, program)).body).toMatchObject({
    status: 'not ready',
    checks: [{ name: 'guards' }],
  });
  await database.sql('REVOKE DELETE ON accounts FROM reseller_accounts_portal');
  expect((await readyzOnceItIs(200, program)).body).toEqual(READY);
});

test('what one adds without a word is one too, and an announcement that cannot be read says so', async () => {
  await database.sql(`DELETE FROM schema_migrations WHERE name = '${NEXT}'`);
  await comment('not an announcement');
  expect((await readyzOnceItIs(503, program)).body).toMatchObject({ status: 'not ready' });
  // This version migrates: it announces itself, and is strict.
  await migrate(database.ownerUrl);
  expect((await readyzAnew(program)).body).toMatchObject({ status: 'not ready', checks: [{ name: 'guards' }] });
  await database.sql('DROP TABLE credit_limits');
  await database.sql('ALTER TABLE accounts DROP credit_limit');
  expect((await readyzOnceItIs(200, program)).body).toEqual(READY);
});
