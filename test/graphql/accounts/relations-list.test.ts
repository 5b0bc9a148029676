import { anna } from '../../support/contacts';
import { anOwnAccount, see } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const anAccount = () => anOwnAccount(world, { responsible_user_id: 'anna' });

async function relate(accountId: string, kind: string, targetId: string): Promise<string> {
  const input = { accountId, kind, targetId };
  const { relation, userErrors } = await world.mutate(anna, 'relateAccount', input, 'relation { id }');
  expect(userErrors).toEqual([]);
  return relation.id;
}

const PAGE = `query ($id: ID!, $kind: RelationKind, $first: Int!, $after: String) { account(id: $id) {
  relations(kind: $kind, first: $first, after: $after) {
    edges { cursor node { kind targetId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

/** Every page of two, as the ids that they link. */
async function walk(id: string, kind?: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | null = null; ; ) {
    const { account } = await world.ask(anna, PAGE, { id, kind, first: 2, after });
    const page: {
      edges: { node: { targetId: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
    } = account.relations;
    expect(page.pageInfo.hasPreviousPage).toBe(pages.length > 0);
    pages.push(page.edges.map(({ node }) => node.targetId));
    if (!page.pageInfo.hasNextPage) return pages;
    after = page.pageInfo.endCursor;
  }
}

describe('the list of relations', () => {
  test('is in the order of making, whole or of one kind, page by page', async () => {
    const id = await anAccount();
    for (const [kind, targetId] of [
      ['TASK', 'z'],
      ['EMAIL', 'y'],
      ['TASK', 'x'],
      ['CASE', 'w'],
      ['TASK', 'v'],
    ] as const) {
      await relate(id, kind, targetId);
    }
    expect(await walk(id)).toEqual([['z', 'y'], ['x', 'w'], ['v']]);
    expect(await walk(id, 'TASK')).toEqual([['z', 'x'], ['v']]);
    expect(await walk(id, 'EMAIL')).toEqual([['y']]);
    expect(await walk(id, 'EVENT')).toEqual([[]]);
  });

  test('keeps the place of a relation that is related again', async () => {
    const id = await anAccount();
    for (const targetId of ['a', 'b', 'c']) await relate(id, 'TASK', targetId);
    await relate(id, 'TASK', 'a');
    expect(await walk(id)).toEqual([['a', 'b'], ['c']]);
  });

  test('refuses a page of more than 200 and a cursor of another list', async () => {
    const id = await anAccount();
    await relate(id, 'TASK', 't-1');
    const { history } = await see(world, anna, id, 'history(first: 1) { pageInfo { endCursor } }');
    for (const [first, after, path] of [
      [201, null, 'first'],
      [-1, null, 'first'],
      [1, history.pageInfo.endCursor, 'after'],
      [1, 'nonsense', 'after'],
    ]) {
      const { errors } = await world.run(anna, PAGE, { id, first, after });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT', path: [path] } }]);
    }
    expect((await world.ask(anna, PAGE, { id, first: 200 })).account.relations.edges).toHaveLength(1);
  });

  test('of 200 accounts costs one statement a kind asked for, each with its own relations', async () => {
    for (let count = 0; count < 200; count += 1) await anOwnAccount(world, { responsible_user_id: 'many' });
    await world.sql(`INSERT INTO account_relations (account_id, id, kind, target_id)
      SELECT a.id, gen_random_uuid(), kind, a.id FROM accounts a, unnest('{TASK,TASK,TASK,CASE}'::text[]) AS kind
      WHERE a.responsible_user_id = 'many'`);
    world.takeStatements();
    const TARGETS = 'edges { node { kind targetId } }';
    const { accounts } = await world.ask(
      aUser('many'),
      `{ accounts(first: 200) { edges { node { id
        tasks: relations(kind: TASK, first: 2) { ${TARGETS} } cases: relations(kind: CASE, first: 2) { ${TARGETS} } } } } }`,
    );
    expect(world.takeStatements().filter((sql) => sql.includes('account_relations'))).toHaveLength(2);
    expect(accounts.edges).toHaveLength(200);
    for (const { node } of accounts.edges) {
      const own = (kind: string) => ({ node: { kind, targetId: node.id } });
      expect(node.tasks.edges).toEqual([own('TASK'), own('TASK')]);
      expect(node.cases.edges).toEqual([own('CASE')]);
    }
  });
});

test('however many relations an account has, relating and unrelating it costs the same statements', async () => {
  const id = await anAccount();
  const round = async () => {
    world.takeStatements();
    const relationId = await relate(id, 'DOCUMENT', 'd-1');
    await relate(id, 'DOCUMENT', 'd-1');
    await world.mutate(anna, 'unrelateAccount', { accountId: id, relationId });
    return world.takeStatements();
  };
  const first = await round();
  for (let count = 0; count < 20; count += 1) await relate(id, 'TASK', `t-${count}`);
  expect(await round()).toEqual(first);
});
