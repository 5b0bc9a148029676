import { randomUUID } from 'node:crypto';
import {
  aCode,
  anEntry,
  type Entry,
  FIRST_DAY,
  resellerWithList,
  savePriceList,
  updateReseller,
} from '../../support/price-lists';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  everyRow,
  record,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
});
beforeEach(() => {
  world.now = FIRST_DAY;
});
afterAll(() => world.close());

const save = (code: string, prices: readonly Entry[], more: Record<string, unknown> = {}) =>
  savePriceList(world, code, prices, more);
const update = (reseller: TestReseller, input: Record<string, unknown>) => updateReseller(world, reseller, input);
const resellerWith = (priceListId: string | null) => resellerWithList(world, priceListId);

/** What a new subscription of one of its customers costs that starts then; the code of the refusal otherwise. */
async function priceFor(reseller: TestReseller, startDate: string, changes: Record<string, unknown> = {}) {
  const paid = aPaidSubscription(randomUUID(), { startDate, ...changes });
  const { subscription, userErrors } = await record(world, reseller, aCustomer('c-1'), paid);
  return subscription?.unitPrice ?? userErrors[0].code;
}

describe('A35: prices for a reseller', () => {
  test('Gold pays 8, Silver 9, who has no list 10; Gold pays 7 from March, and what started before keeps 8', async () => {
    const prices = [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '10.00' }];
    await world.mutate(admin, 'saveService', { sku: 'SEAT', name: 'Seat', prices });
    const at = (amount: string, validFrom: string) => anEntry({ sku: 'SEAT', amount, validFrom });
    const gold = await save('gold', [at('8.00', '2026-01-15')]);
    const silver = await save('silver', [at('9.00', '2026-01-15')]);
    const resellers = await Promise.all([gold.list.id, silver.list.id, null].map(resellerWith));
    const pricesFrom = (day: string) =>
      Promise.all(resellers.map((reseller) => priceFor(reseller, day, { sku: 'SEAT' })));
    expect(await pricesFrom('2026-02-01')).toEqual(['8.00', '9.00', '10.00']);

    world.now = new Date('2026-02-10T00:00:00Z');
    expect(await save('gold', [at('8.00', '2026-01-15'), at('7.00', '2026-03-01')])).toMatchObject({ userErrors: [] });
    expect(await pricesFrom('2026-02-28')).toEqual(['8.00', '9.00', '10.00']);
    expect(await pricesFrom('2026-03-01')).toEqual(['7.00', '9.00', '10.00']);
    const recorded = await world.sql(
      `SELECT s.unit_price AS price, s.price_source AS source, count(*)::int AS times
       FROM subscriptions s JOIN accounts a ON a.id = s.account_id
       WHERE a.tenant_reseller_id = ANY ($1) GROUP BY 1, 2 ORDER BY s.unit_price`,
      [[resellers[0]?.id, resellers[2]?.id]],
    );
    expect(recorded).toEqual([
      { price: '7.00', source: 'PRICE_LIST', times: 1 },
      { price: '8.00', source: 'PRICE_LIST', times: 2 },
      { price: '10.00', source: 'SERVICE', times: 3 },
    ]);
  });
});

describe('what a sync records', () => {
  test("costs the service's own price before the list is valid, and where the list says nothing of it", async () => {
    const { list } = await save(aCode(), [anEntry({ validFrom: '2026-02-01' })]);
    const reseller = await resellerWith(list.id);
    expect(await priceFor(reseller, '2026-01-31')).toBe('2.50');
    expect(await priceFor(reseller, '2026-02-01')).toBe('2.00');
    expect(await priceFor(reseller, '2026-02-01', { billingPeriod: 'ANNUAL' })).toBe('25.00');
    expect(await priceFor(reseller, '2026-02-01', { sku: 'BACKUP' })).toBe('9.99');
  });

  test('may cost what only the list has, and nothing is offered before its day', async () => {
    const quarterly = { billingPeriod: 'QUARTERLY' };
    const { list } = await save(aCode(), [anEntry({ ...quarterly, amount: '0', validFrom: '2026-02-01' })]);
    const reseller = await resellerWith(list.id);
    expect(await priceFor(reseller, '2026-02-01', quarterly)).toBe('0');
    expect(await priceFor(reseller, '2026-01-31', quarterly)).toBe('SERVICE_NOT_OFFERED');
    expect(await priceFor(alpha, '2026-02-01', quarterly)).toBe('SERVICE_NOT_OFFERED');
  });

  test('keeps its price whatever becomes of the list, and comes again unchanged', async () => {
    const code = aCode();
    const { list } = await save(code, [anEntry()]);
    const reseller = await resellerWith(list.id);
    const sent = [aCustomer('kept'), aPaidSubscription('s-1', { startDate: '2026-02-01' })] as const;
    expect(await record(world, reseller, ...sent)).toMatchObject({
      outcome: 'CREATED',
      subscription: { unitPrice: '2.00' },
    });
    await save(code, [anEntry({ amount: '1.00' })]);
    expect(await record(world, reseller, ...sent)).toMatchObject({
      outcome: 'UNCHANGED',
      subscription: { unitPrice: '2.00' },
    });
    await update(reseller, { priceListId: null });
    expect(await record(world, reseller, ...sent)).toMatchObject({
      outcome: 'UNCHANGED',
      subscription: { unitPrice: '2.00' },
    });
    expect(await priceFor(reseller, '2026-02-01')).toBe('2.50');
  });

  test('in another currency than the list has, costs what the service itself does', async () => {
    const { list } = await save(aCode(), [anEntry({ currency: 'USD', amount: '1.11' })]);
    expect(await priceFor(await resellerWith(list.id), '2026-02-01')).toBe('2.50');
  });
});

test("what the distributor sells itself is at the service's own price, on a reseller's own account too", async () => {
  const { list } = await save(aCode(), [anEntry()]);
  const reseller = await resellerWith(list.id);
  for (const accountId of [reseller.accountId, await anOwnAccount(world)]) {
    const sold = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
    const { subscription } = await world.mutate(
      admin,
      'createSubscription',
      { accountId, ...sold, startDate: '2026-02-01' },
      'subscription { unitPrice }',
    );
    expect(subscription).toEqual({ unitPrice: '2.50' });
    const { document } = await world.mutate(
      admin,
      'createOffer',
      { accountId, title: 'Offer', lines: [sold] },
      'document { lines { unitPrice } }',
    );
    expect(document.lines).toEqual([{ unitPrice: '2.50' }]);
  }
});

describe("a tenant reseller's price list", () => {
  test('is given, stays when it is left out, is changed, and is taken away by null', async () => {
    const [first, second] = [await save(aCode(), []), await save(aCode(), [])].map(({ list }) => list);
    const reseller = await resellerWith(null);
    const shown = async () =>
      (
        await world.ask(admin, 'query ($id: ID!) { tenantReseller(id: $id) { priceList { id code } } }', {
          id: reseller.id,
        })
      ).tenantReseller.priceList;
    expect(await shown()).toBeNull();
    expect(await update(reseller, { priceListId: first.id.toUpperCase() })).toMatchObject({
      tenantReseller: { priceList: { id: first.id, code: first.code } },
      userErrors: [],
    });
    expect(await update(reseller, { name: 'Renamed' })).toMatchObject({
      tenantReseller: { name: 'Renamed', priceList: { id: first.id } },
    });
    expect(await update(reseller, { priceListId: second.id })).toMatchObject({
      tenantReseller: { priceList: { id: second.id } },
    });
    expect(await update(reseller, { priceListId: null })).toMatchObject({ tenantReseller: { priceList: null } });
    expect(await shown()).toBeNull();
  });

  test.each([
    ['is not there', randomUUID(), 'NOT_FOUND'],
    ['is no UUID', 'gold', 'INVALID_INPUT'],
    ['is empty', '', 'INVALID_INPUT'],
  ])('is refused when it %s, and nothing is stored', async (_what, priceListId, code) => {
    const before = await everyRow(world);
    expect(await update(alpha, { name: 'Never', priceListId })).toMatchObject({
      tenantReseller: null,
      userErrors: [{ code, path: ['input', 'priceListId'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('leaves an entry in the audit when it changes, and none when it is the same', async () => {
    const { list } = await save(aCode(), []);
    const reseller = await resellerWith(null);
    const entries = () =>
      world.sql(
        `SELECT before, after FROM setup_audit WHERE record = 'tenant_resellers' AND operation = 'UPDATE'
         AND (after ->> 'id' = $1 OR before ->> 'id' = $1) AND after ? 'price_list_id'`,
        [reseller.id],
      );
    await update(reseller, { priceListId: list.id });
    expect(await entries()).toMatchObject([{ before: { price_list_id: null }, after: { price_list_id: list.id } }]);
    const before = await everyRow(world);
    await update(reseller, { priceListId: list.id });
    expect(await writtenSince(world, before)).toEqual([]);
  });
});
