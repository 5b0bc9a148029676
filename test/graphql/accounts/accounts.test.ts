import type { Caller } from '../../../src/domain/caller';
import { aCustomer, admin, copy, record, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
const ids = new Map<string, string>();

const CUSTOMERS: [string, string, Record<string, unknown>][] = [
  ['alpha', 'alfki', { name: 'Alfreds Futterkiste', accountingNo: 'A-9', email: 'maria@alfki.example' }],
  ['alpha', 'anatr', { name: 'Ana Trujillo Emparedados', accountingNo: 'ANATR', email: null }],
  ['alpha', 'bolid', { name: 'Bólido Comidas preparadas', accountingNo: 'B-7', status: 'SUSPENDED' }],
  ['beta', 'blonp', { name: 'blondesddsl père et fils', accountingNo: 'A-9', email: 'MARIA@alfki.example' }],
  ['beta', 'strasse', { name: 'Große Straße', accountingNo: null, email: null }],
];

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  for (const [reseller, source, changes] of CUSTOMERS) {
    ids.set(source, await copy(world, reseller === 'alpha' ? setup.alpha : setup.beta, aCustomer(source, changes)));
  }
});
afterAll(() => world.close());

const NAMES = 'edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

async function list(caller: Caller, args: Record<string, unknown>, selection = NAMES) {
  return (
    await world.ask(
      caller,
      `query ($filter: AccountFilter, $orderBy: AccountOrder! = { field: NAME, direction: ASC }, $first: Int! = 50, $after: String) {
        accounts(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ${selection} } }`,
      args,
    )
  ).accounts;
}

const names = async (caller: Caller, filter: Record<string, unknown> = {}) =>
  (await list(caller, { filter })).edges.map((edge: { node: { name: string } }) => edge.node.name);

const ALL = [
  'Alfreds Futterkiste',
  'Alpha',
  'Ana Trujillo Emparedados',
  'Beta',
  'blondesddsl père et fils',
  'Bólido Comidas preparadas',
  'Große Straße',
];

const MANAGED = ALL.filter((name) => !['Alpha', 'Beta'].includes(name));

describe('accounts', () => {
  test('are in the order of names, whatever their case and accents', async () => {
    expect(await names(admin)).toEqual(ALL);
  });

  test.each([
    ['by a prefix', 'alf', ['Alfreds Futterkiste', 'blondesddsl père et fils']],
    ['by an inner word', 'futter', ['Alfreds Futterkiste']],
    ['whatever the case', 'TRUJILLO', ['Ana Trujillo Emparedados']],
    ['without its accents', 'bolido', ['Bólido Comidas preparadas']],
    ['with accents that are not there', 'páre', []],
    ['with accents where the name has others', 'pérè', ['blondesddsl père et fils']],
    ['by a folded letter', 'strasse', ['Große Straße']],
    ['by accounting number', 'a-9', ['Alfreds Futterkiste', 'blondesddsl père et fils']],
    ['by e-mail', 'maria@alf', ['Alfreds Futterkiste', 'blondesddsl père et fils']],
    ['by several words in any order', 'kiste alfreds', []],
    ['by the beginnings of several words in any order', 'futt alf', ['Alfreds Futterkiste']],
    ["by what would be an operator of the database's", "a' | zz:* & !\\", []],
    ['with a comma after the last name', 'Trujillo, Ana', ['Ana Trujillo Emparedados']],
    ['in quotes', '"Alfreds Futterkiste"', ['Alfreds Futterkiste']],
    ['with a letter for a mark', 'Groesse', []],
    ['by nothing but signs', '&-!', []],
  ])('are found %s', async (_how, search, found) => {
    expect(await names(admin, { search })).toEqual(found);
  });

  test('are found by their new name after a refresh and an edit, and no longer by the old one', async () => {
    await record(
      world,
      setup.beta,
      aCustomer('strasse', { sourceVersion: '2', name: 'Kleine Gasse', email: 'k@g.example' }),
    );
    expect(await names(admin, { search: 'gasse' })).toEqual(['Kleine Gasse']);
    expect(await names(admin, { search: 'k@g' })).toEqual(['Kleine Gasse']);
    expect(await names(admin, { search: 'grosse' })).toEqual([]);
    await record(
      world,
      setup.beta,
      aCustomer('strasse', { sourceVersion: '3', name: 'Große Straße', accountingNo: null, email: null }),
    );
    await world.mutate(admin, 'updateAccount', { accountId: setup.alpha.accountId, email: 'office@alpha.example' });
    expect(await names(admin, { search: 'office' })).toEqual(['Alpha']);
  });

  test.each([
    ['managed', () => ({ managed: true }), MANAGED],
    ["the distributor's own", () => ({ managed: false }), ['Alpha', 'Beta']],
    ['of a reseller', () => ({ tenantResellerId: setup.beta.id }), ['blondesddsl père et fils', 'Große Straße']],
    ['below an account', () => ({ parentId: setup.beta.accountId }), ['blondesddsl père et fils', 'Große Straße']],
    ['billed to an account', () => ({ billToId: setup.alpha.accountId }), [ALL[0], ALL[2], ALL[5]]],
    ['suspended', () => ({ status: ['SUSPENDED'] }), ['Bólido Comidas preparadas']],
    ['of no status', () => ({ status: [] }), []],
    ['with a responsible user', () => ({ responsibleUserId: 'nobody' }), []],
    ['of an unknown reseller', () => ({ tenantResellerId: 'nope' }), []],
    ['of several resellers', () => ({ tenantResellerIds: [setup.beta.id, 'nope', setup.alpha.id] }), MANAGED],
    ['of one of several', () => ({ tenantResellerIds: [setup.beta.id.toUpperCase()] }), [ALL[4], ALL[6]]],
    ['of none of no resellers', () => ({ tenantResellerIds: [] }), []],
    ['of no resellers that are told', () => ({ tenantResellerIds: null, withoutResponsibleUser: null }), ALL],
    [
      'of a reseller that is one of several',
      () => ({ tenantResellerId: setup.beta.id, tenantResellerIds: [setup.alpha.id, setup.beta.id] }),
      [ALL[4], ALL[6]],
    ],
    [
      'of a reseller that is none of several',
      () => ({ tenantResellerId: setup.beta.id, tenantResellerIds: [setup.alpha.id] }),
      [],
    ],
    ['without a responsible user', () => ({ withoutResponsibleUser: true }), ['Alpha', 'Beta']],
    ['with any responsible user', () => ({ withoutResponsibleUser: false }), MANAGED],
    ['changed since the future', () => ({ updatedSince: '2100-01-01T00:00:00Z' }), []],
    ['changed since long ago', () => ({ updatedSince: '2020-01-01T00:00:00+02:00' }), ALL],
    [
      'of several filters at once',
      () => ({ managed: true, search: 'a-9', tenantResellerId: setup.alpha.id }),
      [ALL[0]],
    ],
  ])('are filtered: %s', async (_what, filter, expected) => {
    expect(await names(admin, filter())).toEqual(expected);
  });

  test('that are deleted are left out unless asked for', async () => {
    await copy(world, setup.alpha, aCustomer('gone', { name: 'Zz gone' }));
    await world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId: 'gone', sourceVersion: '2' });
    expect(await names(admin)).toEqual(ALL);
    expect(await names(admin, { status: ['DELETED'] })).toEqual(['Zz gone']);
  });

  test.each(['NAME', 'CREATED_AT', 'UPDATED_AT'])('by %s are the same backwards, page by page', async (field) => {
    const walk = async (direction: string) => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } =
          await list(admin, { orderBy: { field, direction }, first: 2, after });
        seen.push(...page.edges.map((edge) => edge.node.id));
        if (!page.pageInfo.hasNextPage) return seen;
        after = page.pageInfo.endCursor;
      }
    };
    const forwards = await walk('ASC');
    expect(forwards).toHaveLength(7);
    expect(await walk('DESC')).toEqual(forwards.toReversed());
  });

  test('are counted only when the count is asked for', async () => {
    world.takeStatements();
    await list(admin, {}, 'edges { node { name } }');
    expect(world.takeStatements().filter((sql) => /count\(/.test(sql))).toEqual([]);
    expect(await list(admin, { first: 1 }, 'totalCount edges { node { name } }')).toMatchObject({ totalCount: 7 });
    expect(world.takeStatements().filter((sql) => /count\(/.test(sql))).toHaveLength(1);
  });
});

describe('A29: whoever has no access to an account', () => {
  test('sees, counts and finds nothing of it', async () => {
    const nobody = aUser('nobody', 'others');
    expect(await list(nobody, {}, 'totalCount edges { node { id } }')).toEqual({ totalCount: 0, edges: [] });
    expect(await names(nobody, { search: 'alf' })).toEqual([]);
    expect(await names(aUser('carl', 'readers'), { search: 'alf' })).toHaveLength(2);
    expect(await names(aUser('anna'))).toHaveLength(5);
  });

  test('a hidden account costs the same statements as one that is not there', async () => {
    const statements = async (caller: Caller, filter: Record<string, unknown>) => {
      world.takeStatements();
      await names(caller, filter);
      return world.takeStatements();
    };
    const nobody = aUser('nobody');
    expect(await statements(nobody, { search: 'alfreds' })).toEqual(await statements(nobody, { search: 'zzzz' }));
  });
});

describe('a sync caller', () => {
  test("lists and counts its own reseller's customers only", async () => {
    expect(await list(setup.beta.sync, {}, 'totalCount edges { node { name revision } }')).toEqual({
      totalCount: 2,
      edges: [
        { node: { name: 'blondesddsl père et fils', revision: null } },
        { node: { name: 'Große Straße', revision: null } },
      ],
    });
    expect(await names(setup.beta.sync, { search: 'maria' })).toEqual(['blondesddsl père et fils']);
    expect(await names(setup.beta.sync, { tenantResellerId: setup.alpha.id })).toEqual([]);
  });

  test.each([
    [{ filter: { responsibleUserId: 'anna' } }, ['filter', 'responsibleUserId']],
    [{ filter: { customField: { code: 'x' } } }, ['filter', 'customField']],
    [{ orderBy: { field: 'UPDATED_AT', direction: 'ASC' } }, ['orderBy', 'field']],
  ])('cannot ask by what it does not see: %j', async (args, path) => {
    const { errors } = await world.run(
      setup.beta.sync,
      `query ($filter: AccountFilter, $orderBy: AccountOrder! = { field: NAME, direction: ASC }) {
        accounts(filter: $filter, orderBy: $orderBy) { edges { node { id } } } }`,
      args,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path } }]);
  });
});

describe('A14: the same e-mail and number at two resellers', () => {
  const drift = async (caller: Caller, source: string) =>
    (
      await world.ask(caller, 'query ($id: ID!) { account(id: $id) { managedByReseller { drift } } }', {
        id: ids.get(source),
      })
    ).account?.managedByReseller.drift;

  test('are two accounts, and whoever may READ both sees the possible duplicate in both', async () => {
    expect(ids.get('alfki')).not.toBe(ids.get('blonp'));
    for (const caller of [admin, aUser('carl', 'readers')]) {
      expect(await drift(caller, 'alfki')).toEqual(['POSSIBLE_DUPLICATE']);
      expect(await drift(caller, 'blonp')).toEqual(['POSSIBLE_DUPLICATE']);
      expect(await drift(caller, 'anatr')).toEqual([]);
    }
  });

  test('whoever may READ only one, and every sync caller, learns nothing of the other', async () => {
    const { permissionRule } = await world.mutate(
      admin,
      'savePermissionRule',
      { name: 'Only one', grants: [{ principal: 'USER', principalId: 'dora', access: 'READ' }] },
      'permissionRule { id }',
    );
    await world.mutate(admin, 'updateAccount', { accountId: ids.get('alfki'), permissionRuleId: permissionRule.id });
    expect(await drift(aUser('dora'), 'alfki')).toEqual([]);
    expect(await drift(setup.alpha.sync, 'alfki')).toEqual([]);
    expect(await drift(setup.beta.sync, 'blonp')).toEqual([]);
  });
});

describe('a cursor', () => {
  test('of another list or order, broken or forged, is refused and is no fault', async () => {
    const page = await list(admin, { first: 1 });
    const cursor: string = page.edges[0].cursor;
    const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    const broken: [string, Record<string, unknown>][] = [
      [cursor, { field: 'UPDATED_AT', direction: 'ASC' }],
      [cursor, { field: 'NAME', direction: 'DESC' }],
      ['', { field: 'NAME', direction: 'ASC' }],
      ['%%%', { field: 'NAME', direction: 'ASC' }],
      [forged(['account.NAME.ASC', 'x', 'no uuid']), { field: 'NAME', direction: 'ASC' }],
      [forged(['account.NAME.ASC', 'x\0', setup.alpha.id]), { field: 'NAME', direction: 'ASC' }],
      [forged(['account.UPDATED_AT.ASC', 'infinity', setup.alpha.id]), { field: 'UPDATED_AT', direction: 'ASC' }],
      [
        forged(['account.UPDATED_AT.ASC', '2026-02-31 00:00:00+00', setup.alpha.id]),
        { field: 'UPDATED_AT', direction: 'ASC' },
      ],
    ];
    for (const [after, orderBy] of broken) {
      const { errors } = await world.run(
        admin,
        'query ($orderBy: AccountOrder!, $after: String) { accounts(orderBy: $orderBy, after: $after) { edges { node { id } } } }',
        { orderBy, after },
      );
      expect([after, errors?.[0]?.extensions]).toMatchObject([after, { code: 'INVALID_INPUT', path: ['after'] }]);
    }
    expect(world.faults).toEqual([]);
    expect(await list(admin, { first: 50, after: cursor })).toMatchObject({ pageInfo: { hasPreviousPage: true } });
  });
});

describe("a tenant reseller's customers", () => {
  const CUSTOMER_PAGES = `query ($first: Int!) {
    tenantResellers(first: 50) { edges { node { name customers(first: $first) { totalCount edges { node { name } } pageInfo { hasNextPage } } } } } }`;

  test('are paged and counted for all resellers at once, with a constant number of statements', async () => {
    world.takeStatements();
    const { tenantResellers } = await world.ask(admin, CUSTOMER_PAGES, { first: 2 });
    const statements = world.takeStatements();
    expect(tenantResellers.edges.map((edge: { node: unknown }) => edge.node)).toEqual([
      {
        name: 'Alpha',
        customers: {
          totalCount: 3,
          edges: [{ node: { name: 'Alfreds Futterkiste' } }, { node: { name: 'Ana Trujillo Emparedados' } }],
          pageInfo: { hasNextPage: true },
        },
      },
      {
        name: 'Beta',
        customers: {
          totalCount: 2,
          edges: [{ node: { name: 'blondesddsl père et fils' } }, { node: { name: 'Große Straße' } }],
          pageInfo: { hasNextPage: false },
        },
      },
    ]);
    expect(statements).toHaveLength(3);
  });

  test('are hidden from whoever has no access, and shown to its own sync', async () => {
    const { tenantResellers } = await world.ask(aUser('nobody'), CUSTOMER_PAGES, { first: 2 });
    expect(tenantResellers.edges[0].node.customers).toMatchObject({ totalCount: 0, edges: [] });
    const own = await world.ask(setup.beta.sync, CUSTOMER_PAGES, { first: 2 });
    expect(own.tenantResellers.edges).toMatchObject([{ node: { name: 'Beta', customers: { totalCount: 2 } } }]);
  });
});
