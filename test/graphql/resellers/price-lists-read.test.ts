import {
  aCode,
  anEntry,
  ENTRY,
  type Entry,
  FIRST_DAY,
  nodesOf,
  resellerWithList,
  savePriceList,
  updateReseller,
} from '../../support/price-lists';
import { admin, aReseller, setUpResellers, type TestReseller } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
});
beforeEach(() => {
  world.now = FIRST_DAY;
});
afterAll(() => world.close());

const save = (code: string, prices: readonly Entry[], more: Record<string, unknown> = {}) =>
  savePriceList(world, code, prices, more);
const update = (reseller: TestReseller, input: Record<string, unknown>) => updateReseller(world, reseller, input);
const resellerWith = (priceListId: string | null) => resellerWithList(world, priceListId);

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
    world.now = FIRST_DAY;
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
