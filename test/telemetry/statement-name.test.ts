import { TABLES } from '../../src/persistence/tables/all-tables';
import { statementName } from '../../src/telemetry/open-telemetry/statement-name';
import { aCustomer, admin, aPaidSubscription, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, USER_ERRORS, type World } from '../support/world';

describe('a statement is named by its verb and its table', () => {
  test.each([
    ['SELECT a.id FROM public.accounts a WHERE a.id = $1', 'SELECT accounts'],
    ['  (SELECT 1 FROM "services" s)', 'SELECT services'],
    ['select set_config($1, $2, true)', 'SELECT'],
    ['INSERT INTO public.invoices (id) SELECT id FROM unnest($1) AS id', 'INSERT invoices'],
    ['UPDATE ONLY accounts SET name = $1', 'UPDATE accounts'],
    ['DELETE FROM api_options', 'DELETE api_options'],
    ['WITH asked AS (SELECT unnest($1) AS id) SELECT * FROM asked JOIN accounts USING (id)', 'SELECT accounts'],
    [
      'WITH due AS MATERIALIZED (SELECT 1 FROM subscriptions) INSERT INTO invoices SELECT * FROM due',
      'INSERT invoices',
    ],
    ['WITH a AS (SELECT 1 FROM accounts), b AS (SELECT 2 FROM a) SELECT * FROM b', 'SELECT accounts'],
    ['COMMIT', 'COMMIT'],
    ['ROLLBACK TO SAVEPOINT part', 'ROLLBACK TO'],
    ['SET CONSTRAINTS ALL IMMEDIATE', 'SET'],
    ['VACUUM accounts', 'OTHER'],
  ])('%s', (sql, summary) => {
    expect(statementName(sql).summary).toBe(summary);
  });

  test('and by nothing that is a value', () => {
    const begin = "START TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE; SET LOCAL app.actor = 'from obere'";
    expect(statementName(begin)).toEqual({ summary: 'START TRANSACTION', verb: 'START TRANSACTION', table: null });
    expect(statementName("SELECT 'it''s from obere' -- from obere\n FROM accounts").summary).toBe('SELECT accounts');
  });
});

describe('what is really sent', () => {
  let world: World;
  let setup: Setup;
  beforeAll(async () => {
    world = await createWorld();
    setup = await setUpResellers(world);
  });
  afterAll(() => world.close());

  test('has names of our tables only', async () => {
    const { sync } = setup.alpha;
    const accountId = await copy(world, setup.alpha);
    const items = [{ customer: aCustomer('one'), paidSubscriptions: [aPaidSubscription()] }];
    await world.ask(
      sync,
      `mutation($input: SyncCustomersInput!) { syncCustomers(input: $input) { results { outcome } ${USER_ERRORS} } }`,
      { input: { items } },
    );
    await world.mutate(admin, 'deleteAccount', { accountId });
    await world.mutate(admin, 'generateInvoices', { accountId });
    await world.ask(
      admin,
      `{ accounts(first: 5, filter: { search: "customer" }) { totalCount edges { node { name customFields { value }
        history(first: 2) { edges { node { kind } } } invoices(first: 2) { edges { node { id } } } } } }
        tenantResellers { edges { node { name } } } permissionRules { name } }`,
    );
    const tables = new Set<string>(TABLES.map(({ name }) => name));
    const names = new Map(world.takeStatements().map((sql) => [statementName(sql).summary, statementName(sql)]));
    expect(names.size).toBeGreaterThan(20);
    for (const { verb, table } of names.values()) {
      expect(verb).not.toBe('OTHER');
      if (table !== null) expect([...tables]).toContain(table);
    }
    // Without a table are only those that name none.
    expect(
      [...names]
        .filter(([, { table }]) => table === null)
        .map(([summary]) => summary)
        .sort(),
    ).toEqual(['COMMIT', 'ROLLBACK', 'SELECT', 'START TRANSACTION']);
  });
});
