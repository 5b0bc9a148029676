import { Client } from 'pg';
import { aCreditDesk, type CreditDesk, type Shown } from '../support/credits';
import { type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * S16, S26: what the portal's login writes with `keep_issued`, by SQL of its own, up to the commit: there each node looks at what
 * it was sent (test/guard/kept-by-triggers has the cases of the triggers).
 */
const REFUSED = 'RA001';

let world: World;
let setup: Setup;
let desk: CreditDesk;
let portal: Client;
let id: string;
let invoice: Shown;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-03-31T12:00:00Z');
  desk = aCreditDesk(world, setup.alpha);
  ({ id, invoice } = await desk.anInvoicedCustomer('kept'));
  portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

/** The code that the statements end with, the commit among them; null when they are done. */
async function codeOf(...statements: string[]): Promise<string | null> {
  await portal.query('BEGIN');
  try {
    for (const statement of statements) await portal.query(statement);
    await portal.query('COMMIT');
    return null;
  } catch (error) {
    await portal.query('ROLLBACK');
    return String(Reflect.get(error as object, 'code'));
  }
}

const billed = () => world.sql('SELECT issued, credited FROM billed_periods ORDER BY period');
const numbers = async () =>
  (await world.sql<{ number: string }>('SELECT number FROM invoice_numbers ORDER BY number')).map(
    ({ number }) => number,
  );

const invoices = async () => (await world.sql('SELECT 1 FROM invoices')).length;

/** An invoice of 1.00 under the number that comes next, as the product makes one by hand. */
const issued = (number: string) => {
  const key = '00000000-0000-4000-8000-000000000009';
  const take = `UPDATE invoice_counters SET last_number = last_number + 1 WHERE year = 2026`;
  const head = `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
    VALUES ('${id}', '${key}', '${number}', '${setup.alpha.accountId}', '2026-03-31', 'EUR', 1)`;
  const line = `INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount, charged_account_id)
    VALUES ('${id}', '${key}', 1, 'x', 1, 1, 1, '${id}')`;
  const keep = (of: string) => `SELECT FROM keep_issued(ARRAY['${id}']::uuid[], ARRAY['${of}']::uuid[])`;
  return { take, head, line, keep: keep(key) };
};

test('what the product issues is kept, and what it takes back', async () => {
  expect(await billed()).toEqual(['25.00', '25.00', '25.00'].map((amount) => ({ issued: amount, credited: '0' })));
  expect((await desk.credit(invoice, ['10.00'])).userErrors).toEqual([]);
  expect((await billed())[0]).toEqual({ issued: '25.00', credited: '10.00' });
  expect(await numbers()).toEqual(['2026-000001', 'CN-2026-000001']);
});

test('nothing that was kept is taken away', async () => {
  const before = [await billed(), await numbers()];
  for (const statement of [
    'UPDATE billed_periods SET issued = 0',
    'UPDATE billed_periods SET credited = 0',
    'UPDATE billed_periods SET due_as_issued = true',
    `UPDATE billed_periods SET unit_price = 0 WHERE account_id = '${id}'`,
  ]) {
    expect([statement, await codeOf(statement)]).toEqual([statement, REFUSED]);
  }
  for (const statement of [
    'DELETE FROM billed_periods',
    'DELETE FROM invoice_numbers',
    'UPDATE invoice_numbers SET invoice_id = gen_random_uuid()',
  ]) {
    expect([statement, await codeOf(statement)]).not.toEqual([statement, null]);
  }
  expect([await billed(), await numbers()]).toEqual(before);
});

test('an invoice needs a number that was taken, is kept for it, and is no other one’s', async () => {
  const { take, head, line, keep } = issued('2026-000002');
  expect(await codeOf(head, line, keep)).toBe(REFUSED);
  expect(await codeOf(take, head, line)).toBe(REFUSED);
  const again = issued('2026-000001');
  // Of a commit on one node alone Citus has no code but its own.
  expect(await codeOf(again.head, again.line)).toBe('XX000');
  expect(await invoices()).toBe(2);
  expect(await codeOf(again.head, again.line, again.keep)).toBe('23505');
  expect(await numbers()).toEqual(['2026-000001', 'CN-2026-000001']);
  expect(await codeOf(take, head, line, keep)).toBeNull();
  expect(await invoices()).toBe(3);
  expect(await numbers()).toEqual(['2026-000001', '2026-000002', 'CN-2026-000001']);
});
