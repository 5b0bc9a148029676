import { announce, complete, invoice, release, withdraw } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let gamma: TestReseller;
let omega: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  omega = await aReseller(world, { name: 'Omega', currency: 'EUR', separateInvoices: true });
  gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
});
afterAll(() => world.close());

const ACCOUNT = `id status currency managedByReseller { reseller { id } ribbon sourceAccountId sourceVersion origin moveTo { id } }
  lockedFields allowedActions parent { id } billTo { id } synchronizationOptions { key }
  subscriptions { edges { node { id sourceSubscriptionId endDate unitPrice priceSource } } }
  history { edges { node { kind text } } } invoices { edges { node { total billTo { id } } } }`;

async function seen(id: string) {
  const { account } = await world.ask(admin, `query ($id: ID!) { account(id: $id) { ${ACCOUNT} } }`, { id });
  return {
    ...account,
    subscriptions: account.subscriptions.edges.map(({ node }: { node: unknown }) => node),
    history: account.history.edges.map(({ node }: { node: { kind: string } }) => node),
    invoices: account.invoices.edges.map(({ node }: { node: unknown }) => node),
  };
}

/** A snapshot of the reseller alone. */
function refresh(reseller: TestReseller, source: string, changes: Record<string, unknown> = {}) {
  const items = [{ customer: aCustomer(source, changes) }];
  const selection = 'results { outcome account { id } userErrors { code retryable path } }';
  return world
    .mutate(reseller.sync, 'syncCustomers', { items }, selection)
    .then(({ results, userErrors }) => ({ ...results?.[0], called: userErrors }));
}

test('A36: an ended reseller’s customer moves to another one', async () => {
  const id = await copy(world, omega, aCustomer('a36', { synchronizationOptions: [{ systemCode: 'M', key: 'k' }] }));
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: omega.id, status: 'ENDED' });
  expect(await announce(world, gamma, id, 'g-36')).toEqual([]);
  expect(await announce(world, gamma, id, 'g-36')).toEqual([]);
  expect((await seen(id)).managedByReseller).toMatchObject({
    reseller: { id: omega.id },
    moveTo: { id: gamma.id },
  });

  const pending = { code: 'MOVE_PENDING', retryable: true };
  expect((await record(world, gamma, aCustomer('g-36'))).userErrors).toMatchObject([pending]);
  expect(await refresh(gamma, 'g-36')).toMatchObject({ outcome: 'REJECTED', userErrors: [pending] });

  expect(await complete(world, id)).toMatchObject([{ code: 'INVOICE_FIRST', path: ['input', 'accountIds', '0'] }]);
  await invoice(world, id);
  expect(await complete(world, id)).toEqual([]);
  expect(await complete(world, id)).toEqual([]);
  const moved = await seen(id);
  expect(moved).toMatchObject({
    managedByReseller: {
      ...{ reseller: { id: gamma.id }, ribbon: 'This account is managed by Gamma Tenant Reseller', moveTo: null },
      ...{ sourceAccountId: 'g-36', sourceVersion: null, origin: 'MOVED_FROM_RESELLER' },
    },
    ...{ parent: { id: gamma.accountId }, billTo: { id: gamma.accountId }, synchronizationOptions: [] },
  });
  expect(moved.subscriptions).toMatchObject([{ sourceSubscriptionId: 's-1', endDate: yesterday() }]);
  expect(moved.invoices).toMatchObject([{ billTo: { id: omega.accountId } }]);
  expect(moved.history.map(({ kind }: { kind: string }) => kind).slice(0, 2)).toEqual(['MOVED', 'INVOICED']);

  const again = await record(world, gamma, aCustomer('g-36'), aPaidSubscription('s-1', { startDate: today() }));
  expect(again).toMatchObject({ outcome: 'APPLIED', account: { id }, userErrors: [] });
  expect((await seen(id)).subscriptions).toHaveLength(2);
  const { copiedAccount } = await world.ask(
    gamma.sync,
    '{ copiedAccount(sourceAccountId: "g-36") { subscriptions { edges { node { startDate } } } } }',
  );
  expect(copiedAccount.subscriptions.edges).toEqual([{ node: { startDate: today() } }]);

  const ended = [{ code: 'RESELLER_ENDED', retryable: false }];
  expect((await refresh(omega, 'a36', { sourceVersion: '9' })).called).toMatchObject(ended);
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: omega.id, status: 'ACTIVE' });
  expect(await refresh(omega, 'a36', { sourceVersion: '9' })).toMatchObject({ outcome: 'STALE', account: null });
  expect((await record(world, omega, aCustomer('a36'))).userErrors).toMatchObject([{ code: 'SOURCE_ACCOUNT_TAKEN' }]);
  const { account } = await world.ask(omega.sync, 'query ($id: ID!) { account(id: $id) { id } }', { id });
  expect(account).toBeNull();
});

test('A37: a released customer is the distributor’s own', async () => {
  const id = await copy(world, setup.alpha, aCustomer('a37'));
  await record(world, setup.alpha, aCustomer('a37'), aPaidSubscription('s-2', { sku: 'BACKUP' }));
  await invoice(world, id);
  const { subscriptions } = await seen(id);
  const named = (source: string) =>
    subscriptions.find((one: { sourceSubscriptionId: string }) => one.sourceSubscriptionId === source);
  const [mail, backup] = [named('s-1'), named('s-2')];
  expect(await release(world, id)).toMatchObject([
    { code: 'INVALID_INPUT', path: ['input', 'accounts', '0', 'subscriptions'] },
  ]);
  const decisions = [
    { subscriptionId: mail.id, goesOn: true, unitPrice: '3.00' },
    { subscriptionId: backup.id, goesOn: false },
  ];
  expect(await release(world, id, decisions)).toEqual([]);
  expect(await release(world, id)).toEqual([]);
  const own = await seen(id);
  expect(own).toMatchObject({ managedByReseller: null, lockedFields: [], billTo: null, parent: null, currency: 'EUR' });
  expect(own.allowedActions).toContain('CREATE_SUBSCRIPTION');
  expect(own.history[0]).toMatchObject({ kind: 'RELEASED' });
  expect(own.subscriptions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: mail.id, endDate: null, unitPrice: '3.00', priceSource: 'SET_BY_DISTRIBUTOR' }),
      expect.objectContaining({ id: backup.id, endDate: yesterday() }),
    ]),
  );
  expect(await refresh(setup.alpha, 'a37', { sourceVersion: '5' })).toMatchObject({ outcome: 'STALE', account: null });
  const sold = await world.mutate(admin, 'createSubscription', {
    ...{ accountId: id, sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' },
  });
  expect(sold.userErrors).toEqual([]);
});

test('a move that is withdrawn leaves nothing: the customer may be copied under that id', async () => {
  const id = await copy(world, setup.alpha, aCustomer('back'));
  expect(await withdraw(world, id)).toMatchObject([{ code: 'INVALID_INPUT' }]);
  expect(await announce(world, gamma, id, 'g-back')).toEqual([]);
  expect(await announce(world, gamma, id, 'g-other')).toMatchObject([{ code: 'INVALID_INPUT' }]);
  expect(await withdraw(world, id)).toEqual([]);
  expect(await withdraw(world, id)).toEqual([]);
  expect((await record(world, gamma, aCustomer('g-back'))).outcome).toBe('CREATED');
  expect((await refresh(setup.alpha, 'back', { sourceVersion: '2' })).outcome).toBe('UNCHANGED');
  expect(await announce(world, gamma, id, 'g-back')).toMatchObject([{ code: 'SOURCE_ACCOUNT_TAKEN' }]);
  expect(await announce(world, setup.beta, id, 'b')).toMatchObject([{ code: 'CURRENCY_DIFFERS' }]);
});

test('an account that comes back goes on from its versions, and owes nothing for the time between', async () => {
  const id = await copy(world, setup.alpha, aCustomer('home', { sourceVersion: '7' }));
  await invoice(world, id);
  expect(await announce(world, gamma, id, 'g-home')).toEqual([]);
  expect(await complete(world, id)).toEqual([]);
  expect(await announce(world, setup.alpha, id, 'home')).toEqual([]);
  expect(await complete(world, id)).toEqual([]);
  expect((await seen(id)).managedByReseller).toMatchObject({ reseller: { id: setup.alpha.id }, sourceVersion: '7' });
  expect((await refresh(setup.alpha, 'home', { sourceVersion: '6' })).outcome).toBe('STALE');
  expect((await refresh(gamma, 'g-home', { sourceVersion: '9' })).outcome).toBe('STALE');
  const state = { quantity: undefined, quantities: [{ from: '2026-01-31', quantity: 5 }], sourceVersion: '1' };
  const { userErrors } = await record(
    world,
    setup.alpha,
    aCustomer('home', { sourceVersion: '7' }),
    aPaidSubscription('s-1', state),
  );
  expect(userErrors).toEqual([]);
  expect((await seen(id)).subscriptions).toMatchObject([{ sourceSubscriptionId: 's-1', endDate: null }]);
});

function today() {
  return world.now.toISOString().slice(0, 10);
}
function yesterday() {
  return new Date(world.now.getTime() - 86_400_000).toISOString().slice(0, 10);
}
