import { aCustomer, admin, anOwnAccount, copy, record, type Setup, see, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly text: string;
  readonly actor: string;
}
interface History {
  readonly edges: readonly { readonly cursor: string; readonly node: Entry }[];
  readonly pageInfo: Record<string, unknown>;
}

const SELECTION = `edges { cursor node { id at kind text actor } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const QUERY = `query ($id: ID!, $first: Int! = 50, $after: String) {
  account(id: $id) { history(first: $first, after: $after) { ${SELECTION} } } }`;

async function history(id: string, page: Record<string, unknown> = {}): Promise<History> {
  return (await world.ask(admin, QUERY, { id, ...page })).account.history;
}

/** An own account with so many lines, all of one instant. */
async function anAccountWithLines(count: number): Promise<string> {
  const id = await anOwnAccount(world);
  await world.sql(
    `INSERT INTO account_history (account_id, at, kind, text, actor)
     SELECT $1, '2026-03-01 12:00:00.123456+00', 'EDITED', 'Line ' || line, 'anna' FROM generate_series(1, $2::int) line`,
    [id, count],
  );
  return id;
}

describe('the history of a copied account', () => {
  test('has a line for each event, newest first, with who did it', async () => {
    const id = await copy(world, setup.alpha, aCustomer('events'));
    await record(world, setup.alpha, aCustomer('events', { sourceVersion: '2', name: 'Two', status: 'SUSPENDED' }));
    await world.mutate(aUser('anna'), 'updateAccount', { accountId: id, separateInvoices: false });
    await record(world, setup.alpha, aCustomer('events', { sourceVersion: '3', name: 'Two' }));
    const { edges } = await history(id);
    expect(edges.map(({ node: { kind, actor } }) => [kind, actor])).toEqual([
      ['STATUS_CHANGED', 'Alpha Tenant Reseller'],
      ['EDITED', 'anna'],
      ['STATUS_CHANGED', 'Alpha Tenant Reseller'],
      ['REFRESHED', 'Alpha Tenant Reseller'],
      ['SOLD', 'Alpha Tenant Reseller'],
      ['COPIED', 'Alpha Tenant Reseller'],
    ]);
    expect(edges[0]?.node.text).toBe("Account's Status Changed to Active due to changes on Alpha");
    const times = edges.map(({ node }) => node.at);
    expect(times).toEqual([...times].sort().reverse());
    for (const at of times) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('has none for what is unchanged, stale or refused', async () => {
    const id = await copy(world, setup.alpha, aCustomer('silent', { sourceVersion: '5' }));
    const before = await history(id);
    await record(world, setup.alpha, aCustomer('silent', { sourceVersion: '5' }));
    await record(world, setup.alpha, aCustomer('silent', { sourceVersion: '6' }));
    await record(world, setup.alpha, aCustomer('silent', { sourceVersion: '4', name: 'Old' }));
    await record(world, setup.alpha, aCustomer('silent', { sourceVersion: '6', name: 'Conflict' }));
    await world.mutate(admin, 'updateAccount', { accountId: id, name: 'Locked' });
    await world.mutate(admin, 'suspendAccount', { accountId: id });
    expect(await history(id)).toEqual(before);
  });

  test('is of its own account only', async () => {
    const [one, other] = [await anAccountWithLines(2), await anAccountWithLines(3)];
    expect((await history(one)).edges).toHaveLength(2);
    expect((await history(other)).edges).toHaveLength(3);
  });
});

describe('pages of a history', () => {
  test.each([1, 2, 3, 7])('show each of 7 lines of one instant once, in pages of %i', async (first) => {
    const id = await anAccountWithLines(7);
    const whole = (await history(id)).edges.map(({ node }) => node);
    const seen: Entry[] = [];
    let after: unknown = null;
    for (;;) {
      const { edges, pageInfo } = await history(id, { first, after });
      seen.push(...edges.map(({ node }) => node));
      expect(pageInfo).toEqual({
        hasNextPage: seen.length < 7,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
  });

  test('go on where they were when a line is added meanwhile', async () => {
    const id = await anAccountWithLines(4);
    const { edges, pageInfo } = await history(id, { first: 2 });
    await world.mutate(admin, 'updateAccount', { accountId: id, email: 'new@own.example' });
    const rest = await history(id, { after: pageInfo.endCursor });
    expect(rest.edges).toHaveLength(2);
    expect([...edges, ...rest.edges].some(({ node }) => node.text.includes('E-mail'))).toBe(false);
    expect((await history(id)).edges[0]?.node).toMatchObject({ kind: 'EDITED', actor: 'root' });
  });

  test('are 50 lines long unless asked otherwise, up to 200', async () => {
    const id = await anAccountWithLines(201);
    expect((await history(id)).edges).toHaveLength(50);
    expect((await history(id, { first: 200 })).pageInfo.hasNextPage).toBe(true);
    expect(await history(id, { first: 0 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    for (const first of [201, -1]) {
      const { data, errors } = await world.run(admin, QUERY, { id, first });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['first'] } }]);
      expect(data).toEqual({ account: { history: null } });
    }
  });

  test('of an account without lines is empty, and has no next one', async () => {
    expect(await history(await anOwnAccount(world))).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([
    ['of a day that is none', '2026-02-30 00:00:00+00'],
    ['of an hour that is none', '2026-02-28 24:00:01+00'],
    ['of a minute that is none', '2026-02-28 00:60:00+00'],
    ['of a zone that is none', '2026-02-28 00:00:00+99'],
    ['of the year 0', '0000-01-01 00:00:00+00'],
    ['of infinity', 'infinity'],
    ['of now', 'now'],
    ['of another style', '2026-02-28T00:00:00Z'],
    ['of nothing', ''],
    ['of a NUL', '2026-02-28 00:00:00+00\0'],
  ])('refuse a cursor %s as INVALID_INPUT, which is no fault', async (_what, at) => {
    const id = await anAccountWithLines(1);
    const [{ cursor } = { cursor: '' }] = (await history(id)).edges;
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const forged = (instant: string) =>
      Buffer.from(JSON.stringify([parts[0], instant, parts[2]])).toString('base64url');
    const { data, errors } = await world.run(admin, QUERY, { id, after: forged(at) });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }]);
    expect(data).toEqual({ account: { history: null } });
    expect(world.faults).toEqual([]);
    expect((await history(id, { after: forged('2027-01-01 00:00:00+00') })).edges).toHaveLength(1);
  });

  test('refuse a cursor of the subscriptions, and leave the rest of the answer whole', async () => {
    const id = await copy(world, setup.alpha, aCustomer('foreign'));
    const { subscriptions } = await see(world, admin, id, 'subscriptions { edges { cursor } }');
    const after = subscriptions.edges[0].cursor;
    const { data, errors } = await world.run(
      admin,
      `query ($id: ID!, $after: String) { account(id: $id) {
        name history(after: $after) { edges { cursor } } whole: history { edges { node { kind } } } } }`,
      { id, after },
    );
    expect(data.account).toMatchObject({
      name: 'Customer foreign',
      history: null,
      whole: { edges: [{ node: { kind: 'SOLD' } }, { node: { kind: 'COPIED' } }] },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: ['after'] } }]);
  });
});
