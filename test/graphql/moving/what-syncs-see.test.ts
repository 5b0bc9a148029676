import { announce, complete, historyOf, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  see,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { handAlone, handOver, transfer } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

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

const ANSWER = 'outcome account { id }';
const ERROR = 'userErrors { code retryable path message }';

/** All that a sync can send of a customer, newer than anything here, but a purchase. */
const EVENTS: readonly [mutation: string, at: readonly string[], input: (source: string) => object][] = [
  ['syncCustomers', ['input', 'items', '0', 'customer'], (source) => ({ items: [{ customer: newer(source) }] })],
  ['deleteManagedAccount', ['input'], (sourceAccountId) => ({ sourceAccountId, sourceVersion: '99' })],
  ['restoreManagedAccount', ['input', 'customer'], (source) => ({ customer: newer(source) })],
  [
    'cancelPaidSubscription',
    ['input'],
    (sourceAccountId) => ({ sourceAccountId, sourceSubscriptionId: 's-1', endDate: '2026-05-31' }),
  ],
];
const newer = (source: string) => aCustomer(source, { sourceVersion: '99', name: 'Taken over', status: 'SUSPENDED' });

async function send(reseller: TestReseller, mutation: string, input: object) {
  if (mutation !== 'syncCustomers') return world.mutate(reseller.sync, mutation, input, ANSWER);
  const { results } = await world.mutate(reseller.sync, mutation, input, `results { ${ANSWER} ${ERROR} }`);
  return results[0];
}

async function paid(source: string, reseller = setup.alpha) {
  const id = await copy(world, reseller, aCustomer(source));
  await invoice(world, id);
  return id;
}
async function moved(source: string) {
  const id = await paid(source);
  expect([await announce(world, gamma, id, `g-${source}`), await complete(world, id)]).toEqual([[], []]);
  return id;
}
async function released(source: string) {
  const id = await paid(source);
  const [one] = await subscriptionsOf(world, admin, id);
  expect(await release(world, id, [{ subscriptionId: one?.id, goesOn: true }])).toEqual([]);
  return id;
}

/** What a sync that has nothing to do with an account learns of it, whichever way it asks. */
async function learns(reseller: TestReseller, id: string, source: string) {
  const data = await world.ask(
    reseller.sync,
    `query ($id: ID!, $source: ID!) {
      account(id: $id) { id } copiedAccount(sourceAccountId: $source) { id }
      accounts(first: 200) { edges { node { id } } }
      _entities(representations: [{ __typename: "Account", id: $id }]) { ... on Account {
        managedByReseller { ribbon } subscriptions { edges { node { id } } } invoices { edges { node { id } } }
      } }
    }`,
    { id, source },
  );
  const listed = data.accounts.edges.map(({ node }: { node: { id: string } }) => node.id);
  return { ...data, accounts: listed.includes(id) };
}
const NOTHING = {
  ...{ account: null, copiedAccount: null, accounts: false },
  _entities: [{ managedByReseller: null, subscriptions: null, invoices: null }],
};

describe.each([
  ['moved away', moved],
  ['released', released],
])('S29: of a customer that was %s its former reseller', (what, make) => {
  test.each(EVENTS)('is answered STALE with no account to %s, and nothing changes', async (mutation, _at, inputOf) => {
    const source = `${what}-${mutation}`;
    await make(source);
    const before = await everyRow(world);
    expect(await send(setup.alpha, mutation, inputOf(source))).toMatchObject({
      ...{ outcome: 'STALE', account: null, userErrors: [] },
    });
    expect(await writtenSince(world, before)).toEqual([]);
    // Of one that it manages the same counts.
    await copy(world, setup.alpha, aCustomer(`${source}-twin`));
    const twin = await send(setup.alpha, mutation, inputOf(`${source}-twin`));
    expect(twin).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  });

  test('is refused a purchase with SOURCE_ACCOUNT_TAKEN, for good, and learns nothing of who has it', async () => {
    const source = `${what}-purchase`;
    const id = await make(source);
    const at = ['input', 'customer', 'sourceAccountId'];
    for (const subscription of [
      aPaidSubscription(),
      aPaidSubscription('s-2'),
      aPaidSubscription('s-1', { sourceVersion: '9' }),
    ]) {
      const answer = await record(world, setup.alpha, newer(source), subscription);
      expect(answer).toMatchObject({
        ...{ outcome: 'REJECTED', account: null, subscription: null },
        userErrors: [{ code: 'SOURCE_ACCOUNT_TAKEN', retryable: false, path: at }],
      });
      expect(JSON.stringify(answer)).not.toContain('Gamma');
    }
    expect(await learns(setup.alpha, id, source)).toEqual(NOTHING);
    // Its neighbours in a call are not refused with it.
    const items = [
      { customer: newer(source), paidSubscriptions: [aPaidSubscription()] },
      { customer: aCustomer(`${source}-next`), paidSubscriptions: [aPaidSubscription()] },
    ];
    const { results } = await world.mutate(
      setup.alpha.sync,
      'syncCustomers',
      { items },
      `results { ${ANSWER} ${ERROR} }`,
    );
    expect(results).toMatchObject([
      { outcome: 'REJECTED', userErrors: [{ code: 'SOURCE_ACCOUNT_TAKEN' }] },
      { outcome: 'CREATED', userErrors: [] },
    ]);
  });
});

describe('S29: of a customer whose move is announced the new reseller', () => {
  test.each(EVENTS)(
    'is answered MOVE_PENDING to %s, retryable, until it is completed',
    async (mutation, at, inputOf) => {
      const source = `pending-${mutation}`;
      const id = await paid(source);
      await announce(world, gamma, id, `g-${source}`);
      const before = await everyRow(world);
      expect(await send(gamma, mutation, inputOf(`g-${source}`))).toMatchObject({
        account: null,
        userErrors: [{ code: 'MOVE_PENDING', retryable: true, path: [...at, 'sourceAccountId'] }],
      });
      expect(await writtenSince(world, before)).toEqual([]);
      expect(await learns(gamma, id, `g-${source}`)).toEqual(NOTHING);
      // The events of the old one count until then.
      expect(await send(setup.alpha, 'syncCustomers', { items: [{ customer: newer(source) }] })).toMatchObject({
        outcome: 'APPLIED',
      });
      await complete(world, id);
      const answer = await send(gamma, mutation, inputOf(`g-${source}`));
      if (mutation === 'cancelPaidSubscription') {
        // It has recorded none yet, whatever the old one had under this id.
        expect(answer).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', retryable: true }] });
      } else expect(answer).toMatchObject({ account: { id }, userErrors: [] });
    },
  );

  test('finds nothing of it once it was withdrawn', async () => {
    const id = await paid('withdrawn');
    await announce(world, gamma, id, 'g-withdrawn');
    await withdraw(world, id);
    expect(await send(gamma, 'syncCustomers', { items: [{ customer: newer('g-withdrawn') }] })).toMatchObject({
      userErrors: [{ code: 'ACCOUNT_NOT_COPIED', retryable: true }],
    });
  });

  test('a purchase too', async () => {
    const id = await paid('bought');
    await announce(world, gamma, id, 'g-bought');
    expect(await record(world, gamma, aCustomer('g-bought'))).toMatchObject({
      userErrors: [{ code: 'MOVE_PENDING', path: ['input', 'customer', 'sourceAccountId'] }],
    });
    await complete(world, id);
    const start = { startDate: '2026-06-15' };
    expect(await record(world, gamma, aCustomer('g-bought'), aPaidSubscription('s-1', start))).toMatchObject({
      ...{ outcome: 'APPLIED', account: { id }, userErrors: [] },
    });
  });
});

describe('S29: a sync sees what began under it', () => {
  const SEEN = `id status subscriptions { edges { node { id sourceSubscriptionId unitPrice } } }
    invoices { edges { node { id } } } pendingInvoices { total } history { edges { node { text } } }
    parent { id } billTo { id } contacts { edges { node { id } } }`;

  test('the new one its subscriptions, at its prices, and never the old one’s; the distributor sees all', async () => {
    const list = {
      ...{ code: 'gamma', name: 'Gamma' },
      prices: [{ sku: 'MAIL', currency: 'EUR', billingPeriod: 'MONTHLY', amount: '2.20', validFrom: '2026-06-15' }],
    };
    const { priceList } = await world.mutate(admin, 'savePriceList', list, 'priceList { id }');
    const terms = (priceListId: string | null) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId: gamma.id, priceListId });
    await terms(priceList.id);
    const id = await moved('seen');
    await record(world, gamma, aCustomer('g-seen'), aPaidSubscription('s-1', { startDate: '2026-06-15' }));
    await terms(null);
    const mine = await see(world, gamma.sync, id, SEEN);
    expect(mine.subscriptions.edges).toMatchObject([{ node: { sourceSubscriptionId: 's-1', unitPrice: '2.20' } }]);
    const hidden = { invoices: null, pendingInvoices: null, history: null, parent: null, billTo: null, contacts: null };
    expect(mine).toMatchObject(hidden);
    const all = await subscriptionsOf(world, admin, id);
    expect(all.map(({ unitPrice, endDate }) => [unitPrice, endDate]).sort()).toEqual([
      ['2.20', null],
      ['2.50', '2026-06-14'],
    ]);
    // Two subscriptions of one source id, of two resellers.
    expect(new Set(all.map((one) => one.id)).size).toBe(2);
    expect(await learns(setup.alpha, id, 'seen')).toEqual(NOTHING);
  });

  test('of an account that was transferred only what was mapped to it, not what the distributor sold before', async () => {
    const id = await released('own-again');
    const [own] = await subscriptionsOf(world, admin, id);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: gamma.accountId });
    await handAlone(world, gamma, handOver(id, 'g-own-again', { [own?.id ?? '']: 'x-1' }));
    const mine = await subscriptionsOf(world, gamma.sync, id);
    expect(mine.map((one) => one.sourceSubscriptionId)).toEqual(['x-1']);
    const cancelled = { sourceAccountId: 'g-own-again', sourceSubscriptionId: 'x-1', endDate: '2026-06-30' };
    expect(await send(gamma, 'cancelPaidSubscription', cancelled)).toMatchObject({ outcome: 'APPLIED' });
  });
});

describe('S24: an account that left is handed over again', () => {
  test('under its own spent id, and goes on from the version that it had there', async () => {
    const id = await paid('home');
    await send(setup.alpha, 'syncCustomers', { items: [{ customer: aCustomer('home', { sourceVersion: '7' }) }] });
    const [one] = await subscriptionsOf(world, admin, id);
    await release(world, id, [{ subscriptionId: one?.id, goesOn: true }]);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: setup.alpha.accountId });
    const mapping = { [one?.id ?? '']: 's-1' };
    await handAlone(world, setup.alpha, handOver(id, 'home', mapping));
    expect((await see(world, admin, id, 'managedByReseller { sourceVersion origin }')).managedByReseller).toEqual({
      ...{ sourceVersion: '7', origin: 'TRANSFERRED_TO_RESELLER' },
    });
    const at = (sourceVersion: string, changes = {}) =>
      send(setup.alpha, 'syncCustomers', { items: [{ customer: aCustomer('home', { sourceVersion, ...changes }) }] });
    expect(await at('6', { name: 'Old' })).toMatchObject({ outcome: 'STALE', account: { id } });
    expect(await at('7')).toMatchObject({ outcome: 'UNCHANGED', account: { id } });
    expect(await at('7', { name: 'Other' })).toMatchObject({ userErrors: [{ code: 'SOURCE_VERSION_CONFLICT' }] });
    expect(await at('8', { name: 'New' })).toMatchObject({ outcome: 'APPLIED', account: { id } });
    const kinds = (await historyOf(world, admin, id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => ['COPIED', 'RELEASED', 'TRANSFERRED'].includes(kind))).toEqual([
      ...['TRANSFERRED', 'RELEASED', 'COPIED'],
    ]);
  });

  test('and takes what it was sent of that version again: the values here are another’s', async () => {
    const options = { synchronizationOptions: [{ systemCode: 'M', key: 'k', value: 'v' }] };
    const at = (source: string, sourceVersion: string, changes = {}) => ({
      items: [{ customer: aCustomer(source, { sourceVersion, ...changes }) }],
    });
    const id = await copy(world, setup.alpha, aCustomer('mastered', { sourceVersion: '7', ...options }));
    await invoice(world, id);
    expect([await announce(world, gamma, id, 'g-mastered'), await complete(world, id)]).toEqual([[], []]);
    await send(gamma, 'syncCustomers', at('g-mastered', '1', { name: 'As Gamma has it', status: 'SUSPENDED' }));
    expect([await announce(world, setup.alpha, id, 'mastered'), await complete(world, id)]).toEqual([[], []]);
    expect(await send(setup.alpha, 'syncCustomers', at('mastered', '6', options))).toMatchObject({ outcome: 'STALE' });
    expect(await send(setup.alpha, 'syncCustomers', at('mastered', '7', options))).toMatchObject({
      ...{ outcome: 'APPLIED', account: { id }, userErrors: [] },
    });
    expect(await see(world, admin, id, 'name status synchronizationOptions { key }')).toEqual({
      ...{ name: 'Customer mastered', status: 'ACTIVE', synchronizationOptions: [{ key: 'k' }] },
    });
    // From then on it is a version like any other.
    expect(await send(setup.alpha, 'syncCustomers', at('mastered', '7', options))).toMatchObject({
      outcome: 'UNCHANGED',
    });
    expect(await send(setup.alpha, 'syncCustomers', at('mastered', '7', { name: 'Other' }))).toMatchObject({
      userErrors: [{ code: 'SOURCE_VERSION_CONFLICT' }],
    });
  });

  test('under a new id it has none; and its spent id is nobody else’s', async () => {
    const id = await released('spent');
    const [one] = await subscriptionsOf(world, admin, id);
    const other = await released('other-than-spent');
    for (const account of [id, other]) {
      await world.mutate(admin, 'updateAccount', { accountId: account, billToId: setup.alpha.accountId });
    }
    const [others] = await subscriptionsOf(world, admin, other);
    const { results } = await transfer(world, setup.alpha, [handOver(other, 'spent', { [others?.id ?? '']: 's-1' })]);
    expect(results[0].userErrors).toMatchObject([
      { code: 'SOURCE_ACCOUNT_TAKEN', path: ['input', 'accounts', '0', 'sourceAccountId'] },
    ]);
    await handAlone(world, setup.alpha, handOver(id, 'fresh', { [one?.id ?? '']: 's-1' }));
    expect(
      (await see(world, admin, id, 'managedByReseller { sourceVersion }')).managedByReseller.sourceVersion,
    ).toBeNull();
    // The id of old is of the same account, and counts for nothing now.
    expect(await send(setup.alpha, 'syncCustomers', { items: [{ customer: newer('spent') }] })).toMatchObject({
      ...{ outcome: 'STALE', account: null },
    });
  });

  test('mapping to a source subscription that another subscription of it has, or had, is refused', async () => {
    const id = await paid('mapped');
    await record(world, setup.alpha, aCustomer('mapped'), aPaidSubscription('s-2', { startDate: '2026-06-15' }));
    await invoice(world, id);
    const [first, second] = await subscriptionsOf(world, admin, id);
    const decisions = [
      { subscriptionId: first?.id, goesOn: false },
      { subscriptionId: second?.id, goesOn: true },
    ];
    expect(await release(world, id, decisions)).toEqual([]);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: setup.alpha.accountId });
    const { results } = await transfer(world, setup.alpha, [handOver(id, 'mapped', { [second?.id ?? '']: 's-1' })]);
    expect(results[0].userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    await handAlone(world, setup.alpha, handOver(id, 'mapped', { [second?.id ?? '']: 's-3' }));
  });

  test('under a new id of a subscription: by its old one it is refused, and never a second time here', async () => {
    const id = await released('renamed');
    const [one] = await subscriptionsOf(world, admin, id);
    await world.mutate(admin, 'updateAccount', { accountId: id, billToId: setup.alpha.accountId });
    await handAlone(world, setup.alpha, handOver(id, 'renamed', { [one?.id ?? '']: 's-new' }));
    const before = await everyRow(world);
    for (const version of [{}, { sourceVersion: '3' }]) {
      const refused = await record(world, setup.alpha, aCustomer('renamed'), aPaidSubscription('s-1', version));
      expect(refused.userErrors).toMatchObject([
        {
          ...{ code: 'SUBSCRIPTION_CONFLICT', retryable: false },
          path: ['input', 'subscription', 'sourceSubscriptionId'],
        },
      ]);
    }
    const cancelled = { sourceAccountId: 'renamed', sourceSubscriptionId: 's-1', endDate: '2026-06-30' };
    expect((await send(setup.alpha, 'cancelPaidSubscription', cancelled)).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await writtenSince(world, before)).toEqual([]);
    const followed = aPaidSubscription('s-new', { sourceVersion: '1', quantity: 6 });
    expect((await record(world, setup.alpha, aCustomer('renamed'), followed)).userErrors).toEqual([]);
    expect(await subscriptionsOf(world, admin, id)).toMatchObject([{ id: one?.id, sourceSubscriptionId: 's-new' }]);
  });
});
