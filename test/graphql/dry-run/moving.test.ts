import { UNKNOWN } from '../../support/contacts';
import { announce, invoice, subscriptionsOf } from '../../support/moves';
import {
  aCustomer,
  admin,
  aReseller,
  copy,
  type Setup,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';
import { CHANGES, type Change, dryThenReal } from './dry-then-real';

let world: World;
let setup: Setup;
let gamma: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-15T12:00:00Z');
  setup = await setUpResellers(world);
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const RESULTS = `results { accountId account { id managedByReseller { sourceAccountId moveTo { id } } } ${CHANGES}
  userErrors { code message path retryable } }`;
const both = (mutation: string, input: object) => dryThenReal(world, admin, mutation, input, RESULTS);

/** The changes of the one account, each with what it was and what it becomes. */
const told = ({ results }: { results: { changes: Change[] }[] }) =>
  (results[0]?.changes ?? []).map(({ subject, field, subscriptionId, before, after }) => ({
    what: field ?? subscriptionId ?? subject,
    before: JSON.parse(before ?? 'null'),
    after: JSON.parse(after ?? 'null'),
  }));

async function paid(source: string, changes = {}) {
  const id = await copy(world, setup.alpha, aCustomer(source, changes));
  await invoice(world, id);
  const [subscription] = await subscriptionsOf(world, admin, id);
  return { id, subscription: subscription?.id ?? '' };
}
const managed = (tenantResellerId: string, sourceAccountId: string, origin: string) => ({
  ...{ tenantResellerId, sourceAccountId, origin },
});

test('S32: of announceMove and withdrawMove it tells where the account is to move, and announces nothing', async () => {
  const { id } = await paid('announced');
  const input = { toTenantResellerId: gamma.id, accounts: [{ accountId: id, sourceAccountId: 'g-1' }] };
  const move = { moveTo: { tenantResellerId: gamma.id, sourceAccountId: 'g-1' } };
  const first = await both('announceMove', input);
  expect(told(first.dry)).toEqual([{ what: 'MANAGEMENT', before: { moveTo: null }, after: move }]);
  expect(first.dry.results[0]).toMatchObject({ account: { id, managedByReseller: { moveTo: null } }, userErrors: [] });
  expect(first.real.results[0]).toMatchObject({
    account: { managedByReseller: { moveTo: { id: gamma.id } } },
    changes: [],
  });
  // The same again changes nothing, dry or real.
  expect(told((await both('announceMove', input)).dry)).toEqual([]);
  const back = await both('withdrawMove', { accountIds: [id] });
  expect(told(back.dry)).toEqual([{ what: 'MANAGEMENT', before: move, after: { moveTo: null } }]);
  expect(told((await both('withdrawMove', { accountIds: [id] })).dry)).toEqual([]);
});

test('S32: of completeMove it tells management, Bill To, parent, options and the subscriptions that end', async () => {
  const { id, subscription } = await paid('moves', {
    synchronizationOptions: [{ systemCode: 'M', key: 'k', value: 'v' }],
  });
  await announce(world, gamma, id, 'g-moves');
  const { dry, real } = await both('completeMove', { accountIds: [id] });
  expect(dry.results[0]).toMatchObject({
    account: { managedByReseller: { sourceAccountId: 'moves', moveTo: { id: gamma.id } } },
    userErrors: [],
  });
  expect(real.results[0]).toMatchObject({
    account: { managedByReseller: { sourceAccountId: 'g-moves' } },
    changes: [],
  });
  expect(told(dry)).toEqual([
    { what: 'SYNCHRONIZATION_OPTIONS', before: [expect.objectContaining({ key: 'k' })], after: [] },
    { what: 'PARENT', before: setup.alpha.accountId, after: gamma.accountId },
    { what: 'BILL_TO', before: setup.alpha.accountId, after: gamma.accountId },
    {
      what: 'MANAGEMENT',
      before: managed(setup.alpha.id, 'moves', 'COPIED_FROM_RESELLER'),
      after: managed(gamma.id, 'g-moves', 'MOVED_FROM_RESELLER'),
    },
    {
      what: subscription,
      before: expect.objectContaining({ endDate: null }),
      after: expect.objectContaining({ endDate: '2026-06-14' }),
    },
  ]);
  expect(told((await both('completeMove', { accountIds: [id] })).dry)).toEqual([]);
});

test('S32: of releaseAccounts it tells that nobody manages it, and what becomes of its subscriptions', async () => {
  const { id, subscription } = await paid('released');
  const subscriptions = [{ subscriptionId: subscription, goesOn: true, unitPrice: '3.00' }];
  const input = { accounts: [{ accountId: id, subscriptions }] };
  const { dry, real } = await both('releaseAccounts', input);
  expect(dry.results[0]).toMatchObject({ account: { managedByReseller: { sourceAccountId: 'released' } } });
  expect(real.results[0]).toMatchObject({ account: { id, managedByReseller: null }, changes: [] });
  expect(told(dry)).toEqual([
    { what: 'PARENT', before: setup.alpha.accountId, after: null },
    { what: 'BILL_TO', before: setup.alpha.accountId, after: null },
    { what: 'MANAGEMENT', before: managed(setup.alpha.id, 'released', 'COPIED_FROM_RESELLER'), after: null },
    {
      what: subscription,
      before: expect.objectContaining({ unitPrice: '2.50', priceSource: 'SERVICE', endDate: null }),
      after: expect.objectContaining({ unitPrice: '3.00', priceSource: 'SET_BY_DISTRIBUTOR', endDate: null }),
    },
  ]);
  expect(told((await both('releaseAccounts', input)).dry)).toEqual([]);
});

test('S32: it is refused as the real one, each account for itself, and leaves nothing', async () => {
  const owing = await copy(world, setup.alpha, aCustomer('owing'));
  const { id, subscription } = await paid('fine');
  const release = (accountId: string, of = subscription) => ({
    accountId,
    subscriptions: [{ subscriptionId: of, goesOn: false }],
  });
  const codes = ({ results }: { results: { userErrors: { code: string }[] }[] }) =>
    results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
  const accounts = [
    release(owing),
    release(UNKNOWN),
    release(setup.alpha.accountId),
    release(id, UNKNOWN),
    release(id),
  ];
  const released = await both('releaseAccounts', { accounts });
  expect(codes(released.dry)).toEqual(['INVOICE_FIRST', 'ACCOUNT_NOT_FOUND', 'INVALID_INPUT', 'NOT_FOUND', '']);
  expect(codes(released.real)).toEqual(codes(released.dry));
  const other = await paid('other');
  const moves = [owing, id, UNKNOWN, other.id].map((accountId) => ({ accountId, sourceAccountId: `g-${accountId}` }));
  const announced = await both('announceMove', { toTenantResellerId: gamma.id, accounts: moves });
  expect(codes(announced.dry)).toEqual(['', 'INVALID_INPUT', 'ACCOUNT_NOT_FOUND', '']);
  expect(codes(announced.real)).toEqual(codes(announced.dry));
  const completed = await both('completeMove', { accountIds: [owing, id, other.id] });
  expect(codes(completed.dry)).toEqual(['INVOICE_FIRST', 'INVALID_INPUT', '']);
  expect(codes(completed.real)).toEqual(codes(completed.dry));
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: gamma.id, status: 'SUSPENDED' });
  const suspended = await both('announceMove', { toTenantResellerId: gamma.id, accounts: moves });
  expect(suspended.dry).toMatchObject({ results: [], userErrors: [{ code: 'RESELLER_SUSPENDED' }] });
  expect(suspended.real).toEqual(suspended.dry);
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: gamma.id, status: 'ACTIVE' });
});
