import { Client } from 'pg';
import { aCreditDesk } from '../support/credits';
import { type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/**
 * S16, S26: what is billed of each period, and which number is whose, held by triggers where the portal's login may write it:
 * on a cluster it may, for what it issues.
 */
let world: World;
let setup: Setup;
let portal: Client;
let id: string;
let subscription: string;
let number: string;

const PORTAL = 'reseller_accounts_portal';
const REFUSED = 'RA001';

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-03-31T12:00:00Z');
  // Three lines of 25.00, at 2.50 from 2026-01-01.
  const { id: account, invoice } = await aCreditDesk(world, setup.alpha).anInvoicedCustomer('kept');
  id = account;
  number = invoice.number;
  subscription = invoice.lines[0].subscription.id;
  await world.sql(`GRANT SELECT, INSERT, UPDATE, DELETE ON billed_periods, invoice_numbers TO ${PORTAL}`);
  portal = new Client({ connectionString: world.portalUrl });
  await portal.connect();
});
afterAll(async () => {
  await portal.end();
  await world.close();
});

/** The code that the statements end with; null when they go through. Nothing of them stays. */
async function codeOf(...statements: string[]): Promise<string | null> {
  await portal.query('BEGIN');
  try {
    for (const statement of statements) await portal.query(statement);
    return null;
  } catch (error) {
    return String(Reflect.get(error as object, 'code'));
  } finally {
    await portal.query('ROLLBACK');
  }
}

/** One statement of a row for each of the values. */
const billed = (...rows: Readonly<Record<string, string>>[]) => {
  const all = (rows.length > 0 ? rows : [{}]).map((values) => ({
    ...{ account_id: `'${id}'`, subscription_id: `'${subscription}'`, period: `'2026-04-01'` },
    ...{ unit_price: '2.5', issued: '25', credited: '0', due_as_issued: 'false' },
    ...values,
  }));
  const values = all.map((row) => `(${Object.values(row).join(', ')})`);
  return `INSERT INTO billed_periods (${Object.keys(all[0] ?? {}).join(', ')}) VALUES ${values.join(', ')}`;
};
const JANUARY = `period = '2026-01-01'`;
const change = (assignment: string) => `UPDATE billed_periods SET ${assignment} WHERE ${JANUARY}`;
const added = (issued: string, credited: string) => `${billed({ period: `'2026-01-01'`, issued, credited })}
  ON CONFLICT (account_id, subscription_id, period)
  DO UPDATE SET issued = billed_periods.issued + excluded.issued, credited = billed_periods.credited + excluded.credited`;

describe('what is billed of a period', () => {
  test('is written down, and added to', async () => {
    expect(await world.sql(`SELECT issued FROM billed_periods ORDER BY period`)).toEqual(
      ['25.00', '25.00', '25.00'].map((issued) => ({ issued })),
    );
    expect(await codeOf(billed())).toBeNull();
    expect(await codeOf(billed({ period: `'2031-11-01'`, issued: '0' }))).toBeNull();
    expect(await codeOf(billed({}, { period: `'2026-05-01'` }, { period: `'2026-06-01'` }))).toBeNull();
    expect(await codeOf(change('issued = issued + 5'))).toBeNull();
    expect(await codeOf(added('5', '0'))).toBeNull();
    expect(await codeOf(added('0', '25'))).toBeNull();
  });

  test.each([
    ['of a day on which none begins', () => billed({ period: `'2026-04-02'` })],
    ['of a period before the first', () => billed({ period: `'2025-12-01'` })],
    ['of a subscription that there is not', () => billed({ subscription_id: 'gen_random_uuid()' })],
    ['of an account that has it not', () => billed({ account_id: `'${setup.alpha.accountId}'` })],
    ['of one such day among others', () => billed({}, { period: `'2026-05-02'` }, { period: `'2026-06-01'` })],
    ['of one such account among others', () => billed({}, { account_id: `'${setup.alpha.accountId}'` })],
    ['at another price', () => billed({ unit_price: '2.4' })],
    ['of less than nothing', () => billed({ issued: '-1' })],
    ['credited before it is issued', () => billed({ credited: '1' })],
    ['due as issued', () => billed({ due_as_issued: 'true' })],
    ['less than it was', () => change('issued = issued - 0.01')],
    ['credited less than it was', () => change('credited = credited - 0.01')],
    ['credited beyond what was issued', () => change('credited = issued + 0.01')],
    ['credited so by what is added', () => added('0', '25.01')],
    ['taken back by what is added', () => added('-25', '0')],
    ['at a price that was another', () => change('unit_price = 1')],
    ['of another day than it was', () => change(`period = '2026-05-01'`)],
    ['of another subscription than it was', () => change('subscription_id = gen_random_uuid()')],
    ['closed', () => change('due_as_issued = true')],
    ['no more', () => `DELETE FROM billed_periods WHERE ${JANUARY}`],
  ])('is not, to the portal: %s', async (_what, statement) => {
    expect(await codeOf(statement())).toBe(REFUSED);
  });

  test('follows the clamped end of a month, a quarter and a purchase outright', async () => {
    const sold = (
      source: string,
      period: string,
      start: string,
    ) => `INSERT INTO subscriptions (account_id, id, service_id,
        quantity, quantities, unit_price, currency, billing_period, start_date)
      SELECT account_id, '${source}', service_id, 1, '[{"from": "${start}", "quantity": 1}]', 2.5, currency, '${period}', '${start}' FROM subscriptions
      WHERE id = '${subscription}'`;
    const one = '00000000-0000-4000-8000-000000000001';
    const of = (period: string) => billed({ subscription_id: `'${one}'`, period: `'${period}'` });
    await world.sql(`ALTER TABLE subscriptions DISABLE TRIGGER USER`);
    try {
      for (const [billingPeriod, start, begin, none] of [
        ['MONTHLY', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31'], ['2026-02-27', '2026-03-28']],
        ['QUARTERLY', '2026-01-31', ['2026-04-30', '2027-01-31'], ['2026-02-28', '2026-04-29']],
        ['ANNUAL', '2024-02-29', ['2025-02-28', '2028-02-29'], ['2024-03-29', '2025-02-27']],
        ['ONCE', '2026-01-31', ['2026-01-31'], ['2026-02-28']],
      ] as const) {
        await world.sql(sold(one, billingPeriod, start));
        for (const day of begin)
          expect([billingPeriod, day, await codeOf(of(day))]).toEqual([billingPeriod, day, null]);
        for (const day of none)
          expect([billingPeriod, day, await codeOf(of(day))]).toEqual([billingPeriod, day, REFUSED]);
        await world.sql(`DELETE FROM subscriptions WHERE id = '${one}'`);
      }
    } finally {
      await world.sql(`ALTER TABLE subscriptions ENABLE TRIGGER USER`);
    }
  });
});

describe('a number', () => {
  const kept = (text: string) =>
    `INSERT INTO invoice_numbers (number, invoice_id) VALUES ('${text}', gen_random_uuid())`;
  const count = (counters: string, last: number) =>
    `INSERT INTO ${counters} AS c (year, last_number) VALUES (2026, ${last})
      ON CONFLICT (year) DO UPDATE SET last_number = excluded.last_number`;

  test('is kept once it is taken from its counter', async () => {
    expect(await codeOf(count('invoice_counters', 2), kept('2026-000002'))).toBeNull();
    expect(await codeOf(count('credit_note_counters', 2), kept('CN-2026-000002'))).toBeNull();
  });

  test.each([
    ['that nobody took', () => [kept('2026-000002')]],
    ['of another year', () => [count('invoice_counters', 2), kept('2027-000001')]],
    ['of credit notes that nobody took', () => [count('invoice_counters', 9), kept('CN-2026-000002')]],
    ['that is none', () => [count('invoice_counters', 9), kept('2026-2')]],
  ])('is not kept for the portal: %s', async (_what, statements) => {
    expect(await codeOf(...statements())).toBe(REFUSED);
  });

  test('stays as it was kept, and is nobody else’s', async () => {
    expect(await codeOf(kept(number))).toBe('23505');
    expect(await codeOf('UPDATE invoice_numbers SET invoice_id = gen_random_uuid()')).toBe(REFUSED);
    expect(await codeOf(`UPDATE invoice_numbers SET number = '2026-000009'`)).toBe(REFUSED);
    expect(await codeOf('DELETE FROM invoice_numbers')).toBe(REFUSED);
  });
});
