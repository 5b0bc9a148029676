import { UNKNOWN } from '../../support/contacts';
import { invoice } from '../../support/moves';
import {
  aCustomer,
  admin,
  aReseller,
  copy,
  type Setup,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { aBilledAccount } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';
import { CHANGES, type Change, dryThenReal } from './dry-then-real';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const RESULTS = `results { accountId ${CHANGES} userErrors { code message path retryable } }`;
interface Result {
  readonly changes: readonly Change[];
  readonly userErrors: readonly { readonly code: string }[];
}
const both = async (mutation: string, input: object) => {
  const { dry, real } = await dryThenReal(world, admin, mutation, input, RESULTS);
  const errors = ({ results }: { results: readonly Result[] }) => results.map(({ userErrors }) => userErrors);
  expect(errors(dry)).toEqual(errors(real));
  expect(real.results.flatMap(({ changes }: Result) => changes)).toEqual([]);
  return dry.results as readonly Result[];
};
const codesOf = (results: readonly Result[]) =>
  results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());

let sources = 0;
/** A customer of Alpha that owes nothing, with a subscription that runs. */
async function aPaidCustomer(): Promise<{ id: string; subscriptionId: string }> {
  sources += 1;
  const id = await copy(world, setup.alpha, aCustomer(`moves-${sources}`));
  await invoice(world, id);
  const [row] = await world.sql<{ id: string }>('SELECT id FROM subscriptions WHERE account_id = $1', [id]);
  return { id, subscriptionId: row?.id ?? '' };
}

/** What of an account and its subscriptions the steps change, as it is. */
async function standingOf(id: string) {
  const [row] = await world.sql<{ standing: Record<string, unknown> }>(
    `SELECT jsonb_build_object('PARENT', a.parent_id, 'BILL_TO', a.bill_to_id,
       'MANAGEMENT', CASE WHEN a.tenant_reseller_id IS NOT NULL THEN jsonb_build_object('tenantResellerId',
         a.tenant_reseller_id, 'sourceAccountId', a.source_account_id, 'origin', a.origin) END,
       'endDate', s.end_date, 'unitPrice', s.unit_price::text, 'priceSource', s.price_source) AS standing
     FROM accounts a JOIN subscriptions s ON s.account_id = a.id WHERE a.id = $1`,
    [id],
  );
  return row?.standing ?? {};
}

/** The same, as the changes of a dry run would leave it, and as they say that it was. */
function told(standing: Record<string, unknown>, changes: readonly Change[], side: 'before' | 'after') {
  const said = changes.map(({ subject, field, [side]: text }) => {
    const value = JSON.parse(text ?? 'null');
    if (subject !== 'SUBSCRIPTION') return { [field ?? subject]: value };
    const { endDate, unitPrice, priceSource } = value;
    return { endDate, unitPrice, priceSource };
  });
  return Object.assign({ ...standing }, ...said);
}

test('of releaseAccounts tells the management, parent, Bill To and subscriptions that would change', async () => {
  for (const subscription of [{ goesOn: false }, { goesOn: true, unitPrice: '3.25' }]) {
    const { id, subscriptionId } = await aPaidCustomer();
    const before = await standingOf(id);
    const accounts = [{ accountId: id, subscriptions: [{ subscriptionId, ...subscription }] }];
    const [result] = await both('releaseAccounts', { accounts });
    const changes = result?.changes ?? [];
    expect(changes.map(({ subject, field }) => field ?? subject)).toEqual([
      ...['PARENT', 'BILL_TO', 'MANAGEMENT', 'SUBSCRIPTION'],
    ]);
    expect(told(before, changes, 'before')).toEqual(before);
    expect(await standingOf(id)).toEqual(told(before, changes, 'after'));
  }
});

test('of announceMove and completeMove tells what would become of the account, and leaves it where it is', async () => {
  const { id } = await aPaidCustomer();
  const accounts = [{ accountId: id, sourceAccountId: 'g-1' }];
  const [announced] = await both('announceMove', { toTenantResellerId: gamma.id, accounts });
  expect(announced?.changes).toMatchObject([{ accountId: id, subject: 'MANAGEMENT' }]);
  const before = await standingOf(id);
  const [completed] = await both('completeMove', { accountIds: [id] });
  const changes = completed?.changes ?? [];
  expect(changes.map(({ subject, field }) => field ?? subject)).toEqual([
    ...['PARENT', 'BILL_TO', 'MANAGEMENT', 'SUBSCRIPTION'],
  ]);
  expect(told(before, changes, 'before')).toEqual(before);
  expect(await standingOf(id)).toEqual(told(before, changes, 'after'));
});

test('comes to what the real one does, of whatever account, also of one that is named again', async () => {
  const { id } = await aPaidCustomer();
  const own = await aBilledAccount(world, setup.alpha);
  const owing = await copy(world, setup.alpha, aCustomer('owing'));
  const named = (accountId: string, sourceAccountId: string) => ({ accountId, sourceAccountId });
  const accounts = [named(id, 'g-2'), named(own, 'g-3'), named(id, 'g-4'), named(UNKNOWN, 'g-5'), named(owing, 'g-6')];
  const announced = await both('announceMove', { toTenantResellerId: gamma.id, accounts });
  expect(codesOf(announced)).toEqual(['', 'INVALID_INPUT', 'INVALID_INPUT', 'ACCOUNT_NOT_FOUND', '']);
  const completed = await both('completeMove', { accountIds: [id, owing, id, own] });
  expect(codesOf(completed)).toEqual(['', 'INVOICE_FIRST', '', 'INVALID_INPUT']);
  const { id: left, subscriptionId } = await aPaidCustomer();
  const one = { accountId: left, subscriptions: [{ subscriptionId, goesOn: false }] };
  const released = await both('releaseAccounts', { accounts: [one, { accountId: owing }, one, { accountId: own }] });
  expect(codesOf(released)).toEqual(['', 'INVALID_INPUT', '', 'INVALID_INPUT']);
  expect(released[2]?.changes).toEqual([]);
});

test('of a set that fails goes on one by one, also where an account is named again', async () => {
  const first = await aPaidCustomer();
  const second = await aPaidCustomer();
  await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poison'; END $$`);
  await world.sql(`CREATE TRIGGER poison BEFORE UPDATE ON accounts FOR EACH ROW WHEN (OLD.id = '${first.id}')
    EXECUTE FUNCTION poison()`);
  try {
    const released = ({ id, subscriptionId }: typeof first) => ({
      accountId: id,
      subscriptions: [{ subscriptionId, goesOn: false }],
    });
    const accounts = [released(first), released(second), released(second)];
    const results = await both('releaseAccounts', { accounts });
    expect(codesOf(results)).toEqual(['TEMPORARILY_UNAVAILABLE', '', '']);
    expect(results.map(({ changes }) => changes.length)).toEqual([0, 4, 0]);
    expect(world.faults.splice(0).length).toBeGreaterThan(1);
  } finally {
    await world.sql('DROP FUNCTION poison() CASCADE');
  }
});
