import { admin, aReseller, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
  for (const name of ['Omega', 'delta', 'Élan', 'Omega']) {
    await aReseller(world, { name, currency: 'EUR', separateInvoices: true, live: false });
  }
  for (let index = 0; index < 203; index += 1) {
    await world.mutate(admin, 'saveService', { sku: `S-${index}`, name: `Service ${index}`, prices: [] });
  }
  for (const code of ['gold', 'Gold', 'Élite', 'silver', '1', 'ä']) {
    await world.mutate(admin, 'savePriceList', { code, name: 'A list', prices: [] });
  }
});
afterAll(() => world.close());

const LISTS: [list: string, key: string, count: number][] = [
  ['tenantResellers', 'name', 6],
  ['offeredServices', 'sku', 206],
  ['priceLists', 'code', 6],
];

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Record<string, string> }[];
  readonly pageInfo: Record<string, unknown>;
}

async function page(list: string, key: string, variables: Record<string, unknown> = {}): Promise<Page> {
  return (await world.ask(admin, queryOf(list, key), variables))[list];
}

const queryOf = (list: string, key: string) => `query ($first: Int! = 50, $after: String) {
  ${list}(first: $first, after: $after) {
    edges { cursor node { id ${key} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

/** What stands in a cursor, written anew. */
const forged = (change: (parts: unknown[]) => unknown, cursor: string) =>
  Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(cursor, 'base64url').toString())))).toString('base64url');

describe.each(LISTS)('%s', (list, key, count) => {
  test.each([1, 2, 5, 200])('come each once and in order in pages of %i', async (first) => {
    const seen: Record<string, string>[] = [];
    let after: unknown = null;
    for (;;) {
      const { edges, pageInfo } = await page(list, key, { first, after });
      seen.push(...edges.map(({ node }) => node));
      expect(pageInfo).toEqual({
        hasNextPage: seen.length < count,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
    const keys = seen.map((node) => node[key] ?? '');
    expect(keys).toEqual([...keys].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
  });

  test('are 50 a page unless asked otherwise', async () => {
    expect((await page(list, key)).edges).toHaveLength(Math.min(count, 50));
  });

  test('may be asked for none: then there is still a next page', async () => {
    expect(await page(list, key, { first: 0 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([201, -1, 2_147_483_647])('refuse %i at once; 200 is taken', async (first) => {
    const { data, errors } = await world.run(admin, queryOf(list, key), { first });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
    expect(data).toEqual({ [list]: null });
    expect((await page(list, key, { first: 200 })).edges).toHaveLength(Math.min(count, 200));
  });

  test('say where in the answer a refusal belongs', async () => {
    const { errors } = await world.run(
      admin,
      `{ ok: ${list} { edges { cursor } } bad: ${list}(first: 201) { edges { cursor } } }`,
    );
    expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
  });

  test('end after the last one', async () => {
    const { pageInfo } = await page(list, key, { first: 200 });
    const last = pageInfo.hasNextPage
      ? (await page(list, key, { first: 200, after: pageInfo.endCursor })).pageInfo
      : pageInfo;
    expect(await page(list, key, { after: last.endCursor })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test.each<[string, (own: string, foreign: string) => string]>([
    ['of another list', (_own, foreign) => foreign],
    ['that is empty', () => ''],
    ['that is no base64', () => '***'],
    ['that is cut off', (own) => own.slice(0, -8)],
    ['that holds no list', () => Buffer.from('{"a":1}').toString('base64url')],
    ['that holds too little', (own) => forged((parts) => parts.slice(0, 2), own)],
    ['that holds too much', (own) => forged((parts) => [...parts, 'more'], own)],
    ['that holds a number', (own) => forged((parts) => [parts[0], 5, parts[2]], own)],
    ['that holds null', (own) => forged((parts) => [parts[0], null, parts[2]], own)],
    ['that holds no id', (own) => forged((parts) => [parts[0], parts[1], 'x'], own)],
    ['that holds a NUL', (own) => forged((parts) => [parts[0], 'a\0b', parts[2]], own)],
    ['that holds a lone surrogate', (own) => forged((parts) => [parts[0], '\ud800', parts[2]], own)],
    ['that is 100 kB', () => 'A'.repeat(100_000)],
  ])('refuse a cursor %s as INVALID_INPUT, which is no fault', async (_what, make) => {
    const [other] = LISTS.filter(([name]) => name !== list);
    const { endCursor: own } = (await page(list, key, { first: 1 })).pageInfo;
    const { endCursor: foreign } = (await page(other?.[0] ?? '', other?.[1] ?? '', { first: 1 })).pageInfo;
    const { data, errors } = await world.run(admin, queryOf(list, key), {
      after: make(String(own), String(foreign)),
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }]);
    expect(data).toEqual({ [list]: null });
    expect(world.faults.splice(0)).toEqual([]);
  });
});

describe('offeredServices(search)', () => {
  const QUERY = `query ($search: String, $first: Int! = 50, $after: String) {
    offeredServices(search: $search, first: $first, after: $after) { edges { cursor node { sku } } pageInfo { hasNextPage } } }`;
  const found = async (search: string | null) =>
    (await world.ask(admin, QUERY, { search })).offeredServices.edges.map(
      ({ node }: { node: { sku: string } }) => node.sku,
    );

  test.each([
    ['the beginning of a sku', 'EUR-O', ['EUR-ONLY']],
    ['the beginning of a name, whatever its case', 'mailB', ['MAIL']],
    ['two words that both stand there', 'euro only', ['EUR-ONLY']],
    ['two words of which one stands elsewhere', 'euro mailbox', []],
    ['a name with a comma and quotes', '"Only, Euro"', ['EUR-ONLY']],
    ['a sku without its hyphen', 'euronly', ['EUR-ONLY']],
    ['a sku with a dash for its hyphen', 'EUR–ONLY', ['EUR-ONLY']],
    ['a sku with zero-width signs', 'EUR\u200b-ON\u00adLY', ['EUR-ONLY']],
    ['nothing but signs', '&-!', []],
    ['what is in none', 'nothing of the kind', []],
    ['what a pattern would match', 'M_IL', []],
    ['what a text search would take for a command', "mail' | !backup:*", []],
  ])('finds by %s', async (_what, search, skus) => {
    expect(await found(search)).toEqual(skus);
    expect(world.faults).toEqual([]);
  });

  test.each([null, ''])('is no condition when it is %j', async (search) => {
    expect(await found(search)).toHaveLength(50);
  });

  test('is kept over the pages', async () => {
    const first = (await world.ask(admin, QUERY, { search: 'service 20', first: 2 })).offeredServices;
    expect(first.edges.map(({ node }: { node: unknown }) => node)).toEqual([{ sku: 'S-20' }, { sku: 'S-200' }]);
    const after = first.edges[1].cursor;
    expect((await world.ask(admin, QUERY, { search: 'service 20', first: 2, after })).offeredServices).toMatchObject({
      edges: [{ node: { sku: 'S-201' } }, { node: { sku: 'S-202' } }],
      pageInfo: { hasNextPage: false },
    });
  });

  test.each([
    ['a NUL', 'a\0b'],
    ['a lone surrogate', '\ud800'],
    ['1 MB', 'x'.repeat(1_000_000)],
  ])('with %s is refused as INVALID_INPUT, which is no fault', async (_what, search) => {
    const { data, errors } = await world.run(admin, QUERY, { search });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['search'] } }]);
    expect(data).toEqual({ offeredServices: null });
    expect(world.faults.splice(0)).toEqual([]);
  });
});
