import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  record,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { aBilledAccount, aTransferredAccount, handAlone, handOver, sell } from '../../support/transfers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
  world.now = new Date('2026-06-30T12:00:00Z');
});
afterAll(() => world.close());

let resellers = 0;
/** A reseller in euros that has not gone live. */
const anIdleReseller = () => {
  resellers += 1;
  return aReseller(world, { name: `Idle ${resellers}`, currency: 'EUR', separateInvoices: true, live: false });
};

const activate = (reseller: TestReseller) =>
  world.mutate(
    admin,
    'activateBackOrdering',
    { tenantResellerId: reseller.id },
    'tenantReseller { backOrderingActive goLivePlan { ready } }',
  );

const PLAN = `goLivePlan { ready accounts { edges { node {
  account { name } obstacles subscriptions { id service { sku } } } } pageInfo { hasNextPage } } }`;

interface PlannedAccount {
  readonly account: { readonly name: string };
  readonly obstacles: readonly string[];
  readonly subscriptions: readonly { readonly id: string }[];
}

async function planOf(reseller: TestReseller): Promise<{ ready: boolean; accounts: PlannedAccount[] }> {
  const { tenantReseller } = await world.ask(admin, `query ($id: ID!) { tenantReseller(id: $id) { ${PLAN} } }`, {
    id: reseller.id,
  });
  const { ready, accounts } = tenantReseller.goLivePlan;
  return { ready, accounts: accounts.edges.map(({ node }: { node: PlannedAccount }) => node) };
}

const NOT_READY = {
  code: 'GO_LIVE_INCOMPLETE',
  path: ['input', 'tenantResellerId'],
  retryable: false,
  reasons: [],
  action: null,
};

describe('A38: activation while an account with a running subscription is not transferred', () => {
  test('is refused and names it; after the transfer the reseller is live', async () => {
    const reseller = await anIdleReseller();
    const id = await aBilledAccount(world, reseller, { name: 'Left behind' });
    const sold = await sell(world, id);
    expect(await planOf(reseller)).toMatchObject({ ready: false, accounts: [{ subscriptions: [{ id: sold }] }] });
    const refused = await activate(reseller);
    expect(refused).toMatchObject({ tenantReseller: null, userErrors: [NOT_READY] });
    expect(refused.userErrors[0].message).toContain('Left behind');
    expect(refused.userErrors[0].message).toContain(reseller.name);
    const row = () =>
      world.sql('SELECT back_ordering_active AS active FROM tenant_resellers WHERE id = $1', [reseller.id]);
    expect(await row()).toEqual([{ active: false }]);

    await handAlone(world, reseller, handOver(id, 'left', { [sold]: 's-1' }));
    expect(await planOf(reseller)).toEqual({ ready: true, accounts: [] });
    expect(await activate(reseller)).toEqual({
      tenantReseller: { backOrderingActive: true, goLivePlan: { ready: true } },
      userErrors: [],
    });
    expect(await row()).toEqual([{ active: true }]);
  });

  test('names each of them by name, at most fifty, in the caller’s language', async () => {
    const reseller = await anIdleReseller();
    const names = Array.from({ length: 52 }, (_, index) => `Account ${String(index).padStart(2, '0')}`);
    for (const name of names) await sell(world, await aBilledAccount(world, reseller, { name }));
    world.locale = 'de';
    const { userErrors } = await activate(reseller);
    world.locale = 'en';
    expect(userErrors).toHaveLength(50);
    for (const [index, error] of userErrors.entries()) {
      expect(error).toMatchObject({
        ...NOT_READY,
        message: expect.stringMatching(`^${names[index]} wird .*übergeben`),
      });
    }
  });

  test.each([
    ['that has none that runs', async (id: string) => void (await sell(world, id)), '2026-06-29', true],
    ['whose last day is today', async (id: string) => void (await sell(world, id)), '2026-06-30', false],
    ['that starts later', async (id: string) => void (await sell(world, id, { startDate: '2027-01-01' })), null, false],
  ])('an account %s', async (_what, bought, endDate, ready) => {
    const reseller = await anIdleReseller();
    const id = await aBilledAccount(world, reseller);
    await bought(id);
    await world.sql('UPDATE subscriptions SET end_date = $2 WHERE account_id = $1', [id, endDate]);
    expect((await planOf(reseller)).ready).toBe(ready);
    const { userErrors } = await activate(reseller);
    expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(ready ? [] : ['GO_LIVE_INCOMPLETE']);
  });

  test('a deleted one is in nobody’s way', async () => {
    const reseller = await anIdleReseller();
    const id = await aBilledAccount(world, reseller);
    await sell(world, id);
    expect((await planOf(reseller)).accounts).toHaveLength(1);
    await world.mutate(admin, 'deleteAccount', { accountId: id });
    // Its debts are the reseller's still; whatever runs on it is no reason either.
    await world.sql('UPDATE subscriptions SET end_date = NULL WHERE account_id = $1', [id]);
    expect(await planOf(reseller)).toEqual({ ready: true, accounts: [] });
    expect((await activate(reseller)).userErrors).toEqual([]);
  });

  test('of a reseller that is live, again is no change, whatever came to be billed to it since', async () => {
    const reseller = await anIdleReseller();
    await activate(reseller);
    await sell(world, await aBilledAccount(world, reseller, { name: 'Later' }));
    expect(await planOf(reseller)).toMatchObject({
      ready: true,
      accounts: [{ account: { name: 'Later' }, obstacles: ['NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED'] }],
    });
    expect((await activate(reseller)).userErrors).toEqual([]);
  });
});

describe('S28: the plan', () => {
  test('tells of each account what it needs, in the order of the contract, and of no other account', async () => {
    const reseller = await anIdleReseller();
    const bare = await aBilledAccount(world, reseller, { name: 'A bare' });
    const dollars = await aBilledAccount(world, reseller, { name: 'B dollars', currency: 'USD' });
    await sell(world, dollars);
    await world.mutate(admin, 'saveService', {
      sku: 'FADING',
      name: 'Fading',
      prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.00' }],
    });
    const unpriced = await aBilledAccount(world, reseller, { name: 'C unpriced' });
    const [later, sooner] = [
      await sell(world, unpriced, { sku: 'FADING', startDate: '2026-03-01' }),
      await sell(world, unpriced, { startDate: '2026-02-01' }),
    ];
    await world.mutate(admin, 'saveService', {
      sku: 'FADING',
      name: 'Fading',
      prices: [
        { currency: 'EUR', billingPeriod: 'ANNUAL', amount: '9.00' },
        { currency: 'USD', billingPeriod: 'MONTHLY', amount: '1.00' },
      ],
    });
    const above = await aBilledAccount(world, reseller, { name: 'D above' });
    await aBilledAccount(world, reseller, { name: 'E below', parentId: above, billToId: null });
    await aTransferredAccount(world, reseller, 'handed');
    expect(await planOf(reseller)).toEqual({
      ready: false,
      accounts: [
        { account: { name: 'A bare' }, obstacles: ['NOT_TRANSFERRED'], subscriptions: [] },
        {
          account: { name: 'B dollars' },
          obstacles: ['NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 'CURRENCY_DIFFERS'],
          subscriptions: [expect.objectContaining({ service: { sku: 'MAIL' } })],
        },
        {
          account: { name: 'C unpriced' },
          obstacles: ['NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 'SERVICE_WITHOUT_PRICE'],
          subscriptions: [
            { id: sooner, service: { sku: 'MAIL' } },
            { id: later, service: { sku: 'FADING' } },
          ],
        },
        { account: { name: 'D above' }, obstacles: ['NOT_TRANSFERRED', 'BILLED_BELOW'], subscriptions: [] },
      ],
    });
    // What the plan says of an account is what a transfer says of it.
    const { results } = await world.mutate(
      admin,
      'transferAccounts',
      { tenantResellerId: reseller.id, accounts: [handOver(bare, 'bare'), handOver(above, 'above')] },
      'results { userErrors { code } }',
    );
    expect(results).toEqual([{ userErrors: [] }, { userErrors: [{ code: 'INVALID_INPUT' }] }]);
  });

  test('is null for everyone but administrators', async () => {
    const reseller = await anIdleReseller();
    const query = 'query ($id: ID!) { tenantReseller(id: $id) { id goLivePlan { ready } } }';
    const asked = async (caller: Parameters<World['ask']>[0]) =>
      (await world.ask(caller, query, { id: reseller.id })).tenantReseller;
    for (const caller of [aUser('anna', 'billing'), reseller.sync]) {
      expect(await asked(caller)).toEqual({ id: reseller.id, goLivePlan: null });
    }
    expect(await asked(admin)).toEqual({ id: reseller.id, goLivePlan: { ready: true } });
  });

  test('comes page by page, each account once', async () => {
    const reseller = await anIdleReseller();
    const names = ['Same', 'Same', 'Other', 'Zebra', 'apple'];
    for (const name of names) await aBilledAccount(world, reseller, { name });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { tenantReseller } = await world.ask(
        admin,
        `query ($id: ID!, $after: String) { tenantReseller(id: $id) { goLivePlan { accounts(first: 2, after: $after) {
          edges { node { account { id name } } } pageInfo { hasNextPage endCursor } } } } }`,
        { id: reseller.id, after },
      );
      const { edges, pageInfo } = tenantReseller.goLivePlan.accounts;
      seen.push(...edges.map(({ node }: { node: { account: { name: string } } }) => node.account.name));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['apple', 'Other', 'Same', 'Same', 'Zebra']);
  });

  test('costs the same number of statements for one account of one reseller and for many of all of them', async () => {
    const one = await anIdleReseller();
    await sell(world, await aBilledAccount(world, one));
    const many = await anIdleReseller();
    for (let count = 0; count < 12; count += 1) await sell(world, await aBilledAccount(world, many));
    const statements = async (query: string, variables = {}) => {
      world.takeStatements();
      await world.ask(admin, query, variables);
      return world.takeStatements().map((sql) => sql.trim().slice(0, 30));
    };
    const ofOne = await statements(`query ($id: ID!) { tenantReseller(id: $id) { ${PLAN} } }`, { id: one.id });
    const ofAll = await statements(`{ tenantResellers { edges { node { ${PLAN} } } } }`);
    expect(ofAll).toHaveLength(ofOne.length);
    expect(ofOne.length).toBeLessThanOrEqual(8);
  });
});

describe('S28: until back-ordering is active', () => {
  test('snapshots, purchases, cancellations and deletions of transferred accounts are taken; only copies wait', async () => {
    const reseller = await anIdleReseller();
    const { id, sold } = await aTransferredAccount(world, reseller, 'early');
    const snapshot = aCustomer('early', { name: 'Renamed at the source' });
    expect(await record(world, reseller, snapshot, aPaidSubscription('s-2'))).toMatchObject({
      outcome: 'APPLIED',
      account: { id, name: 'Renamed at the source' },
      userErrors: [],
    });
    const cancellation = { sourceAccountId: 'early', sourceSubscriptionId: 's-1', endDate: '2026-07-31' };
    expect(
      await world.mutate(reseller.sync, 'cancelPaidSubscription', cancellation, 'outcome subscription { id }'),
    ).toEqual({ outcome: 'APPLIED', subscription: { id: sold }, userErrors: [] });
    expect(await record(world, reseller, aCustomer('new'))).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'BACK_ORDERING_INACTIVE', retryable: false }],
    });
    const deletion = { sourceAccountId: 'early', sourceVersion: '3', endDate: '2026-07-31' };
    expect(await world.mutate(reseller.sync, 'deleteManagedAccount', deletion, 'outcome')).toEqual({
      outcome: 'APPLIED',
      userErrors: [],
    });
    await activate(reseller);
    expect(await record(world, reseller, aCustomer('new'))).toMatchObject({ outcome: 'CREATED', userErrors: [] });
  });
});
