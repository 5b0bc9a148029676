import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { execute, parse } from 'graphql';
import type { Caller } from '../../../src/domain/caller';
import { RequestContext } from '../../../src/graphql/request/context';
import type { Database } from '../../../src/persistence/engine/database';
import type { Statement } from '../../../src/persistence/engine/sql';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
let managed: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  managed = await copy(world, setup.alpha, aCustomer('m-1'));
});
afterAll(() => world.close());

const LISTS = ['contacts', 'relations', 'history', 'invoices', 'subscriptions', 'salesDocuments', 'audit'] as const;
const LISTED = LISTS.map((list) => `${list}(first: 5) { edges { cursor } }`).join(' ');

/** Runs a query and tells how many statements each wait for the database was for, and how many rows were found. */
async function waits(caller: Caller, query: string, variables: Record<string, unknown> = {}) {
  const rounds: string[][] = [];
  let sent: string[] = [];
  let over: Promise<void> | null = null;
  const wait = () => {
    over ??= setImmediate().then(async () => {
      await setImmediate();
      rounds.push(sent);
      sent = [];
      over = null;
    });
    return over;
  };
  const reader = world.database.reader(caller);
  const found: Promise<number>[] = [];
  const database = {
    reader: () => ({
      query: async <Row>(statement: Statement<Row>) => {
        sent.push(statement.text);
        await wait();
        const rows = reader.query(statement);
        found.push(rows.then(({ length }) => length));
        return rows;
      },
    }),
  } as unknown as Database;
  const resources = {
    database,
    accountPolicy: world.subgraph.accountPolicy,
    syncActivity: world.syncActivity,
    now: () => world.now,
    reportFault: () => undefined,
  };
  const answer = await execute({
    schema: world.subgraph.schema,
    document: parse(query),
    contextValue: new RequestContext(resources, caller, randomUUID()),
    variableValues: variables,
  });
  const rows = (await Promise.all(found)).reduce((sum, length) => sum + length, 0);
  return { found: rows, rounds: rounds.map(({ length }) => length), answer: JSON.parse(JSON.stringify(answer)) };
}

const account = (selection: string, id = managed) => `{ account(id: "${id}") { ${selection} } }`;

test('an account and all that lies below it are read at once', async () => {
  const { rounds, answer } = await waits(admin, account(`id email customFields { value } ${LISTED}`));
  expect(rounds).toEqual([1 + LISTS.length + 1]);
  expect(answer.data.account).toMatchObject({ id: managed, subscriptions: { edges: [expect.anything()] } });
});

test('what is not asked for, or left out, is not read', async () => {
  const query = `query ($no: Boolean!) { account(id: "${managed}") { id
    history @include(if: $no) { edges { cursor } } ... @skip(if: true) { contacts { edges { cursor } } } ...F } }
    fragment F on Account { subscriptions(first: 1) { edges { cursor } } }`;
  expect((await waits(admin, query, { no: false })).rounds).toEqual([2]);
  expect((await waits(admin, query, { no: true })).rounds).toEqual([3]);
});

test('nothing is read ahead beside another root field: together they might be too much', async () => {
  const two = `{ a: account(id: "${managed}") { ${LISTED} } b: account(id: "${managed}") { id } }`;
  expect((await waits(admin, two)).rounds).toEqual([1, LISTS.length]);
  const spread = `{ ...R } fragment R on Query { a: account(id: "${managed}") { ${LISTED} } }`;
  expect((await waits(admin, spread)).rounds).toEqual([1, LISTS.length]);
});

test('a page that no list takes is refused as ever, and keeps nothing else from being read', async () => {
  for (const [page, refusal] of [
    ['first: 201', 'Page size must be from 0 to 200'],
    ['after: "x"', 'cursor'],
  ] as const) {
    const { rounds, answer } = await waits(
      admin,
      account(`id history(${page}) { edges { cursor } } contacts { edges { cursor } }`),
    );
    expect(rounds).toEqual([2]);
    expect(answer.data.account).toEqual({ id: managed, history: null, contacts: { edges: [] } });
    expect(answer.errors).toMatchObject([{ path: ['account', 'history'] }]);
    expect(answer.errors[0].message).toContain(refusal);
  }
});

test('a sync reads no list ahead that it is not shown', async () => {
  const { rounds, answer } = await waits(setup.alpha.sync, account(`id customFields { value } ${LISTED}`));
  expect(rounds).toEqual([2]);
  expect(answer.data.account).toMatchObject({ history: null, subscriptions: { edges: [expect.anything()] } });
});

test('of a hidden account nothing leaves the database, and it costs what an unknown one costs', async () => {
  const stranger = aUser('nobody');
  const hidden = await waits(stranger, account(LISTED));
  const unknown = await waits(stranger, account(LISTED, randomUUID()));
  expect(hidden).toEqual(unknown);
  // The audit is an administrator's to read.
  expect(hidden).toEqual({ rounds: [1 + LISTS.length - 1], answer: { data: { account: null } }, found: 0 });
  expect((await waits(admin, account(LISTED))).found).toBeGreaterThan(2);
});

test('an id that is none of ours reads nothing', async () => {
  expect(await waits(admin, account(LISTED, 'x'))).toEqual({
    found: 0,
    rounds: [],
    answer: { data: { account: null } },
  });
});

describe('how many there are in all of a list', () => {
  const list = (selection: string) => `{ accounts(first: 2) { edges { node { id } } ${selection} } }`;

  test('is counted while the page is read, when it is asked', async () => {
    for (const asked of ['totalCount', 'n: totalCountIsCapped', '... { totalCount totalCountIsCapped }']) {
      expect([asked, (await waits(admin, list(asked))).rounds]).toEqual([asked, [2]]);
    }
    expect((await waits(admin, list('totalCount @skip(if: true)'))).rounds).toEqual([1]);
    expect((await waits(admin, list(''))).rounds).toEqual([1]);
  });

  test('what the caller sees is looked at once for both', async () => {
    expect((await waits(aUser('anna'), list('totalCount'))).rounds).toEqual([1, 2]);
    const customers = `{ tenantReseller(id: "${setup.alpha.id}") { customers(first: 2) { totalCount edges { cursor } } } }`;
    expect((await waits(aUser('anna'), customers)).rounds).toEqual([1, 1, 2]);
  });

  test('is not counted beside a page that is refused', async () => {
    const { rounds, answer } = await waits(admin, '{ accounts(first: 201) { totalCount } }');
    expect(rounds).toEqual([]);
    expect(answer.errors).toHaveLength(1);
  });
});
