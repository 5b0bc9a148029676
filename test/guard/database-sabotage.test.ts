import { Client } from 'pg';
import type { Statement } from '../../src/persistence/engine/sql';
import { findDatabaseFaults, findGuardFaults } from '../../src/persistence/integrity/database-guards';
import { DATABASE_GUARDS } from '../../src/persistence/integrity/database-guards-manifest';
import { setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** S22, the third layer: whoever weakens what guards in the database is found out, at the start and by `/readyz`. */

let world: World;
let owner: Client;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
  owner = new Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** What is found in a database where the owner has done this. Nothing of it stays: logins belong to the whole cluster. */
async function faultsAfter(...sabotage: string[]): Promise<string[]> {
  await owner.query('BEGIN');
  try {
    for (const statement of sabotage) await owner.query(statement);
    return await findGuardFaults({
      query: async <Row>(statement: Statement<Row>) => (await owner.query(statement)).rows as Row[],
    });
  } finally {
    await owner.query('ROLLBACK');
  }
}

test('a database as the migrations left it has no fault, for the portal’s login as for the owner', async () => {
  expect(await faultsAfter()).toEqual([]);
  expect(await findDatabaseFaults(world.database)).toEqual([]);
});

const AUDITED = ['accounts', 'subscriptions', 'invoices', 'tenant_resellers'];

/** Every trigger of the migrations; the audit's, three for each of its tables, stand for one another. */
const TRIGGERS = DATABASE_GUARDS.flatMap((guard) => {
  const [, table = '', trigger = ''] =
    /^trigger on (\w+), enabled: CREATE (?:CONSTRAINT )?TRIGGER (\w+) /.exec(guard) ?? [];
  return trigger === '' || (trigger.startsWith('audit_') && !AUDITED.includes(table))
    ? []
    : [[table, trigger] as const];
});

test('the triggers that are looked at are all but the audit’s of other tables', () => {
  expect(TRIGGERS.map((one) => one.join('.'))).toEqual(
    expect.arrayContaining([
      'accounts.managed_account_keeps',
      'accounts.portal_keeps_columns',
      'accounts.sync_keeps_columns',
      'accounts.copies_are_right',
      'accounts.audit_update',
      'invoices.issued_is_whole',
      'invoices.number_is_one_invoices',
      'account_history.history_is_not_forged',
    ]),
  );
  expect(TRIGGERS.length).toBeGreaterThan(40);
});

test.each(TRIGGERS)('a trigger that is dropped or switched off: %s, %s', async (table, trigger) => {
  const missing = expect.stringMatching(
    new RegExp(`^missing: trigger on ${table}, enabled: CREATE (CONSTRAINT )?TRIGGER ${trigger} `),
  );
  expect(await faultsAfter(`DROP TRIGGER ${trigger} ON ${table}`)).toContainEqual(missing);
  const disabled = await faultsAfter(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
  expect(disabled).toContainEqual(missing);
  expect(disabled).toContainEqual(expect.stringMatching(new RegExp(`^not ours: trigger on ${table}, NOT ENABLED`)));
});

/** A month that no manifest knows: its parent's word is what it is compared with. */
const MONTH = 'account_audit_2020_01';
const MAKE_MONTH = [
  `CREATE TABLE ${MONTH} (LIKE account_audit INCLUDING ALL)`,
  `ALTER TABLE account_audit ATTACH PARTITION ${MONTH} FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')`,
];

test.each(['account_audit', 'setup_audit'])('a new month is no fault, nor one that is gone: %s', async (audit) => {
  expect(await faultsAfter(...MAKE_MONTH.map((one) => one.replaceAll('account_audit', audit)))).toEqual([]);
  const [part] = await world.sql<{ name: string }>(
    `SELECT min(relname::text) AS name FROM pg_class JOIN pg_inherits ON inhrelid = oid WHERE inhparent = to_regclass($1)`,
    [audit],
  );
  expect(await faultsAfter(`ALTER TABLE ${audit} DETACH PARTITION ${part?.name}`, `DROP TABLE ${part?.name}`)).toEqual(
    [],
  );
});

const SWALLOWS = `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`;
test.each([
  [
    'a trigger that swallows entries',
    [SWALLOWS, `CREATE TRIGGER quiet BEFORE INSERT ON ${MONTH} FOR EACH ROW EXECUTE FUNCTION swallow()`],
    'trigger quiet',
  ],
  ['a rule', [`CREATE RULE quiet AS ON INSERT TO ${MONTH} DO INSTEAD NOTHING`], 'rule quiet'],
  ['a policy', [`CREATE POLICY more ON ${MONTH} USING (true)`], 'policy more'],
  ['row-level security', [`ALTER TABLE ${MONTH} ENABLE ROW LEVEL SECURITY`], 'row-level security is on'],
  ['a grant to everybody', [`GRANT SELECT ON ${MONTH} TO PUBLIC`], 'PUBLIC may SELECT'],
  [
    'a grant to a login',
    [`GRANT DELETE ON ${MONTH} TO reseller_accounts_portal`],
    'reseller_accounts_portal may DELETE',
  ],
  ['a grant to somebody else', ['CREATE ROLE mallory', `GRANT UPDATE ON ${MONTH} TO mallory`], 'mallory may UPDATE'],
  [
    'a grant on a column',
    [`GRANT UPDATE (actor) ON ${MONTH} TO reseller_accounts_sync`],
    'reseller_accounts_sync may UPDATE',
  ],
  ['another owner', ['CREATE ROLE mallory', `ALTER TABLE ${MONTH} OWNER TO mallory`], 'has another owner'],
  ['no log', [`ALTER TABLE ${MONTH} SET UNLOGGED`], 'is no table that is logged'],
])('a partition of the audit with %s is found out', async (_what, sabotage, found) => {
  expect(await faultsAfter(...MAKE_MONTH, ...sabotage)).toContain(
    `not ours: partition ${MONTH} of account_audit: ${found}`,
  );
});

test('a parent’s trigger that is switched off on a partition is found out, and one that is on is none of its own', async () => {
  const guarded = [
    SWALLOWS,
    'CREATE TRIGGER quiet BEFORE INSERT ON account_audit FOR EACH ROW EXECUTE FUNCTION swallow()',
  ];
  const ofPartitions = (faults: string[]) => faults.filter((fault) => fault.startsWith('not ours: partition'));
  expect(ofPartitions(await faultsAfter(...MAKE_MONTH, ...guarded))).toEqual([]);
  expect(
    ofPartitions(await faultsAfter(...MAKE_MONTH, ...guarded, `ALTER TABLE ${MONTH} DISABLE TRIGGER quiet`)),
  ).toEqual([`not ours: partition ${MONTH} of account_audit: trigger quiet`]);
});

/** Every function of a trigger. */
const FUNCTIONS = [...new Set(DATABASE_GUARDS.flatMap((guard) => /EXECUTE FUNCTION (\w+)\(/.exec(guard)?.[1] ?? []))];

test.each(FUNCTIONS.map((name) => `${name}()`))('a trigger function that was made harmless: %s', async (name) => {
  const faults = await faultsAfter(
    `CREATE OR REPLACE FUNCTION ${name} RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
  );
  const [bare] = name.split('(');
  expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^missing: function ${bare}\\(`)));
});

test('a function of row-level security that was made to answer for anyone', async () => {
  const faults = await faultsAfter(
    `CREATE OR REPLACE FUNCTION current_tenant_reseller() RETURNS uuid LANGUAGE sql STABLE AS
     $$ SELECT id FROM tenant_resellers LIMIT 1 $$`,
  );
  expect(faults).toContainEqual(expect.stringMatching(/^missing: function current_tenant_reseller/));
});

test.each([
  [
    'a table',
    'GRANT DELETE ON accounts TO reseller_accounts_portal',
    /not ours: grant to \S+portal: DELETE on accounts$/,
  ],
  [
    'a column',
    'GRANT UPDATE (enable_ordering) ON accounts TO reseller_accounts_sync',
    /not ours: grant to \S+sync: UPDATE on accounts.enable_ordering$/,
  ],
  ['everybody', 'GRANT SELECT ON account_history TO PUBLIC', /not ours: grant to PUBLIC: SELECT on account_history$/],
  [
    'the audit',
    'GRANT INSERT ON account_audit TO reseller_accounts_portal',
    /not ours: grant to \S+portal: INSERT on account_audit$/,
  ],
  [
    'a function',
    'GRANT EXECUTE ON FUNCTION reseller_account_status() TO PUBLIC',
    /not ours: function reseller_account_status: PUBLIC may EXECUTE$/,
  ],
  ['the schema', 'GRANT CREATE ON SCHEMA public TO reseller_accounts_sync', /not ours: login \S+sync: may create/],
  ['granting', 'GRANT SELECT ON accounts TO reseller_accounts_sync WITH GRANT OPTION', /and to grant it, on accounts$/],
])('a grant on %s that was added', async (_on, statement, found) => {
  expect(await faultsAfter(statement)).toContainEqual(expect.stringMatching(found));
});

test('a grant that was taken away', async () => {
  expect(await faultsAfter('REVOKE INSERT ON account_history FROM reseller_accounts_portal')).toEqual([
    'missing: grant to reseller_accounts_portal: INSERT on account_history',
  ]);
});

test.each(['accounts', 'source_identities', 'subscriptions', 'account_history', 'tenant_resellers'])(
  'row-level security that is off, or open: %s',
  async (table) => {
    expect(await faultsAfter(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`)).toEqual([
      `missing: row-level security of ${table}: on`,
      `not ours: row-level security of ${table}: OFF`,
    ]);
    const another = `CREATE POLICY more ON ${table} TO reseller_accounts_sync USING (true)`;
    expect(await faultsAfter(another)).toContainEqual(expect.stringMatching(`^not ours: policy more on ${table}`));
    expect(await faultsAfter(`ALTER POLICY sync ON ${table} USING (true)`)).toContainEqual(
      expect.stringMatching(`^missing: policy sync on ${table}`),
    );
    expect(await faultsAfter(`DROP POLICY sync ON ${table}`)).toContainEqual(
      expect.stringMatching(`^missing: policy sync on ${table}`),
    );
  },
);

test.each([
  ['SUPERUSER', 'is a superuser'],
  ['BYPASSRLS', 'bypasses row-level security'],
  ['CREATEROLE', 'may make roles'],
  ['CREATEDB', 'may make databases'],
  ['REPLICATION', 'may replicate'],
])('a login that became more than it was: %s', async (attribute, found) => {
  for (const login of ['reseller_accounts_portal', 'reseller_accounts_sync']) {
    expect(await faultsAfter(`ALTER ROLE ${login} ${attribute}`)).toContain(`not ours: login ${login}: ${found}`);
  }
});

test('a login that may run on the nodes of a cluster what it likes', async () => {
  const made = `CREATE FUNCTION run_command_on_workers(command text) RETURNS void LANGUAGE plpgsql AS 'BEGIN END'`;
  expect(await faultsAfter(made)).toEqual(
    ['portal', 'sync'].map(
      (login) =>
        `not ours: login reseller_accounts_${login}: may run on other nodes what it likes: run_command_on_workers`,
    ),
  );
  const taken = 'REVOKE EXECUTE ON FUNCTION run_command_on_workers(text) FROM PUBLIC';
  expect(await faultsAfter(made, taken)).toEqual([]);
});

test('a login that became a member of another role or owns a table', async () => {
  expect(await faultsAfter('GRANT reseller_accounts_portal TO reseller_accounts_sync')).toEqual([
    'not ours: login reseller_accounts_sync: is a member of reseller_accounts_portal',
  ]);
  expect(
    await faultsAfter('CREATE TABLE mine (id int)', 'ALTER TABLE mine OWNER TO reseller_accounts_portal'),
  ).toContain('not ours: login reseller_accounts_portal: owns mine');
});

test('triggers that keep other columns than the policy table locks, or close an account to other actions', async () => {
  const faults = await faultsAfter(
    'DROP TRIGGER managed_account_keeps ON accounts',
    `CREATE TRIGGER managed_account_keeps BEFORE UPDATE ON accounts FOR EACH ROW
     WHEN (session_user = 'reseller_accounts_portal' AND OLD.tenant_reseller_id IS NOT NULL)
     EXECUTE FUNCTION keep_columns('name')`,
    'DROP TRIGGER closed_account_refuses ON sales_documents',
    `CREATE TRIGGER closed_account_refuses BEFORE INSERT ON sales_documents FOR EACH ROW
     WHEN (session_user = 'reseller_accounts_portal') EXECUTE FUNCTION refuse_on_closed_account('deleted')`,
  );
  expect(faults).toContainEqual(
    expect.stringMatching(
      /^the policy says of accounts.managed_account_keeps: name, accounting_no.*; the database: name$/,
    ),
  );
  expect(faults).toContain(
    'the policy says of sales_documents.closed_account_refuses: managed, deleted; the database: deleted',
  );
});

const DATABASE = '%DATABASE%';

test.each<[what: string, sabotage: string[], found: RegExp]>([
  [
    'a setting of a login that switches triggers off',
    [`ALTER ROLE reseller_accounts_portal IN DATABASE ${DATABASE} SET session_replication_role = replica`],
    /not ours: setting of reseller_accounts_portal: session_replication_role=replica/,
  ],
  [
    'the same of the database',
    [`ALTER DATABASE ${DATABASE} SET session_replication_role = replica`],
    /not ours: setting of the database: session_replication_role=replica/,
  ],
  [
    'a search path of the database',
    [`ALTER DATABASE ${DATABASE} SET search_path = elsewhere, public`],
    /not ours: setting of the database: search_path=/,
  ],
  [
    'the right to switch triggers off',
    ['GRANT SET ON PARAMETER session_replication_role TO reseller_accounts_portal'],
    /not ours: setting session_replication_role: reseller_accounts_portal may SET/,
  ],
  [
    'the right to make schemas',
    [`GRANT CREATE ON DATABASE ${DATABASE} TO reseller_accounts_portal`],
    /not ours: login reseller_accounts_portal: may CREATE in the database/,
  ],
  [
    'the right to make temporary objects',
    [`GRANT TEMPORARY ON DATABASE ${DATABASE} TO PUBLIC`],
    /not ours: login reseller_accounts_sync: may TEMPORARY in the database/,
  ],
  [
    'a view past row-level security, for everybody',
    ['CREATE VIEW everything AS SELECT * FROM accounts', 'GRANT ALL ON everything TO PUBLIC'],
    /not ours: login reseller_accounts_sync: may use the view everything/,
  ],
  [
    'a view in another schema',
    [
      'CREATE SCHEMA aside CREATE VIEW all_of_them AS SELECT * FROM public.accounts',
      'GRANT USAGE ON SCHEMA aside TO reseller_accounts_sync',
      'GRANT SELECT ON aside.all_of_them TO reseller_accounts_sync',
    ],
    /not ours: login reseller_accounts_sync: may use the view aside.all_of_them/,
  ],
  [
    'a function that runs as its owner',
    ['CREATE FUNCTION door() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ UPDATE accounts SET name = name $$'],
    /not ours: function door\(\): .* as its owner/,
  ],
  [
    'a rule that keeps the audit empty',
    ['CREATE RULE quiet AS ON INSERT TO account_audit DO INSTEAD NOTHING'],
    /not ours: rule on account_audit: quiet/,
  ],
  [
    'a default of the audit',
    [`ALTER TABLE account_audit ALTER login SET DEFAULT 'somebody else'`],
    /missing: default of account_audit.login: SESSION_USER/,
  ],
  [
    'a constraint',
    ['ALTER TABLE accounts DROP CONSTRAINT ck_accounts_management'],
    /missing: constraint on accounts: ck_accounts_management/,
  ],
  [
    'a key',
    ['ALTER TABLE source_identities DROP CONSTRAINT pk_source_identities'],
    /missing: constraint on source_identities: pk_source_identities/,
  ],
  [
    'how often a function is asked',
    ['ALTER FUNCTION current_tenant_reseller() IMMUTABLE'],
    /missing: function current_tenant_reseller\(\): source \w+, sql s/,
  ],
  [
    'the search path of a trigger function',
    ['ALTER FUNCTION keep_columns() RESET search_path'],
    /missing: function keep_columns\(\): .*search_path=pg_catalog, pg_temp/,
  ],
  [
    'the owner of a table',
    ['CREATE ROLE another_owner', 'ALTER TABLE accounts OWNER TO another_owner'],
    /not ours: owners of our tables: 2/,
  ],
])('another way in, or past a guard: %s', async (_what, sabotage, found) => {
  const name = new URL(world.ownerUrl).pathname.slice(1);
  const statements = sabotage.map((statement) => statement.replace(DATABASE, name));
  expect(await faultsAfter(...statements)).toContainEqual(expect.stringMatching(found));
});

test('a table of somebody else, and what they may do with it, is none of our business', async () => {
  expect(
    await faultsAfter(
      'CREATE TABLE notes (id int)',
      'GRANT SELECT ON notes TO PUBLIC',
      'CREATE FUNCTION note() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    ),
  ).toEqual([]);
});
