import { randomUUID } from 'node:crypto';
import {
  aCustomer,
  admin,
  anOwnAccount,
  aPaidSubscription,
  aReseller,
  everyRow,
  record,
  setUpResellers,
  type TestReseller,
  writtenSince,
} from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
});
beforeEach(() => {
  world.now = new Date('2026-01-15T12:00:00Z');
});
afterAll(() => world.close());

const ENTRY = 'sku currency billingPeriod amount validFrom';
const LIST = `priceList { id code name prices(first: 200) { edges { node { ${ENTRY} } } } }`;

interface Entry {
  readonly sku: string;
  readonly currency: string;
  readonly billingPeriod: string;
  readonly amount: string;
  readonly validFrom: string;
}

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  sku: 'MAIL',
  currency: 'EUR',
  billingPeriod: 'MONTHLY',
  amount: '2.00',
  validFrom: '2026-01-15',
  ...changes,
});

let codes = 0;
const aCode = () => {
  codes += 1;
  return `list-${codes}`;
};

/** Saves a list and gives it with its entries, and the refusals. */
async function save(code: string, prices: readonly Entry[], more: Record<string, unknown> = {}) {
  const { priceList, userErrors } = await world.mutate(
    admin,
    'savePriceList',
    { code, name: `List ${code}`, prices, ...more },
    LIST,
  );
  return { list: priceList && { ...priceList, prices: nodesOf(priceList.prices) }, userErrors };
}

const nodesOf = (connection: { edges: { node: Entry }[] }) => connection.edges.map(({ node }) => node);

const update = (reseller: TestReseller, input: Record<string, unknown>) =>
  world.mutate(
    admin,
    'updateTenantReseller',
    { tenantResellerId: reseller.id, ...input },
    'tenantReseller { name priceList { id code } }',
  );

/** A reseller in euros with this list. */
async function resellerWith(priceListId: string | null): Promise<TestReseller> {
  const reseller = await aReseller(world, { name: `R ${randomUUID()}`, currency: 'EUR', separateInvoices: true });
  if (priceListId) await update(reseller, { priceListId });
  return reseller;
}

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
      `SELECT s.unit_price AS price, count(*)::int AS times FROM subscriptions s JOIN accounts a ON a.id = s.account_id
       WHERE a.tenant_reseller_id = $1 GROUP BY s.unit_price ORDER BY s.unit_price`,
      [resellers[0]?.id],
    );
    expect(recorded).toEqual([
      { price: '7.00', times: 1 },
      { price: '8.00', times: 2 },
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

describe('saving a price list', () => {
  test('adds it, and by its code replaces its name and what is valid from today on', async () => {
    const code = aCode();
    const added = await save(code, [anEntry(), anEntry({ validFrom: '2026-02-01', amount: '1.90' })]);
    expect(added).toEqual({
      list: {
        id: expect.any(String),
        code,
        name: `List ${code}`,
        prices: [anEntry(), anEntry({ validFrom: '2026-02-01', amount: '1.90' })],
      },
      userErrors: [],
    });
    const entries = [anEntry({ sku: 'BACKUP', amount: '999999999999.999999' }), anEntry({ amount: '0' })];
    expect(await save(code, entries, { name: 'Another' })).toEqual({
      list: { id: added.list.id, code, name: 'Another', prices: entries },
      userErrors: [],
    });
    expect(await save(code, [])).toMatchObject({ list: { id: added.list.id, prices: [] }, userErrors: [] });
    expect((await save(code.toUpperCase(), [])).list.id).not.toBe(added.list.id);
  });

  test('writes what changed, and the audit shows no more', async () => {
    const code = aCode();
    const [same, changed, gone] = [
      anEntry(),
      anEntry({ validFrom: '2026-02-01' }),
      anEntry({ sku: 'BACKUP', amount: '9.00' }),
    ] as const;
    await save(code, [same, changed, gone]);
    const whole = await everyRow(world);
    await save(code, [gone, same, changed]);
    expect(await writtenSince(world, whole)).toEqual([]);
    await save(code, [same, { ...changed, amount: '1.90' }]);
    const written = await writtenSince(world, whole);
    const audited = written.filter((line) => line.startsWith('+ setup_audit'));
    expect(audited).toHaveLength(3);
    expect(written.filter((line) => /^[-+] price_list/.test(line))).toHaveLength(3);
    expect(await save(code, [same, { ...changed, amount: '1.9' }])).toMatchObject({
      list: { prices: [same, { ...changed, amount: '1.9' }] },
    });
  });

  test('takes a past entry as it is; one that is added, changed or left out is refused with its place', async () => {
    const code = aCode();
    const [past, coming] = [anEntry(), anEntry({ validFrom: '2026-01-17' })];
    await save(code, [past, coming]);
    world.now = new Date('2026-01-16T00:00:00Z');
    const earlier = anEntry({ validFrom: '2026-01-14' });
    const before = await everyRow(world);
    expect(await save(code, [{ ...past, amount: '2.01' }, coming, earlier])).toMatchObject({
      list: null,
      userErrors: [
        { code: 'INVALID_INPUT', path: ['input', 'prices', '0'], retryable: false },
        { code: 'INVALID_INPUT', path: ['input', 'prices', '2'], retryable: false },
      ],
    });
    expect(await save(code, [coming])).toMatchObject({
      list: null,
      userErrors: [
        {
          code: 'INVALID_INPUT',
          path: ['input', 'prices'],
          message:
            'Prices must have that of "MAIL" billed MONTHLY in EUR from 2026-01-15: it was valid before today, 2026-01-16',
        },
      ],
    });
    expect(await save(aCode(), [earlier])).toMatchObject({
      list: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'prices', '0'] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    const changed = [past, { ...coming, amount: '3.00' }, anEntry({ validFrom: '2026-01-16', amount: '4.00' })];
    expect(await save(code, changed)).toMatchObject({ userErrors: [] });
    // 2 for 2.00 is the same price; what stands there stays.
    expect(await save(code, [{ ...past, amount: '2' }])).toMatchObject({ list: { prices: [past] }, userErrors: [] });
  });

  test("today's entry may change until the day is over, in UTC", async () => {
    const code = aCode();
    await save(code, [anEntry()]);
    world.now = new Date('2026-01-15T23:59:59Z');
    expect(await save(code, [anEntry({ amount: '5.00' })])).toMatchObject({ userErrors: [] });
    world.now = new Date('2026-01-16T00:00:00Z');
    expect(await save(code, [anEntry({ amount: '6.00' })])).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  test.each<[string, Record<string, unknown>, string[], string]>([
    ['a blank code', { code: ' ' }, ['code'], 'INVALID_INPUT'],
    ['a code of which nothing can be seen', { code: '\u200b' }, ['code'], 'INVALID_INPUT'],
    ['a code of 256 characters', { code: 'c'.repeat(256) }, ['code'], 'INVALID_INPUT'],
    ['a NUL in the code', { code: 'a\0b' }, ['code'], 'INVALID_INPUT'],
    ['a blank name', { name: '' }, ['name'], 'INVALID_INPUT'],
    ['a lone surrogate in the name', { name: '\ud800' }, ['name'], 'INVALID_INPUT'],
    [
      'an unknown sku',
      { prices: [anEntry(), anEntry({ sku: 'mail' })] },
      ['prices', '1', 'sku'],
      'SERVICE_NOT_OFFERED',
    ],
    ['a blank sku', { prices: [anEntry({ sku: '' })] }, ['prices', '0', 'sku'], 'INVALID_INPUT'],
    ['a negative price', { prices: [anEntry({ amount: '-0.01' })] }, ['prices', '0', 'amount'], 'INVALID_INPUT'],
    [
      'a price of 13 digits',
      { prices: [anEntry({ amount: '1000000000000' })] },
      ['prices', '0', 'amount'],
      'INVALID_INPUT',
    ],
    [
      'a price of 7 digits after the point',
      { prices: [anEntry({ amount: '0.0000001' })] },
      ['prices', '0', 'amount'],
      'INVALID_INPUT',
    ],
    ['an unknown currency', { prices: [anEntry({ currency: 'EUX' })] }, ['prices', '0', 'currency'], 'INVALID_INPUT'],
    [
      'a day that is none',
      { prices: [anEntry({ validFrom: '2026-02-30' })] },
      ['prices', '0', 'validFrom'],
      'INVALID_INPUT',
    ],
    ['two prices for one day', { prices: [anEntry(), anEntry({ amount: '3.00' })] }, ['prices'], 'INVALID_INPUT'],
  ])('with %s is refused with its path, and nothing is stored', async (_what, input, path, code) => {
    const before = await everyRow(world);
    expect(await save(aCode(), [anEntry()], input)).toMatchObject({
      list: null,
      userErrors: [{ code, path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('takes 10,000 prices, and no more', async () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        anEntry({ validFrom: new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10) }),
      );
    const code = aCode();
    expect(await save(code, days(10_001))).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'prices'] }],
    });
    expect(await save(code, days(10_000))).toMatchObject({ list: { prices: expect.any(Array) }, userErrors: [] });
    const statementsOf = async (prices: readonly Entry[]) => {
      world.takeStatements();
      await save(code, prices);
      return world.takeStatements().length;
    };
    expect(await statementsOf(days(1))).toBe(await statementsOf(days(9_999)));
    world.now = new Date('2099-01-01T00:00:00Z');
    // Each that is missing is an error, and an answer holds no more than its share of them.
    expect((await save(code, [])).userErrors.length).toBeLessThanOrEqual(101);
  });
});

describe('price lists are read', () => {
  const PAGE = `query ($sku: String, $first: Int! = 50, $after: String, $id: ID!) {
    tenantReseller(id: $id) { priceList { prices(sku: $sku, first: $first, after: $after) {
      edges { cursor node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } } } }`;
  const inOrder = [
    anEntry({ sku: 'BACKUP', currency: 'USD' }),
    anEntry({ sku: 'EUR-ONLY', billingPeriod: 'ANNUAL' }),
    anEntry({ sku: 'EUR-ONLY' }),
    anEntry({ billingPeriod: 'ANNUAL', validFrom: '2027-01-01' }),
    anEntry({ validFrom: '2026-02-01' }),
    anEntry({ validFrom: '2026-02-02' }),
    anEntry({ currency: 'USD', billingPeriod: 'ANNUAL' }),
  ];
  let reseller: TestReseller;
  beforeAll(async () => {
    world.now = new Date('2026-01-15T12:00:00Z');
    const { list } = await save(aCode(), [...inOrder].reverse());
    reseller = await resellerWith(list.id);
    await save(aCode(), [anEntry()]);
  });
  const page = async (variables: Record<string, unknown>) =>
    (await world.ask(admin, PAGE, { id: reseller.id, ...variables })).tenantReseller.priceList.prices;

  test.each([1, 2, 3, 7, 200])(
    'in the order of sku, currency, billing period and day, in pages of %i',
    async (first) => {
      const seen: Entry[] = [];
      for (let after: unknown = null; ; ) {
        const { edges, pageInfo } = await page({ first, after });
        seen.push(...edges.map(({ node }: { node: Entry }) => node));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toEqual(inOrder);
    },
  );

  test('of one sku alone when that is asked for', async () => {
    expect(nodesOf(await page({ sku: 'EUR-ONLY' }))).toEqual(inOrder.slice(1, 3));
    expect(nodesOf(await page({ sku: 'EUR-ONLY', first: 1 }))).toEqual(inOrder.slice(1, 2));
    for (const sku of ['eur-only', 'EUR', '', 'NONE']) expect(nodesOf(await page({ sku }))).toEqual([]);
    expect(nodesOf(await page({ sku: null }))).toEqual(inOrder);
  });

  test('with a size and a cursor of their own, else INVALID_INPUT; a NUL in the sku too', async () => {
    const refused = async (variables: Record<string, unknown>) =>
      (await world.run(admin, PAGE, { id: reseller.id, ...variables })).errors?.map(({ extensions }) => extensions);
    expect(await refused({ first: 201 })).toMatchObject([{ code: 'INVALID_INPUT', path: ['first'] }]);
    expect(await refused({ sku: 'a\0b' })).toMatchObject([{ code: 'INVALID_INPUT', path: ['sku'] }]);
    const lists = await world.ask(admin, '{ priceLists(first: 1) { pageInfo { endCursor } } }');
    expect(await refused({ after: lists.priceLists.pageInfo.endCursor })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['after'] },
    ]);
  });

  test('by everyone of the distributor, and by no sync', async () => {
    const query = `query ($id: ID!) { priceLists(first: 1) { edges { node { name } } }
      tenantReseller(id: $id) { priceList { code } } }`;
    for (const caller of [admin, aUser('nobody')]) {
      expect(await world.ask(caller, query, { id: reseller.id })).toEqual({
        priceLists: { edges: [expect.anything()] },
        tenantReseller: { priceList: { code: expect.any(String) } },
      });
    }
    expect(await world.ask(reseller.sync, query, { id: reseller.id })).toEqual({
      priceLists: null,
      tenantReseller: { priceList: null },
    });
  });

  test('of many resellers and lists in a constant number of statements', async () => {
    const statements = async (first: number) => {
      world.takeStatements();
      await world.ask(
        admin,
        `query ($first: Int!) {
          priceLists(first: $first) { edges { node { prices(first: 2) { edges { node { sku } } } } } }
          tenantResellers(first: $first) { edges { node { priceList { prices(first: 3) { edges { node { sku } } } } } } } }`,
        { first },
      );
      return world.takeStatements().length;
    };
    const { list } = await save(aCode(), [anEntry()]);
    // The first by name.
    const first = await aReseller(world, { name: '0', currency: 'EUR', separateInvoices: true });
    await update(first, { priceListId: list.id });
    const few = await statements(1);
    expect(few).toBeGreaterThan(2);
    expect(await statements(200)).toBe(few);
  });
});
