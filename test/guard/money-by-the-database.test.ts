import { Client } from 'pg';
import { aCreditDesk, type Shown } from '../support/credits';
import { aCustomer, aPaidSubscription, record, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** S26: what the database itself holds of credit notes and of states, against SQL with a login. */
let world: World;
let setup: Setup;
let portal: Client;
let sync: Client;
let id: string;
let invoice: Shown;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-03-31T12:00:00Z');
  portal = new Client({ connectionString: world.portalUrl });
  sync = new Client({ connectionString: world.syncUrl });
  await Promise.all([portal.connect(), sync.connect()]);
  // Three lines of 25.00.
  ({ id, invoice } = await aCreditDesk(world, setup.alpha).anInvoicedCustomer('by-sql'));
});
afterAll(async () => {
  await Promise.all([portal.end(), sync.end()]);
  await world.close();
});

/** The code that the statements end with; null when they go through. Nothing of them stays. */
async function codeOf(client: Client, ...statements: string[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return null;
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await client.query('ROLLBACK');
  }
}

describe('a credit note by SQL of the portal’s login', () => {
  /** 10.00 of the first line, as the product takes it back, but for what is changed. */
  const note = (
    head: Readonly<Record<string, string>> = {},
    line: Readonly<Record<string, string>> = {},
    { number = 'CN-2026-000900', amount = '-10' } = {},
  ) => {
    const document: Record<string, string> = {
      ...{ account_id: `'${id}'`, id: 'gen_random_uuid()', kind: "'CREDIT_NOTE'", number: `'${number}'` },
      ...{ bill_to_id: `'${setup.alpha.accountId}'`, issue_date: "'2026-03-31'", currency: "'EUR'", total: amount },
      ...{ corrects_id: `'${invoice.id}'`, reason: "'x'" },
      ...head,
    };
    const listed: Record<string, string> = {
      ...{ account_id: 'i.account_id', invoice_id: 'i.id', position: '1', description: "'x'", quantity: '1' },
      ...{
        unit_price: '2.5',
        amount,
        charged_account_id: `'${id}'`,
        first_day: "'2026-01-01'",
        from_day: "'2026-01-01'",
      },
      ...{ subscription_id: `'${invoice.lines[0].subscription.id}'`, corrects_position: '1' },
      ...line,
    };
    const columns = (of: object) => Object.keys(of).join(', ');
    const values = (of: object) => Object.values(of).join(', ');
    return `WITH i AS (INSERT INTO invoices (${columns(document)}) VALUES (${values(document)}) RETURNING account_id, id)
      INSERT INTO invoice_lines (${columns(listed)}) SELECT ${values(listed)} FROM i`;
  };

  test('is taken as the product makes it: all that is left of a line, too', async () => {
    expect(await codeOf(portal, note())).toBeNull();
    expect(await codeOf(portal, note({}, {}, { amount: '-25' }))).toBeNull();
    const other = { position: '1', corrects_position: '2', first_day: "'2026-02-01'", from_day: "'2026-02-01'" };
    expect(await codeOf(portal, note(), note({}, other, { number: 'CN-2026-000901', amount: '-25' }))).toBeNull();
  });

  test.each<[string, () => string[]]>([
    ['of more than the line', () => [note({}, {}, { amount: '-25.01' })]],
    [
      'of more than an earlier one has left',
      () => [note({}, {}, { amount: '-20' }), note({}, {}, { number: 'CN-2026-000901', amount: '-5.01' })],
    ],
    ['of less than nothing', () => [note({}, {}, { amount: '10' })]],
    ['of a line that there is not', () => [note({}, { corrects_position: '9' })]],
    ['of no line', () => [note({}, { corrects_position: 'NULL' })]],
    ['for another customer', () => [note({}, { charged_account_id: `'${setup.alpha.accountId}'` })]],
    ['of another subscription', () => [note({}, { subscription_id: 'NULL', first_day: 'NULL', from_day: 'NULL' })]],
    ['of another period', () => [note({}, { first_day: "'2026-02-01'" })]],
    ['to another payer', () => [note({ bill_to_id: `'${id}'` })]],
    ['in another currency', () => [note({ currency: "'USD'" })]],
    ['of another account’s invoice', () => [note({ account_id: `'${setup.alpha.accountId}'` })]],
    ['of an invoice that there is not', () => [note({ corrects_id: 'gen_random_uuid()' })]],
    [
      'that is no credit note',
      () => [note({ kind: "'INVOICE'", corrects_id: 'NULL', reason: 'NULL', number: "'2026-000900'" })],
    ],
    ['under a number of invoices', () => [note({ number: "'2026-000900'" })]],
    ['under a number that goes on without the year', () => [note({ number: "'CN-2025-000900'" })]],
  ])('is refused %s', async (_what, statements) => {
    const code = await codeOf(portal, ...statements());
    expect(['RA001', '23503']).toContain(code);
  });

  test('needs a reason and an invoice, which an invoice has not', async () => {
    expect(await codeOf(portal, note({ reason: 'NULL' }))).toBe('23514');
    expect(await codeOf(portal, note({ corrects_id: 'NULL' }))).toBe('23514');
    expect(await codeOf(portal, note({ kind: "'INVOICE'", number: "'2026-000900'" }))).toBe('23514');
  });
});

describe('the state of a subscription by SQL of the sync’s login', () => {
  const change = (assignment: string, source: string) => [
    `SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`,
    `UPDATE subscriptions SET ${assignment} WHERE source_subscription_id = '${source}' AND account_id = '${id}'`,
  ];
  const MORE = `quantities = '[{"from": "2026-01-01", "quantity": 99}]'`;
  const MOVED = `start_date = '2026-02-01', quantities = '[{"from": "2026-02-01", "quantity": 10}]'`;
  beforeAll(async () => {
    const paid = aPaidSubscription('plain', { startDate: '2026-01-01', quantity: 10 });
    expect((await record(world, setup.alpha, aCustomer('by-sql'), paid)).userErrors).toEqual([]);
  });

  // `s-1` is of version 1; `plain` has none.
  test.each([
    [`source_version = 2, ${MORE}`, 's-1'],
    ['source_version = 2', 's-1'],
    [`source_version = 2, ${MOVED}`, 's-1'],
    [`source_version = 0, ${MORE}`, 'plain'],
    ["end_date = '2026-03-31', cancellation_date = '2026-03-31'", 'plain'],
  ])('follows a greater version, and a first cancellation: %s of %s', async (assignment, source) => {
    expect(await codeOf(sync, ...change(assignment, source))).toBeNull();
  });

  test.each([
    [MORE, 's-1', 'RA001'],
    [`source_version = 1, ${MORE}`, 's-1', 'RA001'],
    [`source_version = 0, ${MORE}`, 's-1', 'RA001'],
    [`source_version = NULL, ${MORE}`, 's-1', 'RA001'],
    [MOVED, 's-1', 'RA001'],
    ["cancellation_date = '2026-03-31', end_date = '2026-03-31'", 's-1', 'RA001'],
    [MORE, 'plain', 'RA001'],
    ['source_version = 2, unit_price = 0', 's-1', 'RA001'],
    ["source_version = 2, price_source = 'PRICE_LIST'", 's-1', 'RA001'],
    [`source_version = 2, ${MOVED}, unit_price = 0`, 's-1', '40001'],
    ['source_version = 2, invoiced_periods = 0', 's-1', '42501'],
    ['source_version = 2, settled_periods = 9', 's-1', '42501'],
    ["source_version = 2, billing_period = 'ONCE'", 's-1', '42501'],
    ['source_version = 2, service_id = gen_random_uuid()', 's-1', '42501'],
  ])('follows nothing else: %s of %s', async (assignment, source, code) => {
    expect(await codeOf(sync, ...change(assignment, source))).toBe(code);
  });
});
