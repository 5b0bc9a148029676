import { WorkBudget } from '../../../src/graphql/executor/work-budget';
import { startProgram } from '../../support/program';
import { aCustomer, admin, anOwnAccount, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

const TOO_LARGE = { code: 'OPERATION_TOO_LARGE' };
const ACCOUNTS = 200;

let world: World;
let setup: Setup;
let ids: string[];

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  const one = await anOwnAccount(world);
  await world.sql(
    `INSERT INTO accounts SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
     FROM accounts a, generate_series(1, $2) WHERE id = $1`,
    [one, ACCOUNTS],
  );
  await world.sql(
    `INSERT INTO account_history (account_id, kind, text, actor)
     SELECT a.id, 'EDITED', 'Line ' || n, 'test' FROM accounts a, generate_series(1, 200) n`,
  );
  ids = (await world.sql<{ id: string }>('SELECT id FROM accounts')).map((row) => row.id);
});
afterAll(() => world.close());

const aliased = (count: number, selection: string) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${selection}`).join(' ')} }`;
const HISTORY = (first: number) =>
  `accounts(first: 200) { edges { node { history(first: ${first}) { edges { node { id } } } } } }`;

describe('what one request may ask for', () => {
  test.each([
    [
      '200 accounts with six lists of the usual size',
      '{ accounts(first: 200) { edges { node { contacts { edges { cursor } } relations { edges { cursor } } history { edges { cursor } } invoices { edges { cursor } } subscriptions { edges { cursor } } salesDocuments { edges { cursor } } } } } }',
    ],
    ['200 accounts with 200 of one list each', `{ ${HISTORY(200)} }`],
    ['small pages under many names', aliased(8, HISTORY(1))],
  ])('holds %s', async (_what, query) => {
    expect((await world.ask(admin, query)) as unknown).toEqual(expect.any(Object));
  });

  test.each([
    ['a page of pages under two names', aliased(2, HISTORY(200))],
    [
      'the reasons of every action of many accounts under many names',
      `{ accounts(first: 200) { edges { node { ${Array.from({ length: 40 }, (_, index) => `a${index}: actionPermissions { reasons message }`).join(' ')} } } } }`,
    ],
  ])('does not hold %s: one refusal, and no half answer', async (_what, query) => {
    const { data, errors } = await world.run(admin, query);
    expect(data === null).toBe(true);
    expect(errors).toMatchObject([{ message: expect.stringContaining('smaller pages'), extensions: TOO_LARGE }]);
  });

  test('is 65,000 items and not one more, by whatever way they add up; and says where it stopped', async () => {
    const query = (first: number) => `{
      accounts(first: 200) { edges { node { history(first: 200) { edges { cursor } } } } }
      b: accounts(first: ${first}) { edges { node { history(first: 199) { edges { cursor } } } } } }`;
    // 200 with 200 each, and 124 with 199 each.
    expect((await world.run(admin, query(124))).errors).toBeUndefined();
    const { data, errors } = await world.run(admin, query(125));
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: TOO_LARGE }]);
    // The list that was one too many, or another account of the same page, whichever is told of first.
    expect(errors?.[0]?.path?.slice(0, 4)).toEqual([expect.any(String), 'edges', expect.any(Number), 'node']);
  });

  test('is refused as a bad request, and the same in smaller pages is answered', async () => {
    const program = await startProgram(world);
    try {
      const token = await program.issuer?.tokenForPerson({ userId: 'root', groups: [], administrator: true });
      // Of one reseller a thousand times: nothing here waits for the pool.
      const query = `query ($r: [_Any!]!, $first: Int!) { _entities(representations: $r) { ... on TenantReseller {
        customers(first: $first) { edges { cursor } } } } }`;
      const r = Array.from({ length: 1000 }, () => ({ __typename: 'TenantReseller', id: setup.alpha.id }));
      const ask = (first: number) =>
        program.post({ query, variables: { r, first } }, { authorization: `Bearer ${token}` });
      expect(await ask(200)).toMatchObject({ status: 400, body: { errors: [{ extensions: TOO_LARGE }] } });
      const { status, body } = await ask(10);
      expect({ status, errors: body.errors, answers: body.data._entities.length }).toEqual({
        status: 200,
        answers: 1000,
      });
    } finally {
      await program.stop();
    }
  });

  test('counts entities and what is asked of each', async () => {
    const query = (first: number) => `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account {
      history(first: ${first}) { edges { cursor } } subscriptions(first: ${first}) { edges { cursor } } } } }`;
    const thousand = Array.from({ length: 1000 }, (_, at) => ({ __typename: 'Account', id: ids[at % ids.length] }));
    expect((await world.run(admin, query(30), { r: thousand })).errors).toBeUndefined();
    expect((await world.run(admin, query(50), { r: thousand })).errors).toMatchObject([{ extensions: TOO_LARGE }]);
  });

  test('never hides what a mutation did', async () => {
    const items = Array.from({ length: 400 }, (_, at) => ({
      customer: aCustomer(`many-${at}`),
      paidSubscriptions: [aPaidSubscription()],
    }));
    const { data, errors } = await world.run(
      setup.alpha.sync,
      `mutation ($input: SyncCustomersInput!) { syncCustomers(input: $input) {
         results { outcome account { subscriptions(first: 200) { edges { cursor } } } } } }`,
      { input: { items } },
    );
    const outcomes = data.syncCustomers.results.map(({ outcome }: { outcome: string }) => outcome);
    expect(outcomes).toEqual(items.map(() => 'CREATED'));
    expect(errors).toMatchObject([{ extensions: TOO_LARGE }]);
  });
});

describe('a budget', () => {
  test('gives back what a read did not need, also when it failed', async () => {
    const budget = new WorkBudget();
    expect(
      await budget.read(
        65_000,
        async () => 'found',
        () => 10,
      ),
    ).toBe('found');
    await expect(
      budget.read(
        60_000,
        () => Promise.reject(new Error('a fault')),
        () => 1,
      ),
    ).rejects.toThrow('a fault');
    const take = (items: number) =>
      budget.read(
        items,
        async () => items,
        (found) => found,
      );
    await expect(take(64_990)).resolves.toBe(64_990);
    await expect(take(1)).rejects.toThrow('65000 items');
    expect(budget.exhausted).toMatchObject(TOO_LARGE);
    // From then on nothing: what would be answered is thrown away.
    await expect(take(0)).rejects.toThrow('65000 items');
  });

  test('reads nothing that it does not hold', async () => {
    const read = jest.fn(async () => 'found');
    await expect(new WorkBudget().read(65_001, read, () => 1)).rejects.toMatchObject(TOO_LARGE);
    expect(read).not.toHaveBeenCalled();
  });

  test('is 250,000 values; what a mutation can do without stops before', () => {
    const budget = new WorkBudget();
    budget.answer(225_000, true);
    expect(() => budget.answer(1, true)).toThrow('250000 values');
    expect(() => budget.answer(24_999, false)).not.toThrow();
    expect(() => budget.answer(1, false)).toThrow('250000 values');
  });

  test('tells its refusal once and a hundred other errors', () => {
    const budget = new WorkBudget();
    expect(() => budget.answer(250_001, false)).toThrow();
    expect([budget.told(budget.exhausted), budget.told(budget.exhausted)]).toEqual([budget.exhausted, null]);
    const errors = Array.from({ length: 103 }, (_, at) => new Error(`${at}`));
    expect(errors.map((error) => budget.told(error)).filter((told) => told !== null)).toEqual(errors.slice(0, 100));
    expect(budget.errorsLeftOut).toBe(3);
  });
});
