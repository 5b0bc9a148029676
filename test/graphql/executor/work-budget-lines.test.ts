import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../../src/config/package-root';
import { WorkBudget } from '../../../src/graphql/executor/work-budget';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

const CUSTOMERS = 200;
const TOO_LARGE = { code: 'OPERATION_TOO_LARGE' };

let world: World;
let setup: Setup;

/** Customers of one reseller that pays for all of them: each has owed some hundred months of a subscription. */
beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-10-31T12:00:00Z');
  const prototype = await copy(world, setup.beta, aCustomer('prototype'));
  await world.sql(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object(
       'id', gen_random_uuid(), 'source_account_id', 'c-' || n, 'name', 'Customer ' || n))).*
     FROM accounts a, generate_series(2, $2::int) n WHERE a.id = $1`,
    [prototype, CUSTOMERS],
  );
  await world.sql('DELETE FROM subscriptions');
  await world.sql(
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
     SELECT a.id, gen_random_uuid(), v.id, jsonb_build_array(jsonb_build_object('from', '1974-01-31', 'quantity', 1)), 2.5, 'EUR', 'MONTHLY', '1974-01-31'
     FROM accounts a, services v WHERE a.bill_to_id = $1 AND v.sku = 'MAIL'`,
    [setup.beta.accountId],
  );
  await world.sql('ANALYZE');
}, 60_000);
afterAll(() => world.close());

const pending = (selection: string) =>
  world.run(admin, `query ($id: ID!) { account(id: $id) { ${selection} } }`, { id: setup.beta.accountId });

describe('the lines of what is pending', () => {
  test('count once for each day that is asked for, though only totals are selected', async () => {
    const once = await pending('a: pendingInvoices { total } b: pendingInvoices { total }');
    expect(once.errors).toBeUndefined();
    expect(once.data.account.a).toEqual([{ total: expect.stringMatching(/^\d{6}\.\d\d$/) }]);
    const twice = await pending('a: pendingInvoices { total } b: pendingInvoices(asOf: "2026-09-30") { total }');
    expect(twice.data).toBeNull();
    expect(twice.errors).toMatchObject([{ message: expect.stringContaining('lines'), extensions: TOO_LARGE }]);
  }, 60_000);

  test('count each time that they are answered', async () => {
    const { data, errors } = await pending('pendingInvoices { a: lines { amount } b: lines { amount } }');
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: TOO_LARGE }]);
  }, 60_000);
});

/** The checks' own. Jest's modules are CommonJS, theirs are not: hence Node reads it. */
function portalQuery(): string {
  const { href } = pathToFileURL(join(packageRoot(), 'checks', 'supergraph', 'portal-query.mjs'));
  const program = `import { EVERYTHING } from ${JSON.stringify(href)}; process.stdout.write(EVERYTHING)`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
}

test(`what a portal asks for at most is answered for ${CUSTOMERS} customers`, async () => {
  // Without the hundred thousand lines above: of a customer that pays month by month.
  await world.sql(
    `UPDATE subscriptions SET start_date = '2026-08-31', quantities = jsonb_set(quantities, '{0,from}', '"2026-08-31"')`,
  );
  const wide = portalQuery()
    .replace('customers(first: 5)', `customers(first: ${CUSTOMERS})`)
    // What the core subgraph knows of an account.
    .replaceAll(/ (industry|website)/g, '');
  const answered = jest.spyOn(WorkBudget.prototype, 'answer');
  const data = await world.ask(admin, wide);
  // Of 250,000: these customers have little, and with every list full it would be some 220,000.
  const values = answered.mock.calls.reduce((sum, [count]) => sum + count, 0);
  expect(values).toBeLessThan(120_000);
  answered.mockRestore();
  const counts = data.tenantResellers.edges.map(
    ({ node }: { node: { customers: { edges: unknown[] } } }) => node.customers.edges.length,
  );
  expect(Math.max(...counts)).toBe(CUSTOMERS);
});

describe('a budget of lines', () => {
  const reads = (budget: WorkBudget, lines: number) =>
    budget.readLines(
      async () => lines,
      (found) => found,
    );

  test('holds what one call may be answered', async () => {
    const budget = new WorkBudget();
    await expect(reads(budget, 200_000)).resolves.toBe(200_000);
    await expect(reads(budget, 1)).rejects.toMatchObject(TOO_LARGE);
  });

  test('reads one statement after the other, and none after a refusal', async () => {
    const budget = new WorkBudget();
    const begun: string[] = [];
    const read = (name: string, lines: number) =>
      budget.readLines(
        async () => {
          begun.push(name);
          await new Promise((resolve) => setImmediate(resolve));
          return lines;
        },
        (found) => found,
      );
    const answers = await Promise.allSettled([read('first', 150_000), read('second', 50_001), read('third', 1)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(begun).toEqual(['first', 'second']);
  });

  test('goes on after a read that failed for another reason', async () => {
    const budget = new WorkBudget();
    const failed = budget.readLines(
      () => Promise.reject(new Error('a fault')),
      () => 1,
    );
    await expect(failed).rejects.toThrow('a fault');
    await expect(reads(budget, 1)).resolves.toBe(1);
  });
});
