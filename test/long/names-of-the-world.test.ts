import { aCustomer, admin, aPaidSubscription, type Setup, setUpResellers } from '../support/resellers';
import { namesOfTheWorld, WAYS, waysOfTyping } from '../support/ways-of-typing';
import { createWorld, type World } from '../support/world';

const NAMES = namesOfTheWorld();
/** Aliases of one request. */
const AT_ONCE = 25;

let world: World;
let setup: Setup;

/** The names by account. */
const accounts = new Map<string, string>();

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  for (let from = 0; from < NAMES.length; from += 250) {
    const items = NAMES.slice(from, from + 250).map(({ name, line1, postalCode, city, country }, index) => ({
      customer: aCustomer(`world-${from + index}`, {
        name,
        accountingNo: null,
        email: null,
        billingAddress: { line1, postalCode, city, country },
      }),
      paidSubscriptions: [aPaidSubscription()],
    }));
    const { syncCustomers } = await world.ask(
      setup.alpha.sync,
      `mutation ($input: SyncCustomersInput!) {
        syncCustomers(input: $input) { results { outcome warnings account { id } userErrors { message } } } }`,
      { input: { items } },
    );
    for (const [index, { outcome, warnings, account, userErrors }] of syncCustomers.results.entries()) {
      expect({ outcome, warnings, userErrors }).toEqual({ outcome: 'CREATED', warnings: [], userErrors: [] });
      accounts.set(account.id, NAMES[from + index]?.name ?? '');
    }
  }
}, 120_000);
afterAll(() => world.close());

test('names and addresses of the world are stored byte for byte', async () => {
  const stored = await world.sql<{ source: string; name: string; address: Record<string, string | null> }>(
    `SELECT source_account_id AS source, name, billing_address AS address FROM accounts WHERE source_account_id LIKE 'world-%'`,
  );
  expect(stored).toHaveLength(NAMES.length);
  for (const { source, name, address } of stored) {
    const sent = NAMES[Number(source.slice('world-'.length))];
    expect(name).toBe(sent?.name);
    const { line1, city, postalCode, country } = address;
    expect([line1, city, postalCode, country]).toEqual(
      [sent?.line1, sent?.city, sent?.postalCode, sent?.country].map((text) => text || null),
    );
  }
});

test('they are found in every way that people type', async () => {
  const asked = [...accounts].flatMap(([id, name]) => waysOfTyping(name).map((one) => ({ ...one, id })));
  const counts = new Map(Object.keys(WAYS).map((way) => [way, { found: 0, of: 0 }]));
  const missed: typeof asked = [];
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const some = asked.slice(from, from + AT_ONCE);
    const variables = some.map((_, index) => `$s${index}: String`).join(', ');
    const fields = some.map(
      (_, index) => `a${index}: accounts(first: 200, filter: { search: $s${index} }) { edges { node { id } } }`,
    );
    const found = await world.ask(
      admin,
      `query (${variables}) { ${fields.join(' ')} }`,
      Object.fromEntries(some.map(({ typed }, index) => [`s${index}`, typed])),
    );
    for (const [index, one] of some.entries()) {
      const count = counts.get(one.way);
      if (!count) throw new Error(`There is no way ${one.way}`);
      count.of += 1;
      if (found[`a${index}`].edges.some(({ node }: { node: { id: string } }) => node.id === one.id)) count.found += 1;
      else missed.push(one);
    }
  }
  for (const [way, { found, of }] of counts) console.info(`typed ${way}: ${found} of ${of} found`);
  expect(missed).toEqual([]);
}, 600_000);

test('in the order of names no sign, mark or case comes between those who are alike', async () => {
  const names: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { accounts: page } = await world.ask(
      admin,
      `query ($after: String) { accounts(first: 200, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    names.push(...page.edges.map(({ node }: { node: { name: string } }) => node.name));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  // Each beside the one that a reader looks for next.
  for (const [one, next] of [
    ['L’Occitane en Provence', "L'Oréal"],
    ['Müller & Söhne GmbH', 'Münchener Rück'],
  ]) {
    expect(names.indexOf(next ?? '') - names.indexOf(one ?? '')).toBeGreaterThan(0);
    expect(names.indexOf(next ?? '') - names.indexOf(one ?? '')).toBeLessThan(25);
  }
  expect(names).toHaveLength(new Set(names).size);
});
