import { amountOf } from '../properties/billing/billing-calendar';
import { type Issued, type Line, pendingLines, type Step, sumByPeriod } from '../properties/billing/billing-model';
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
/** Every tenth customer has steps in one of the periods, of which two are charged. */
const LINES = PENDING + (CUSTOMERS / 10) * SUBSCRIPTIONS * 2;
const START = '2026-01-31';
const TODAY = '2026-10-31';
const PRICE = '2.505';
const SECONDS = 10;
const PLAIN_SECONDS = 0.75;
const MEGABYTES = 300;

let world: World;
let beta: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ beta } = await setUpResellers(world));
  world.now = new Date(`${TODAY}T12:00:00Z`);
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
     SELECT sold.account_id, gen_random_uuid(), v.id, (
         SELECT jsonb_agg(jsonb_build_object('from', step.day, 'quantity', sold.quantity + step.more) ORDER BY step.day)
         FROM (VALUES ($2::text, 0), ('2026-03-15', 1), ('2026-03-20', 0), ('2026-03-25', 2), ('2026-06-30', 1)) AS step(day, more)
         WHERE step.day = $2 OR sold.stepped),
       $3, sold.currency, 'MONTHLY', $2::date
     FROM services v, (
       SELECT a.id AS account_id, a.source_account_id LIKE 'c-%0' AS stepped, terms.currency,
         1 + (row_number() OVER ()) % 7 AS quantity
       FROM accounts a, (VALUES ('USD'), ('EUR')) AS terms(currency) WHERE a.bill_to_id = $1) sold
     WHERE v.sku = 'MAIL'`,
    [beta.accountId, START, PRICE],
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

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; seconds: number }> {
  const begun = performance.now();
  const answer = await work();
  return { answer, seconds: (performance.now() - begun) / 1000 };
}

interface Measured<T> {
  readonly answer: T;
  readonly seconds: number;
  /** By how many the process grew at most. */
  readonly megabytes: number;
  /** So many seconds it may take, as slow as the machine was before and after. */
  readonly bound: number;
}

async function measured<T>(work: () => Promise<T>): Promise<Measured<T>> {
  const slownessBefore = await slowness();
  const before = process.memoryUsage().rss;
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const sampling = setInterval(sample, 10);
  try {
    const { answer, seconds } = await timed(work);
    sample();
    const bound = (SECONDS * (slownessBefore + (await slowness()))) / 2;
    return { answer, seconds, megabytes: (peak - before) / 2 ** 20, bound };
  } finally {
    clearInterval(sampling);
  }
}

/**
 * How much longer this machine takes now than one on which the same number of rows is inserted by one plain statement in
 * PLAIN_SECONDS: a bound is of our statements, not of the machine. At least 1, so that a fast one proves no less.
 */
async function slowness(): Promise<number> {
  const { seconds } = await timed(async () => {
    await world.sql('CREATE TABLE plain_rows (id uuid, position int, written jsonb, PRIMARY KEY (id, position))');
    await world.sql(
      `INSERT INTO plain_rows SELECT md5(n::text)::uuid, n % 10, jsonb_build_object('id', n, 'amount', n * 1.005)
       FROM generate_series(1, $1::int) n`,
      [PENDING],
    );
    await world.sql('DROP TABLE plain_rows');
  });
  console.info(`${PENDING} plain rows: ${seconds.toFixed(2)} s`);
  return Math.max(1, seconds / PLAIN_SECONDS);
}

/** Subscriptions that are alike. */
interface Group {
  readonly currency: string;
  readonly steps: readonly Step[];
  readonly count: number;
}

/** All that are billed together. */
const groups = (own: string) =>
  world.sql<Group>(
    `SELECT currency, quantities AS steps, count(*)::int AS count FROM subscriptions WHERE account_id <> $1
     GROUP BY currency, quantities ORDER BY currency`,
    [own],
  );

const linesOf = (currency: string, steps: readonly Step[], issued = new Map<string, Issued>()): Line[] =>
  pendingLines({ billingPeriod: 'MONTHLY', currency, unitPrice: PRICE, start: START, steps, end: null }, issued, TODAY);

/** What they owe by today, as the model of S26 has it. */
function expectedOf(list: readonly Group[], issued: (steps: readonly Step[]) => Map<string, Issued> = () => new Map()) {
  const sums = new Map<string, bigint>();
  let lines = 0;
  for (const { currency, steps, count } of list) {
    const own = linesOf(currency, steps, issued(steps));
    lines += own.length * count;
    const sum = own.reduce((all, { amount }) => all + amount, 0n) * BigInt(count);
    sums.set(currency, (sums.get(currency) ?? 0n) + sum);
  }
  return { lines, totals: [...sums].map(([currency, sum]) => ({ currency, total: amountOf(sum, 2) })) };
}

const totalsOf = (invoices: readonly Record<string, string>[]) =>
  invoices.map(({ currency, total }) => ({ currency, total }));
const countOf = (invoices: readonly { lines: unknown[] }[]) =>
  invoices.reduce((sum, { lines }) => sum + lines.length, 0);

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
  await world.sql(`ALTER TABLE invoice_lines ADD CONSTRAINT poison CHECK (position <> ${LINES / 2}) NOT VALID`);
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
  const { answer, seconds, megabytes, bound } = await measured(() => generate('number currency total account { id }'));
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
  expect(await counts()).toEqual({ invoices: 2, lines: LINES, number: 2, advanced: PENDING });
  const owed = expectedOf(await groups(own));
  expect(owed.lines).toBe(LINES);
  const { invoices } = answer.data.generateInvoices;
  expect(totalsOf(invoices)).toEqual(owed.totals);
  const wrong = await world.sql(
    `SELECT s.id FROM subscriptions s
     LEFT JOIN invoice_lines l ON l.charged_account_id = s.account_id AND l.subscription_id = s.id
     GROUP BY s.account_id, s.id
     HAVING (count(DISTINCT l.first_day)::int, s.invoiced_periods) IS DISTINCT FROM
       CASE WHEN s.account_id = $1 THEN (0, 0) ELSE (${PERIODS}, ${PERIODS}) END`,
    [own],
  );
  expect(wrong).toEqual([]);
  expect(seconds).toBeLessThan(bound);
  expect(megabytes).toBeLessThan(MEGABYTES);
}, 120_000);

test(`S26: one more of everything from its start: what is owed beyond all that is issued, under ${SECONDS} s`, async () => {
  const [own] = await world.sql<{ id: string }>('SELECT id FROM accounts WHERE bill_to_id = $1 AND separate_invoices', [
    beta.accountId,
  ]);
  await world.sql(
    `UPDATE subscriptions SET quantities = (
       SELECT jsonb_agg(jsonb_set(step, '{quantity}', to_jsonb((step ->> 'quantity')::int + 1)) ORDER BY step ->> 'from')
       FROM jsonb_array_elements(quantities) step)`,
  );
  const owed = expectedOf(await groups(own?.id ?? ''), (steps) => {
    const former = steps.map(({ from, quantity }) => ({ from, quantity: quantity - 1 }));
    return new Map(
      [...sumByPeriod(linesOf('EUR', former))].map(([period, amount]) => [
        period,
        { amount, credited: 0n, unitPrice: PRICE },
      ]),
    );
  });
  const { answer, seconds, megabytes, bound } = await measured(() => generate('currency total lines { amount }'));
  console.info(`${owed.lines} corrected lines: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB more`);
  const { invoices } = answer.data.generateInvoices;
  expect(totalsOf(invoices)).toEqual(owed.totals);
  expect(countOf(invoices)).toBe(owed.lines);
  const nothing = await measured(() => generate('number'));
  console.info(`nothing more of them: ${nothing.seconds.toFixed(1)} s`);
  expect(nothing.answer.data.generateInvoices.userErrors).toEqual([{ code: 'NOTHING_TO_INVOICE' }]);
  expect(nothing.seconds).toBeLessThan(nothing.bound);
  expect(seconds).toBeLessThan(bound);
}, 120_000);

test('S17: what is pending of them can be looked at, and an invoice of them read', async () => {
  world.now = new Date('2027-08-31T12:00:00Z');
  const shown = await measured(() =>
    world.run(admin, 'query ($id: ID!) { account(id: $id) { pendingInvoices { total lines { amount } } } }', {
      id: beta.accountId,
    }),
  );
  expect(countOf(shown.answer.data.account.pendingInvoices)).toBe(PENDING);
  console.info(`pendingInvoices with its lines: ${shown.seconds.toFixed(1)} s, ${shown.megabytes.toFixed(0)} MB more`);
  const read = await measured(() => generate('total lines { amount }'));
  expect(countOf(read.answer.data.generateInvoices.invoices)).toBe(PENDING);
  console.info(`generateInvoices with its lines: ${read.seconds.toFixed(1)} s, ${read.megabytes.toFixed(0)} MB more`);
}, 120_000);
