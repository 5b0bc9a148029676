import { aCustomer, admin, aPaidSubscription, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld({ lockTimeoutMs: 1_000 });
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

const RESULTS = `results {
  sourceAccountId outcome warnings account { id name } subscriptions { sourceSubscriptionId }
  userErrors { code path retryable }
}`;

const sync = (items: unknown[], reseller = setup.alpha) =>
  world.mutate(reseller.sync, 'syncCustomers', { items }, RESULTS);

const bought = (sourceAccountId: string, changes = {}) => ({
  customer: aCustomer(sourceAccountId, changes),
  paidSubscriptions: [aPaidSubscription(`s-of-${sourceAccountId}`)],
});

describe('A27: 50 items, #7 with a blank name, #9 stale', () => {
  test('48 are applied, one is rejected with its path, one is stale, in order', async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `a27-${index}`);
    await sync(ids.map((id) => bought(id, { sourceVersion: '5' })));

    const { results, userErrors } = await sync(
      ids.map((id, index) => ({
        customer: aCustomer(id, {
          sourceVersion: index === 9 ? '4' : '6',
          name: index === 7 ? '   ' : `Renamed ${id}`,
        }),
      })),
    );
    expect(userErrors).toEqual([]);
    expect(results.map((result: { sourceAccountId: string }) => result.sourceAccountId)).toEqual(ids);
    expect(results.map((result: { outcome: string }) => result.outcome)).toEqual(
      ids.map((_, index) => (index === 7 ? 'REJECTED' : index === 9 ? 'STALE' : 'APPLIED')),
    );
    expect(results[7]).toMatchObject({
      account: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'items', '7', 'customer', 'name'], retryable: false }],
    });
    expect(results[8].account.name).toBe('Renamed a27-8');
    expect(results[9].account.name).toBe('Customer a27-9');
  });
});

test('501 items are refused whole, 500 are taken', async () => {
  const items = Array.from({ length: 501 }, (_, index) => bought(`many-${index}`));
  expect(await sync(items)).toMatchObject({
    results: [],
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'items'], retryable: false }],
  });
  const { results } = await sync(items.slice(0, 500));
  expect(results.filter((result: { outcome: string }) => result.outcome === 'CREATED')).toHaveLength(500);
});

test('a call costs the same number of statements for 1, 10 and 200 items', async () => {
  const counts = [];
  for (const size of [1, 10, 200]) {
    const items = Array.from({ length: size }, (_, index) => bought(`count-${size}-${index}`));
    world.takeStatements();
    await sync(items);
    const created = world.takeStatements().length;
    await sync(items.map((item) => ({ ...item, customer: { ...item.customer, sourceVersion: '2', name: 'New' } })));
    const changed = world.takeStatements().length;
    await sync(items);
    counts.push([created, changed, world.takeStatements().length]);
  }
  expect(counts[1]).toEqual(counts[0]);
  expect(counts[2]).toEqual(counts[0]);
  console.info(`statements a call: new ${counts[0]?.[0]}, changed ${counts[0]?.[1]}, stale ${counts[0]?.[2]}`);
});

test('the same customer twice in one call is taken in its order', async () => {
  const { results } = await sync([
    bought('twice'),
    { customer: aCustomer('twice', { sourceVersion: '3', name: 'Third' }) },
    { customer: aCustomer('twice', { sourceVersion: '2', name: 'Second' }) },
    bought('neighbour'),
  ]);
  expect(results.map((result: { outcome: string }) => result.outcome)).toEqual([
    'CREATED',
    'APPLIED',
    'STALE',
    'CREATED',
  ]);
  expect(results[0].account).toEqual(results[2].account);
  expect(results[1].account.name).toBe('Third');
});

describe('a poison item never touches its neighbours', () => {
  const MASTER: [string, Record<string, unknown>, string[]][] = [
    ['a blank name', { name: ' \t' }, ['customer', 'name']],
    ['a NUL', { email: 'a\0b' }, ['customer', 'email']],
    ['a lone surrogate', { name: 'x\ud800' }, ['customer', 'name']],
    ['half a megabyte of name', { name: 'n'.repeat(512 * 1024) }, ['customer', 'name']],
    ['a name of nothing to be seen', { name: '\u200b\u3164' }, ['customer', 'name']],
    ['a negative version', { sourceVersion: '-1' }, ['customer', 'sourceVersion']],
  ];
  test.each(MASTER)('%s', async (what, changes, path) => {
    const name = `poison ${what}`;
    const { results } = await sync([bought(`${name} 1`), bought(name, changes), bought(`${name} 2`)]);
    expect(results.map((result: { outcome: string }) => result.outcome)).toEqual(['CREATED', 'REJECTED', 'CREATED']);
    expect(results[1].userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'items', '1', ...path], retryable: false },
    ]);
  });

  test('an account that somebody else holds locked is refused as retryable, its neighbours are taken', async () => {
    const id = await copy(world, setup.alpha, aCustomer('held'));
    await copy(world, setup.alpha, aCustomer('free'));
    await world.sql('BEGIN');
    await world.sql('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [id]);
    try {
      const { results } = await sync([
        { customer: aCustomer('held', { sourceVersion: '2', name: 'Held' }) },
        { customer: aCustomer('free', { sourceVersion: '2', name: 'Free' }) },
      ]);
      expect(results).toMatchObject([
        { outcome: 'REJECTED', userErrors: [{ code: 'TEMPORARILY_UNAVAILABLE', retryable: true }] },
        { outcome: 'APPLIED', account: { name: 'Free' }, userErrors: [] },
      ]);
    } finally {
      await world.sql('ROLLBACK');
    }
  });

  test('an item that fails for a reason of ours is logged, and its neighbours are taken', async () => {
    await copy(world, setup.alpha, aCustomer('broken'));
    await world.sql(`ALTER TABLE accounts ADD CONSTRAINT ck_test CHECK (name <> 'Breaks it')`);
    try {
      const { results } = await sync([
        { customer: aCustomer('broken', { sourceVersion: '2', name: 'Breaks it' }) },
        bought('whole'),
      ]);
      expect(results).toMatchObject([
        { outcome: 'REJECTED', userErrors: [{ code: 'TEMPORARILY_UNAVAILABLE', retryable: true }] },
        { outcome: 'CREATED' },
      ]);
      expect(world.faults).toHaveLength(1);
    } finally {
      await world.sql('ALTER TABLE accounts DROP CONSTRAINT ck_test');
    }
  });
});

describe('A15: another reseller', () => {
  test("has no customer of Alpha's: ACCOUNT_NOT_COPIED, and null by id", async () => {
    const id = await copy(world, setup.alpha, aCustomer('a15'));
    const { results } = await sync([{ customer: aCustomer('a15', { sourceVersion: '9', name: 'Taken' }) }], setup.beta);
    expect(results).toMatchObject([
      {
        outcome: 'REJECTED',
        account: null,
        userErrors: [
          { code: 'ACCOUNT_NOT_COPIED', retryable: true, path: ['input', 'items', '0', 'customer', 'sourceAccountId'] },
        ],
      },
    ]);
    const query = 'query ($id: ID!) { account(id: $id) { name } }';
    expect(await world.ask(setup.beta.sync, query, { id })).toEqual({ account: null });
    expect(await world.ask(setup.alpha.sync, query, { id })).toEqual({ account: { name: 'Customer a15' } });
  });
});

test('A22: a refresh before the copy is not stored and may be sent again; after the copy it is applied', async () => {
  const refresh = [{ customer: aCustomer('a22', { sourceVersion: '2', name: 'Two' }) }];
  expect((await sync(refresh)).results[0].userErrors).toMatchObject([{ code: 'ACCOUNT_NOT_COPIED', retryable: true }]);
  expect(await world.sql(`SELECT FROM accounts WHERE source_account_id = 'a22'`)).toEqual([]);
  await copy(world, setup.alpha, aCustomer('a22'));
  expect((await sync(refresh)).results[0]).toMatchObject({ outcome: 'APPLIED', account: { name: 'Two' } });
});

test('a refresh touches nothing that the distributor owns', async () => {
  const id = await copy(world, setup.alpha, aCustomer('owned'));
  await world.mutate(admin, 'updateAccount', {
    accountId: id,
    responsibleUserId: 'bert',
    permissionRuleId: null,
    separateInvoices: false,
    enableOrdering: false,
  });
  await sync([{ customer: aCustomer('owned', { sourceVersion: '2', name: 'Two', status: 'SUSPENDED' }) }]);
  const { account } = await world.ask(
    admin,
    `query ($id: ID!) { account(id: $id) {
      name status responsibleUser { id } permissionRule { id } separateInvoices enableOrdering } }`,
    { id },
  );
  expect(account).toEqual({
    name: 'Two',
    status: 'SUSPENDED',
    responsibleUser: { id: 'bert' },
    permissionRule: null,
    separateInvoices: false,
    enableOrdering: false,
  });
});
