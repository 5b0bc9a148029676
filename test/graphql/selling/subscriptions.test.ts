import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  copy,
  record,
  type Setup,
  see,
  setUpResellers,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const QUERY = `query ($id: ID!, $first: Int! = 50, $after: String) {
  account(id: $id) { subscriptions(first: $first, after: $after) {
    edges { cursor node { id sourceSubscriptionId startDate } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const page = async (id: string, variables: Record<string, unknown> = {}) =>
  (await world.ask(admin, QUERY, { id, ...variables })).account.subscriptions;

/** A copied account with subscriptions that start on these days. */
async function aCopyWith(sourceAccountId: string, starts: readonly string[]): Promise<string> {
  let id = '';
  for (const [index, startDate] of starts.entries()) {
    const paid = aPaidSubscription(`s-${index}`, { startDate });
    id = (await record(world, setup.alpha, aCustomer(sourceAccountId), paid)).account.id;
  }
  return id;
}

const WHOLE = `id account { id name } service { id sku name prices { currency billingPeriod amount } } quantity unitPrice
  currency billingPeriod startDate endDate nextInvoiceDate status sourceSubscriptionId`;
const subscriptionsOf = async (id: string, selection: string, caller = admin as Parameters<World['ask']>[0]) =>
  (
    await world.ask(
      caller,
      `query ($id: ID!) { account(id: $id) { subscriptions { edges { node { ${selection} } } } } }`,
      { id },
    )
  ).account.subscriptions.edges.map(({ node }: { node: unknown }) => node);

describe('a subscription', () => {
  test('that the sync recorded shows what is billed: service, quantity, price, period and start', async () => {
    const paid = aPaidSubscription('s-1', { sku: 'EUR-ONLY', quantity: 7, startDate: '2026-01-31' });
    const { account, subscription } = await record(world, setup.alpha, aCustomer('whole'), paid);
    for (const caller of [admin, aUser('gert', 'readers')]) {
      expect(await subscriptionsOf(account.id, WHOLE, caller)).toEqual([
        {
          id: subscription.id,
          account: { id: account.id, name: 'Customer whole' },
          service: {
            id: expect.any(String),
            sku: 'EUR-ONLY',
            name: 'Euro only',
            prices: [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.00' }],
          },
          quantity: 7,
          unitPrice: '1.00',
          currency: 'EUR',
          billingPeriod: 'MONTHLY',
          startDate: '2026-01-31',
          endDate: null,
          nextInvoiceDate: '2026-01-31',
          status: 'ACTIVE',
          sourceSubscriptionId: 's-1',
        },
      ]);
    }
  });

  test.each(['MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TRIENNIAL', 'ONCE'])(
    'may be billed %s',
    async (billingPeriod) => {
      const prices = [{ currency: 'EUR', billingPeriod, amount: '0.333333' }];
      await world.mutate(admin, 'saveService', { sku: billingPeriod, name: billingPeriod, prices });
      const paid = aPaidSubscription('s-1', { sku: billingPeriod, billingPeriod });
      expect(await record(world, setup.alpha, aCustomer(billingPeriod), paid)).toMatchObject({
        outcome: 'CREATED',
        subscription: { unitPrice: '0.333333' },
      });
    },
  );

  test('that the distributor sold has no source id', async () => {
    const id = await anOwnAccount(world);
    await world.mutate(admin, 'createSubscription', {
      accountId: id,
      sku: 'MAIL',
      quantity: 1,
      billingPeriod: 'ANNUAL',
    });
    expect(await subscriptionsOf(id, 'sourceSubscriptionId unitPrice status')).toEqual([
      { sourceSubscriptionId: null, unitPrice: '25.00', status: 'ACTIVE' },
    ]);
  });

  test('that is cancelled shows its last day; one that ended before it began has nothing left to invoice', async () => {
    const id = await aCopyWith('ends', ['2026-03-01', '2026-04-01']);
    const cancel = (sourceSubscriptionId: string, endDate: string) =>
      world.mutate(setup.alpha.sync, 'cancelPaidSubscription', {
        sourceAccountId: 'ends',
        sourceSubscriptionId,
        endDate,
      });
    await cancel('s-0', '2026-03-31');
    await cancel('s-1', '2026-03-31');
    expect(await subscriptionsOf(id, 'startDate endDate status nextInvoiceDate')).toEqual([
      { startDate: '2026-03-01', endDate: '2026-03-31', status: 'CANCELLED', nextInvoiceDate: '2026-03-01' },
      { startDate: '2026-04-01', endDate: '2026-03-31', status: 'CANCELLED', nextInvoiceDate: null },
    ]);
  });
});

describe('the subscriptions of an account', () => {
  test('stand in the order of their start, whatever order they were recorded in', async () => {
    const id = await aCopyWith('order', ['2026-03-01', '2025-12-31', '2026-01-31', '2026-01-01']);
    const { edges } = await page(id);
    expect(edges.map(({ node }: { node: { startDate: string } }) => node.startDate)).toEqual([
      '2025-12-31',
      '2026-01-01',
      '2026-01-31',
      '2026-03-01',
    ]);
  });

  test.each([1, 2, 5])('come each once in pages of %i, also when they start on one day', async (first) => {
    const id = await aCopyWith(`pages of ${first}`, Array(5).fill('2026-01-31'));
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo }: Awaited<ReturnType<typeof page>> = await page(id, { first, after });
      seen.push(...edges.map(({ node }: { node: { sourceSubscriptionId: string } }) => node.sourceSubscriptionId));
      expect(pageInfo).toEqual({
        hasNextPage: seen.length < 5,
        hasPreviousPage: after !== null,
        startCursor: edges[0].cursor,
        endCursor: edges.at(-1).cursor,
      });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect([...seen].sort()).toEqual(['s-0', 's-1', 's-2', 's-3', 's-4']);
  });

  test('may be asked for at most 200 at once', async () => {
    const id = await copy(world, setup.alpha, aCustomer('limits'));
    for (const first of [201, -1]) {
      const { data, errors } = await world.run(admin, QUERY, { id, first });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
      expect(data).toEqual({ account: { subscriptions: null } });
    }
    expect((await page(id, { first: 200 })).edges).toHaveLength(1);
    expect(await page(id, { first: 0 })).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
  });

  test('refuse a cursor that is forged or of the history as INVALID_INPUT, which is no fault', async () => {
    const id = await copy(world, setup.alpha, aCustomer('cursors'));
    const own = (await page(id)).edges[0].cursor;
    const { history } = await see(world, admin, id, 'history { edges { cursor } }');
    const parts = JSON.parse(Buffer.from(own, 'base64url').toString());
    const forged = (day: unknown, key = parts[2]) =>
      Buffer.from(JSON.stringify([parts[0], day, key])).toString('base64url');
    for (const after of [
      history.edges[0].cursor,
      '',
      'x',
      forged('2026-02-30'),
      forged('infinity'),
      forged('today'),
      forged('0001-01-01 BC'),
      forged(5),
      forged('2026-01-31', 'x'),
      forged('2026-01-31', null),
    ]) {
      const { data, errors } = await world.run(admin, QUERY, { id, after });
      expect([after, errors?.[0]?.extensions]).toMatchObject([after, { code: 'INVALID_INPUT', path: ['after'] }]);
      expect(data).toEqual({ account: { subscriptions: null } });
    }
    expect(world.faults).toEqual([]);
    expect((await page(id, { after: forged('2026-01-30') })).edges).toHaveLength(1);
  });
});
