import { anna, editor, nobody, UNKNOWN } from '../../support/contacts';
import { aCustomer, admin, copy, type Setup, see, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

const ENTRY = 'id at actorKind actor tokenId mutation login account { id } record operation before after';
const AUDIT = `audit(first: 200) { edges { node { ${ENTRY} } } }`;

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

/** What the audit tells of an entry; a test reads what it is about. */
// biome-ignore lint/suspicious/noExplicitAny: as World.ask
type Entry = any;

describe('the audit is for administrators', () => {
  test('of an account: null for anyone else, and for one that is not here', async () => {
    const id = await copy(world, setup.alpha, aCustomer('read'));
    for (const caller of [anna, editor, setup.alpha.sync])
      expect(await see(world, caller, id, AUDIT)).toEqual({ audit: null });
    expect(await see(world, nobody, id, AUDIT)).toBeNull();
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { id ${AUDIT} } } }`;
    const r = [
      { __typename: 'Account', id: UNKNOWN },
      { __typename: 'Account', id },
    ];
    const { _entities } = await world.ask(admin, query, { r });
    expect(_entities).toMatchObject([
      { id: UNKNOWN, audit: null },
      { id, audit: { edges: expect.any(Array) } },
    ]);
    expect((await world.ask(anna, query, { r }))._entities).toEqual([
      { id: UNKNOWN, audit: null },
      { id, audit: null },
    ]);
  });

  test('as a whole: null for anyone else', async () => {
    const query = '{ auditEntries(first: 1) { edges { node { id } } } }';
    for (const caller of [anna, editor, nobody, setup.alpha.sync]) {
      expect(await world.ask(caller, query)).toEqual({ auditEntries: null });
    }
    expect((await world.ask(admin, query)).auditEntries.edges).toHaveLength(1);
  });
});

describe('an export', () => {
  const PAGE = `query ($since: DateTime, $until: DateTime, $first: Int!, $after: String) {
    auditEntries(since: $since, until: $until, first: $first, after: $after) {
      edges { node { ${ENTRY} } } pageInfo { hasNextPage endCursor } } }`;

  async function exported(range: object, first: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { auditEntries } = await world.ask(admin, PAGE, { ...range, first, after });
      entries.push(...auditEntries.edges.map(({ node }: { node: Entry }) => node));
      ({ endCursor: after, hasNextPage: more } = auditEntries.pageInfo);
    }
    return entries;
  }

  test('holds every entry once, in order, whatever the page, accounts and set-up together', async () => {
    const [counted] = await world.sql<{ all: number }>(
      'SELECT ((SELECT count(*) FROM account_audit) + (SELECT count(*) FROM setup_audit))::int AS all',
    );
    const whole = await exported({}, 200);
    expect(whole).toHaveLength(counted?.all ?? 0);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    expect(whole.map(({ at }) => at)).toEqual(whole.map(({ at }) => at).sort());
    expect(await exported({}, 7)).toEqual(whole);
    const reseller = whole.find(({ record, after }) => record === 'tenant_resellers' && after.name === 'Alpha');
    expect(reseller).toMatchObject({
      account: null,
      mutation: 'createTenantReseller',
      actor: 'root',
      operation: 'INSERT',
    });
    const middle = whole[Math.floor(whole.length / 2)].at;
    expect([...(await exported({ until: middle }, 50)), ...(await exported({ since: middle }, 50))]).toEqual(whole);
  });

  test.each([
    [{ since: 'yesterday' }, ['since']],
    [{ until: '2026-13-01T00:00:00Z' }, ['until']],
    [{ first: 201 }, ['first']],
    [{ after: 'none' }, ['after']],
  ])('refuses %j with its path', async (wrong, path) => {
    const { errors, data } = await world.run(admin, PAGE, { first: 1, ...wrong });
    expect(data).toEqual({ auditEntries: null });
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path } }]);
  });

  test('takes one statement a page', async () => {
    world.takeStatements();
    await world.ask(admin, PAGE, { first: 50 });
    const statements = world.takeStatements();
    expect(statements.filter((sql) => sql.includes('_audit'))).toHaveLength(1);
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});
