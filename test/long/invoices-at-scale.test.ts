import {
  aCustomer,
  admin,
  anOwnAccount,
  copy,
  everyRow,
  setUpResellers,
  type TestReseller,
} from '../support/resellers';
import { createWorld, type World } from '../support/world';

const CUSTOMERS = 5000;
const SUBSCRIPTIONS = 2;
const PERIODS = 10;
const PENDING = CUSTOMERS * SUBSCRIPTIONS * PERIODS;
const SECONDS = 10;
const MEGABYTES = 300;

let world: World;
let beta: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ beta } = await setUpResellers(world));
  world.now = new Date('2026-10-31T12:00:00Z');
  await fill();
}, 120_000);
afterAll(() => world.close());

/** Copies of one copy, each with a monthly subscription in dollars and one in euros that have run for ten months. */
async function fill(): Promise<void> {
  const prototype = await copy(world, beta, aCustomer('prototype'));
  await world.sql(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object(
       'id', gen_random_uuid(), 'source_account_id', 'c-' || n, 'name', 'Customer ' || n))).*
     FROM accounts a, generate_series(2, $2::int) n WHERE a.id = $1`,
    [prototype, CUSTOMERS],
  );
  await world.sql('DELETE FROM subscriptions');
  await world.sql(
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
     SELECT a.id, gen_random_uuid(), v.id, jsonb_build_array(jsonb_build_object('from', '2026-01-31', 'quantity', 1 + (row_number() OVER ()) % 7)), 2.505, terms.currency, 'MONTHLY', '2026-01-31'
     FROM accounts a, services v, (VALUES ('USD'), ('EUR')) AS terms(currency)
     WHERE a.bill_to_id = $1 AND v.sku = 'MAIL'`,
    [beta.accountId],
  );
  await world.sql('ANALYZE');
  const [count] = await world.sql(
    `SELECT count(DISTINCT account_id)::int AS customers, count(*)::int AS subscriptions FROM subscriptions`,
  );
  expect(count).toEqual({ customers: CUSTOMERS, subscriptions: CUSTOMERS * SUBSCRIPTIONS });
}

const generate = (selection: string) =>
  world.run(
    admin,
    `mutation ($input: GenerateInvoicesInput!) { generateInvoices(input: $input) {
       invoices { ${selection} } userErrors { code } } }`,
    { input: { accountId: beta.accountId } },
  );

/** Runs `work` and gives its answer, the seconds that it took and by how many megabytes the process grew at most. */
async function measured<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number; megabytes: number }> {
  const before = process.memoryUsage().rss;
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const sampling = setInterval(sample, 10);
  const begun = performance.now();
  try {
    const answer = await work();
    sample();
    return { answer, seconds: (performance.now() - begun) / 1000, megabytes: (peak - before) / 2 ** 20 };
  } finally {
    clearInterval(sampling);
  }
}

const counts = async () => {
  const [row] = await world.sql(
    `SELECT (SELECT count(*)::int FROM invoices) AS invoices, (SELECT count(*)::int FROM invoice_lines) AS lines,
       (SELECT sum(last_number)::int FROM invoice_counters) AS number,
       (SELECT sum(invoiced_periods)::int FROM subscriptions) AS advanced`,
  );
  return row;
};

test('S16: a failure on one of 100,000 lines leaves nothing half done: no number, no line, no period', async () => {
  const before = await everyRow(world);
  // The last line of an invoice, when all the others are written.
  await world.sql(`ALTER TABLE invoice_lines ADD CONSTRAINT poison CHECK (position <> ${PENDING / 2}) NOT VALID`);
  const { errors } = await generate('number');
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  await world.sql('ALTER TABLE invoice_lines DROP CONSTRAINT poison');
  expect(await counts()).toEqual({ invoices: 0, lines: 0, number: null, advanced: 0 });
  expect(await everyRow(world)).toEqual(before);
}, 120_000);

test(`S16: one call bills ${CUSTOMERS} customers for ${PENDING} periods, under ${SECONDS} s and ${MEGABYTES} MB`, async () => {
  const own = await anOwnAccount(world, { bill_to_id: beta.accountId, separate_invoices: true });
  await world.sql(
    `INSERT INTO subscriptions SELECT (jsonb_populate_record(s, jsonb_build_object('account_id', $1::text))).*
     FROM subscriptions s LIMIT 1`,
    [own],
  );
  const { answer, seconds, megabytes } = await measured(() => generate('number currency total account { id }'));
  console.info(`${PENDING} periods: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB more`);
  const account = { id: beta.accountId };
  expect(answer).toEqual({
    data: {
      generateInvoices: {
        invoices: [
          { number: '2026-000001', currency: 'EUR', total: expect.any(String), account },
          { number: '2026-000002', currency: 'USD', total: expect.any(String), account },
        ],
        userErrors: [],
      },
    },
  });
  expect(await counts()).toEqual({ invoices: 2, lines: PENDING, number: 2, advanced: PENDING });
  const sums = await world.sql(
    `SELECT currency, sum(${PERIODS} * floor(quantity * unit_price * 100 + 0.5) / 100)::numeric(20, 2)::text AS total
     FROM subscriptions WHERE account_id <> $1 GROUP BY currency ORDER BY currency`,
    [own],
  );
  const { invoices } = answer.data.generateInvoices;
  expect(invoices.map(({ currency, total }: Record<string, string>) => ({ currency, total }))).toEqual(sums);
  const wrong = await world.sql(
    `SELECT s.id FROM subscriptions s
     LEFT JOIN invoice_lines l ON l.charged_account_id = s.account_id AND l.subscription_id = s.id
     GROUP BY s.account_id, s.id
     HAVING (count(l.period)::int, s.invoiced_periods) IS DISTINCT FROM
       CASE WHEN s.account_id = $1 THEN (0, 0) ELSE (${PERIODS}, ${PERIODS}) END`,
    [own],
  );
  expect(wrong).toEqual([]);
  expect(seconds).toBeLessThan(SECONDS);
  expect(megabytes).toBeLessThan(MEGABYTES);
}, 120_000);

test('S17: what is pending of them can be looked at, and an invoice of them read', async () => {
  world.now = new Date('2027-08-31T12:00:00Z');
  const shown = await measured(() =>
    world.run(admin, 'query ($id: ID!) { account(id: $id) { pendingInvoices { total lines { amount } } } }', {
      id: beta.accountId,
    }),
  );
  const lines = (invoices: { lines: unknown[] }[]) => invoices.reduce((sum, one) => sum + one.lines.length, 0);
  expect(lines(shown.answer.data.account.pendingInvoices)).toBe(PENDING);
  console.info(`pendingInvoices with its lines: ${shown.seconds.toFixed(1)} s, ${shown.megabytes.toFixed(0)} MB more`);
  const read = await measured(() => generate('total lines { amount }'));
  expect(lines(read.answer.data.generateInvoices.invoices)).toBe(PENDING);
  console.info(`generateInvoices with its lines: ${read.seconds.toFixed(1)} s, ${read.megabytes.toFixed(0)} MB more`);
}, 120_000);
